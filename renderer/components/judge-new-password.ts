import { signInText } from '../../shared/i18n/zh-CN/sign-in.ts'
import { passwordReasonSentences } from '../../shared/i18n/zh-CN/passwords.ts'
import { LONGEST_PASSWORD, PHRASE_LENGTH, type PasswordReason } from '../../shared/model/password-reasons.ts'

export interface NewPassword {
  readonly password: string
  readonly again: string
}
/** 核心不收的那个口令与缘由(PASSWORD_WEAK);口令一改就不再算数。 */
export interface RefusedPassword {
  readonly password: string
  readonly reasons: readonly string[]
}
export const NO_PASSWORD: NewPassword = { password: '', again: '' }

/** 缺省的最短长度;规矩定得更严的,由核心说。 */
export const USUAL_MINIMUM = 10
const KINDS = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u]
const KINDS_WANTED = 3
const SHORTEST_NAME = 2

/** 界面自己看得出的几条,边打边说;常见口令、拼音、顺子由核心在提交时看(F54)。 */
const reasonsSeenHere = (password: string, names: readonly string[]): PasswordReason[] => {
  const text = password.normalize('NFKC')
  const length = [...text].length
  const lower = text.toLowerCase()
  const found: PasswordReason[] = []
  if (length < USUAL_MINIMUM) found.push('too_short')
  if (length > LONGEST_PASSWORD) found.push('too_long')
  if ((length < PHRASE_LENGTH || !/\p{L}/u.test(text)) && KINDS.filter((kind) => kind.test(text)).length < KINDS_WANTED) found.push('too_few_kinds')
  if (names.some((name) => name.trim().length >= SHORTEST_NAME && lower.includes(name.trim().toLowerCase()))) found.push('contains_name')
  return found
}

/** 这个口令为什么不行,一句一条;还没填或没有毛病为空表。 */
export const passwordSentences = (password: string, names: readonly string[], refused: RefusedPassword | null): string[] => {
  if (password === '') return []
  const reasons = refused?.password === password ? refused.reasons : reasonsSeenHere(password, names)
  // 规矩可能比缺省的严:核心嫌短,那至少还要再多一个字。
  const length = [...password.normalize('NFKC')].length
  return passwordReasonSentences(reasons, Math.max(USUAL_MINIMUM, reasons.includes('too_short') ? length + 1 : 0))
}

/** 两遍一样、看着没毛病,就可以交上去;不行返回一句话。 */
export const newPasswordProblem = ({ password, again }: NewPassword, names: readonly string[], refused: RefusedPassword | null): string | null => {
  if (password === '') return signInText.next.missing
  const [reason] = passwordSentences(password, names, refused)
  if (reason !== undefined) return reason
  return password === again ? null : signInText.next.differs
}
