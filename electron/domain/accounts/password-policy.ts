import { LONGEST_PASSWORD, PASSWORD_REASONS, PHRASE_LENGTH, type PasswordReason } from '../../../shared/model/password-reasons.ts'
import type { PasswordPolicySettings } from '../../../shared/model/workspace.ts'
import { isCommon, type CommonPasswords } from './common-password.ts'
import { isPatterned } from './password-patterns.ts'
import { containsName, containsNumber } from './personal-parts.ts'

export type PasswordPolicy = PasswordPolicySettings

/** 一个办公室:不强迫定期换(换得勤,口令就越换越简单)。 */
export const DEFAULT_POLICY: PasswordPolicy = { minimumLength: 10, expiryDays: 0, historyLength: 5, failuresAllowed: 5, idleMinutes: 10, sessionHours: 12 }
/** 三员分立:90 天一换。 */
export const SEPARATED_POLICY: PasswordPolicy = { ...DEFAULT_POLICY, expiryDays: 90 }

/** 每一项最宽与最严到哪里;与契约里的范围一致,有测试守着。 */
const LIMITS: Readonly<Record<keyof PasswordPolicy, readonly [least: number, most: number]>> = {
  minimumLength: [8, LONGEST_PASSWORD],
  expiryDays: [0, 365],
  historyLength: [0, 24],
  failuresAllowed: [3, 10],
  idleMinutes: [3, 30],
  sessionHours: [1, 12],
}

/** 按愿望改规矩:没有提的照旧,提得越过底线的停在底线上,不是整数的不理会。 */
export const tighten = (policy: PasswordPolicy, wish: Partial<Readonly<Record<keyof PasswordPolicy, number>>>): PasswordPolicy => {
  const settled = (name: keyof PasswordPolicy): number => {
    const [least, most] = LIMITS[name]
    const wished = wish[name]
    return Math.min(Math.max(wished !== undefined && Number.isSafeInteger(wished) ? wished : policy[name], least), most)
  }
  return { minimumLength: settled('minimumLength'), expiryDays: settled('expiryDays'), historyLength: settled('historyLength'), failuresAllowed: settled('failuresAllowed'), idleMinutes: settled('idleMinutes'), sessionHours: settled('sessionHours') }
}

export interface PasswordContext {
  readonly policy: Pick<PasswordPolicy, 'minimumLength'>
  /** 常见口令表(数据)。 */
  readonly common: CommonPasswords
  readonly userName: string
  readonly displayName: string
  readonly unitName: string
  /** 本人的手机号、身份证号;不知道就是空表。 */
  readonly personalFragments: readonly string[]
}

const KINDS = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u]
const KINDS_WANTED = 3

/**
 * 这个口令行不行(F54)。按规范化(NFKC)后的样子看,与封进槽里的一致。
 *
 * @returns 不行的缘由,按固定顺序;空表就是可以。
 */
export const judgePassword = (password: string, context: PasswordContext): PasswordReason[] => {
  const text = password.normalize('NFKC')
  const length = [...text].length
  const found: Readonly<Record<PasswordReason, () => boolean>> = {
    too_short: () => length < context.policy.minimumLength,
    too_long: () => length > LONGEST_PASSWORD,
    // 汉字算「其他」:一句汉字不够三类,但够长就行。一串数字再长也不是一句话(证号、卡号、日期连写)。
    too_few_kinds: () => (length < PHRASE_LENGTH || !/\p{L}/u.test(text)) && KINDS.filter((kind) => kind.test(text)).length < KINDS_WANTED,
    common: () => isCommon(text, context.common),
    contains_name: () => containsName(text, context, context.common.unitEndings),
    contains_number: () => containsNumber(text, context.personalFragments),
    repeated_or_sequence: () => isPatterned(text, context.common.keyboardLines),
  }
  // 超长的不再细看:后面几项要反复比对。
  if (found.too_long()) return ['too_long']
  return PASSWORD_REASONS.filter((reason) => found[reason]())
}
