/** 口令为什么不行。顺序就是告诉人的顺序。 */
export const PASSWORD_REASONS = [
  /** 不够长。 */
  'too_short',
  /** 超过 64 个字。 */
  'too_long',
  /** 小写、大写、数字、其他四类里不足三类(16 个字以上的一句话除外)。 */
  'too_few_kinds',
  /** 人人都用的口令。 */
  'common',
  /** 里面有用户名、姓名(汉字、全拼、首字母)或单位名。 */
  'contains_name',
  /** 里面有手机号、身份证号的六位以上。 */
  'contains_number',
  /** 叠字、顺子、键盘上顺着按。 */
  'repeated_or_sequence',
] as const
export type PasswordReason = (typeof PASSWORD_REASONS)[number]

/** 最长多少个字(按码点数)。 */
export const LONGEST_PASSWORD = 64
/** 这么长的一句话不再要求几类字符。 */
export const PHRASE_LENGTH = 16
