import { join } from 'node:path'
import { z } from 'zod'
import { afterFailure, afterSuccess, judgeAttempt, remainingAttempts, type LockOutState } from '../../domain/accounts/lock-out.ts'
import { DEFAULT_POLICY } from '../../domain/accounts/password-policy.ts'
import { faultCode } from '../store-error.ts'
import { createKeyFiles, type KeyFiles } from './key-files.ts'

export const ATTEMPTS_FILE = 'attempts.json'
/** 记多少个使用人;乱试用户名也撑不大这个文件。 */
const MOST_ENTRIES = 500

/** 被别的程序占着就不等:记在内存里,下次再写,人不必陪着等。 */
const withoutWaiting = createKeyFiles({ wait: () => undefined })

const instant = z.number().int().min(-8.64e15).max(8.64e15)
const stateShape = z.strictObject({
  failures: z.int().min(0).max(1000),
  since: instant.nullable(),
  blockedUntil: instant.nullable(),
  blockLength: z.int().min(0).max(8.64e7),
  blocks: z.int().min(0).max(1_000_000),
  lastFailure: instant,
})
const fileShape = z.strictObject({
  format: z.literal('baolei-attempts'),
  version: z.literal(1),
  failuresAllowed: z.int().min(3).max(10),
  attempts: z.record(z.string().regex(/^[0-9a-z-]{1,61}$/), stateShape),
})
type Contents = z.infer<typeof fileShape>

const NOTHING: Contents = { format: 'baolei-attempts', version: 1, failuresAllowed: DEFAULT_POLICY.failuresAllowed, attempts: {} }

/** 太多了:先丢停用次数少、错得少、久没动过的。 */
const withinLimit = (attempts: Readonly<Record<string, LockOutState>>): Record<string, LockOutState> => {
  const entries = Object.entries(attempts)
  if (entries.length <= MOST_ENTRIES) return { ...attempts }
  return Object.fromEntries(entries.toSorted(([, one], [, other]) => other.blocks - one.blocks || other.failures - one.failures || other.lastFailure - one.lastFailure).slice(0, MOST_ENTRIES))
}

export interface AttemptOutcome {
  /** 还能试几次;停用着为 0。 */
  readonly remaining: number
  /** 停用到何时;没有停用为 null。 */
  readonly blockedUntil: number | null
}

/**
 * 输错口令的次数,存在 keys/attempts.json:关掉程序重开也不清零,而且库还打不开的时候就要用,所以不在库里(F55)。
 * 按槽名记,看不出是谁。能删这个文件的人也能把 keys 拷走慢慢猜,所以它挡的是坐在屏幕前试的人。
 *
 * 磁盘满、只读时写不进去,就先记在内存里,不因此不让人登录。
 *
 * @param folder keys 文件夹。
 */
export const createAttemptBook = (folder: string, files: KeyFiles = withoutWaiting) => {
  const path = join(folder, ATTEMPTS_FILE)
  /** 上次没写进去的内容;写进去了为 null,以盘上的为准(另一个窗口可能也在试)。 */
  let unwritten: Contents | null = null
  let isDamaged = false

  const read = (): Contents => {
    if (unwritten !== null) return unwritten
    let bytes: Buffer
    try {
      bytes = files.read(path)
    } catch (error) {
      if (faultCode(error) !== 'ENOENT' && faultCode(error) !== 'ENOTDIR') isDamaged = true
      return NOTHING
    }
    try {
      return fileShape.parse(JSON.parse(bytes.toString('utf8')))
    } catch {
      isDamaged = true
      return NOTHING
    }
  }
  const write = (contents: Contents): void => {
    const kept: Contents = { ...contents, attempts: withinLimit(contents.attempts) }
    try {
      files.write(path, Buffer.from(`${JSON.stringify(kept)}\n`))
      unwritten = null
    } catch {
      unwritten = kept
    }
  }
  const stateOf = (contents: Contents, slot: string): LockOutState => (Object.hasOwn(contents.attempts, slot) ? contents.attempts[slot] : undefined) ?? afterSuccess()
  const put = (contents: Contents, slot: string, state: LockOutState): void => write({ ...contents, attempts: { ...contents.attempts, [slot]: state } })

  return {
    /** 现在能不能试;停用到何时。 */
    judge: (slot: string, now: number): AttemptOutcome => {
      const contents = read()
      const before = stateOf(contents, slot)
      const { state, blockedUntil } = judgeAttempt(before, now)
      // 时钟往回拨过,停用的时刻挪了:不记下来,每次来看都会再往后挪。
      if (state !== before) put(contents, slot, state)
      return { remaining: remainingAttempts(state, now, contents), blockedUntil }
    },
    /** 口令不对:记一次。 */
    failed: (slot: string, now: number): AttemptOutcome => {
      const contents = read()
      const state = afterFailure(stateOf(contents, slot), now, contents)
      put(contents, slot, state)
      return { remaining: remainingAttempts(state, now, contents), blockedUntil: judgeAttempt(state, now).blockedUntil }
    },
    /** 登录成功,或由安全保密管理员解除:清零。 */
    cleared: (slot: string): void => {
      const contents = read()
      if (!Object.hasOwn(contents.attempts, slot)) return
      write({ ...contents, attempts: Object.fromEntries(Object.entries(contents.attempts).filter(([name]) => name !== slot)) })
    },
    /** 「几次就停用」存在库里,登录之前读不到:登录后抄一份在这里。 */
    rememberPolicy: (failuresAllowed: number): void => {
      const contents = read()
      if (contents.failuresAllowed !== failuresAllowed) write({ ...contents, failuresAllowed })
    },
    /** 还没清零的各个槽:库关着时试错的,登录之后据此补记审计。 */
    entries: (): readonly { readonly slot: string; readonly failures: number; readonly blocks: number; readonly lastFailure: number }[] =>
      Object.entries(read().attempts).flatMap(([slot, { failures, blocks, lastFailure }]) => (failures + blocks > 0 ? [{ slot, failures, blocks, lastFailure }] : [])),
    /** 文件读不懂过:按没有记录算了,但要让人知道。 */
    isDamaged: (): boolean => isDamaged,
  }
}
export type AttemptBook = ReturnType<typeof createAttemptBook>
