import { LONGEST_PASSWORD, PASSWORD_REASONS, PHRASE_LENGTH, type PasswordReason } from '../../model/password-reasons.ts'

/** 口令的规矩与提示。 */
export const passwordsText = {
  /** 填之前看的一句。 */
  hint: (minimumLength: number) => `至少 ${minimumLength} 个字。最好用几个不相干的词连成一句，${PHRASE_LENGTH} 个字以上就不用凑大小写和符号。`,
  /** 为什么不行;每条一句,说清怎么改。 */
  reason: {
    too_short: (minimumLength) => `太短，至少 ${minimumLength} 个字`,
    too_long: () => `太长，最多 ${LONGEST_PASSWORD} 个字`,
    too_few_kinds: () => `大写、小写、数字、符号要有三种，满 ${PHRASE_LENGTH} 个字的一句话不用`,
    common: () => '很多人都用它，一猜就中',
    contains_name: () => '里面有姓名、使用人名称或单位名',
    contains_number: () => '里面有手机号或身份证号的一段',
    repeated_or_sequence: () => '叠字、顺子或键盘上顺着按的太多',
  } satisfies Record<PasswordReason, (minimumLength: number) => string>,
} as const

const isReason = (code: string): code is PasswordReason => (PASSWORD_REASONS as readonly string[]).includes(code)

/** PASSWORD_WEAK 附带的缘由代码 → 一句句提示;不认得的代码(新核心配旧界面)跳过。 */
export const passwordReasonSentences = (codes: readonly string[], minimumLength: number): string[] => codes.filter(isReason).map((code) => passwordsText.reason[code](minimumLength))
