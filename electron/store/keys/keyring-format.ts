import { createHash } from 'node:crypto'
import { z } from 'zod'
import { StoreError } from '../store-error.ts'

/** 槽的三种:人的口令、封存的恢复单、上级党委的公钥。 */
export const SLOT_KINDS = ['person', 'recovery', 'committee'] as const
export type SlotKind = (typeof SLOT_KINDS)[number]

export interface SlotEntry {
  readonly kind: SlotKind
  /** 人的槽是用户名加盐后的摘要(32 个十六进制字符),看不出是谁;其余如 `recovery-1`、`committee`。 */
  readonly slot: string
  /** `<slot>-<n>.age`,每换一次 n 加一。 */
  readonly file: string
  /** 槽文件内容的 SHA-256(十六进制)。 */
  readonly sha256: string
}

/** 钥匙簿:有哪些槽、各在哪个文件、内容的摘要。不含密钥,也不含任何姓名。 */
export interface Keyring {
  readonly format: 'baolei-keyring'
  readonly version: 1
  /** 32 个十六进制字符。 */
  readonly salt: string
  /** 数据密钥的指纹:据此分清「密钥不对」和「库的第一页坏了」。 */
  readonly check: string
  readonly slots: readonly SlotEntry[]
}

const hex = (length: number) => z.string().regex(new RegExp(`^[0-9a-f]{${length}}$`))
/** 文件名只有这一种写法:被人改过的钥匙簿也指不到文件夹外面去。 */
const slotName = z.string().regex(/^[0-9a-z]{1,40}(-[0-9a-z]{1,20})?$/)
const entryShape = z
  .strictObject({ kind: z.enum(SLOT_KINDS), slot: slotName, file: z.string().regex(/^[0-9a-z-]{1,70}\.age$/), sha256: hex(64) })
  .refine((entry) => versionOf(entry) !== null)
const keyringShape = z
  .strictObject({ format: z.literal('baolei-keyring'), version: z.literal(1), salt: hex(32), check: hex(64), slots: z.array(entryShape).max(10_000) })
  .refine(({ slots }) => new Set(slots.map((entry) => entry.slot)).size === slots.length)

/** 文件名里的 n;文件名与槽名对不上为 null。 */
export const versionOf = (entry: Pick<SlotEntry, 'slot' | 'file'>): number | null => {
  const head = `${entry.slot}-`
  const number = entry.file.startsWith(head) ? /^([1-9]\d{0,8})\.age$/.exec(entry.file.slice(head.length)) : null
  return number === null ? null : Number(number[1])
}

export const sha256Of = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** 全文的摘要:除 sha256 一项以外,按文件里的顺序。以后的版本也这样记,所以先核摘要,再看版本。 */
const digestOf = (body: Readonly<Record<string, unknown>>): string => sha256Of(JSON.stringify(body))

/** 钥匙簿 → 文件内容。末尾多记一项全文的摘要:盐或槽名坏了一个字,不会被当成「没有这个人」。 */
export const encodeKeyring = ({ format, version, salt, check, slots }: Keyring): Buffer => {
  // 自己也读一遍:读不回来的钥匙簿绝不写出去。
  const body = keyringShape.parse({ format, version, salt, check, slots })
  return Buffer.from(`${JSON.stringify({ ...body, sha256: digestOf(body) }, null, 1)}\n`)
}

const anyKeyring = z.looseObject({ format: z.literal('baolei-keyring'), version: z.int().min(1), sha256: hex(64) })

/** @throws StoreError STORE_KEY_DAMAGED 读不懂或被改动过;STORE_FROM_FUTURE 由更新的版本写成。 */
export const decodeKeyring = (bytes: Uint8Array): Keyring => {
  let raw: unknown
  try {
    raw = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    throw new StoreError('STORE_KEY_DAMAGED', {}, { cause })
  }
  const outline = anyKeyring.safeParse(raw)
  if (!outline.success) throw new StoreError('STORE_KEY_DAMAGED', {}, { cause: outline.error })
  const { sha256, ...body } = raw as Readonly<Record<string, unknown>>
  if (digestOf(body) !== sha256) throw new StoreError('STORE_KEY_DAMAGED')
  if (outline.data.version > 1) throw new StoreError('STORE_FROM_FUTURE', { found: outline.data.version, known: 1 })
  const keyring = keyringShape.safeParse(body)
  if (!keyring.success) throw new StoreError('STORE_KEY_DAMAGED', {}, { cause: keyring.error })
  return keyring.data
}
