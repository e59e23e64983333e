import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { z } from 'zod'
import { judgeRecipient, judgeRecoveryCode, tidyRecoveryCode } from '../../../shared/util/recovery-code.ts'
import { StoreError } from '../store-error.ts'

/** 一个槽里装的:现用的数据密钥,以及换过的旧密钥(旧备份还要靠它们打开)。 */
export interface KeyBundle {
  /** 32 字节。 */
  readonly key: Buffer
  /** 由近及远,各 32 字节。 */
  readonly former: readonly Buffer[]
}

/** 口令变成密钥要算的量(2 的幂次):17 在十年前的办公电脑上约一秒,猜一次就要一秒(G21)。 */
export const PRODUCTION_SCRYPT_LOG_N = 17

const FORMAT = 'baolei-data-key'
const VERSION = 1
/** 密钥用在哪种算法上;以后换算法,旧槽仍认得出自己是哪一种。 */
const ALGORITHM = 'sqlcipher-raw-256'
/** 槽只有几百字节;大得离谱的不是我们写的,不去解它。 */
const LARGEST_SLOT = 64 * 1024

const hexKey = z.string().regex(/^[0-9a-f]{64}$/)
const payloadShape = z.strictObject({ format: z.literal(FORMAT), version: z.literal(VERSION), algorithm: z.literal(ALGORITHM), key: hexKey, former: z.array(hexKey).max(100) })
const laterShape = z.object({ format: z.literal(FORMAT), version: z.number().int().min(VERSION + 1) })

/** age 库里唯一表示「口令或恢复码不对」的一句;其余都是文件本身的问题。库的版本钉死,测试会守着这一句。 */
const NO_MATCH = "no identity matched any of the file's recipients"

const toPayload = (bundle: KeyBundle): string =>
  JSON.stringify({ format: FORMAT, version: VERSION, algorithm: ALGORITHM, key: bundle.key.toString('hex'), former: bundle.former.map((key) => key.toString('hex')) } satisfies z.infer<typeof payloadShape>)

const fromPayload = (text: string): KeyBundle => {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    throw new StoreError('KEY_SLOT_DAMAGED')
  }
  const later = laterShape.safeParse(raw)
  if (later.success) throw new StoreError('STORE_FROM_FUTURE', { found: later.data.version, known: VERSION })
  const payload = payloadShape.safeParse(raw)
  // 原因里会带着密钥的字样,不往外带。
  if (!payload.success) throw new StoreError('KEY_SLOT_DAMAGED')
  return { key: Buffer.from(payload.data.key, 'hex'), former: payload.data.former.map((key) => Buffer.from(key, 'hex')) }
}

const decrypt = async (bytes: Uint8Array, decrypter: Decrypter): Promise<KeyBundle | null> => {
  if (bytes.length > LARGEST_SLOT) throw new StoreError('KEY_SLOT_DAMAGED')
  let text: string
  try {
    text = await decrypter.decrypt(bytes, 'text')
  } catch (cause) {
    if (cause instanceof Error && cause.message === NO_MATCH) return null
    throw new StoreError('KEY_SLOT_DAMAGED', {}, { cause })
  }
  return fromPayload(text)
}

/** 同一个字在不同输入法、不同系统里编码可能不同(全角、组合字);规范化后才不会「口令明明对却打不开」。 */
const passphraseOf = (password: string): string => password.normalize('NFKC')

/**
 * 密钥槽:标准的 age 加密文件,里面是数据密钥。打得开就是口令对,库里不存口令的任何痕迹(F19、F57)。
 * 程序没有了,用通用的 age 工具加口令也能取出密钥。
 *
 * open… 返回 null:口令或恢复码不对;抛 StoreError KEY_SLOT_DAMAGED:不是完整的槽文件;STORE_FROM_FUTURE:由更新的版本写成。
 * 文件头被改坏时密码学上分不出「口令不对」和「文件坏了」,所以钥匙簿另记每个槽文件的摘要,先核摘要再试口令。
 * 解开时接受的计算量最高为 2 的 20 次方,再高的拒绝(被人改大的槽会把机器拖住)。
 */
export const createKeySlots = ({ scryptLogN }: { readonly scryptLogN: number }) => ({
  sealWithPassword: async (bundle: KeyBundle, password: string): Promise<Uint8Array> => {
    const encrypter = new Encrypter()
    encrypter.setPassphrase(passphraseOf(password))
    encrypter.setScryptWorkFactor(scryptLogN)
    return encrypter.encrypt(toPayload(bundle))
  },
  openWithPassword: async (bytes: Uint8Array, password: string): Promise<KeyBundle | null> => {
    const decrypter = new Decrypter()
    decrypter.addPassphrase(passphraseOf(password))
    return decrypt(bytes, decrypter)
  },
  /** @throws StoreError BAD_INPUT 不是公钥;先用 isRecipient 看过。 */
  sealToRecipient: async (bundle: KeyBundle, recipient: string): Promise<Uint8Array> => {
    if (judgeRecipient(recipient).verdict !== 'good') throw new StoreError('BAD_INPUT')
    const encrypter = new Encrypter()
    encrypter.addRecipient(recipient.trim())
    return encrypter.encrypt(toPayload(bundle))
  },
  /** 恢复码写法不计较空格、全角、大小写;写法本身就不成立的也返回 null(哪里抄错由 judgeRecoveryCode 说)。 */
  openWithIdentity: async (bytes: Uint8Array, identity: string): Promise<KeyBundle | null> => {
    if (judgeRecoveryCode(identity).verdict !== 'good') return null
    const decrypter = new Decrypter()
    decrypter.addIdentity(tidyRecoveryCode(identity))
    return decrypt(bytes, decrypter)
  },
  /** 新的恢复码与对应的公钥。恢复码只印在纸上,公钥可以留着以后重新封装。 */
  createRecoveryIdentity: async (): Promise<{ identity: string; recipient: string }> => {
    const identity = await generateX25519Identity()
    return { identity, recipient: await identityToRecipient(identity) }
  },
  isRecipient: (text: string): boolean => judgeRecipient(text).verdict === 'good',
  isIdentity: (text: string): boolean => judgeRecoveryCode(text).verdict === 'good',
})
