/**
 * 恢复码与上级公钥的写法(bech32):末尾六个字符是校验,抄错看得出来,错一个还指得出是第几组。
 * 两端都用:纸上照着输入时随手核对,核心里再核一次。
 */
const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3] as const
const CHECKSUM_LENGTH = 6
/** 32 字节按 5 位一组是 52 个字符,加校验 6 个。 */
const DATA_LENGTH = 52 + CHECKSUM_LENGTH
const IDENTITY_PREFIX = 'age-secret-key-'
const RECIPIENT_PREFIX = 'age'
/** 恢复单上四个字符一组,好念好对。 */
const GROUP_LENGTH = 4

const step = (before: number, value: number): number => {
  const top = before >>> 25
  let state = ((before & 0x1ffffff) << 5) ^ value
  for (const [bit, term] of GENERATOR.entries()) if (((top >>> bit) & 1) === 1) state ^= term
  return state
}
const checksum = (values: readonly number[]): number => values.reduce(step, 1)
const expandPrefix = (prefix: string): number[] => {
  const codes = [...prefix].map((character) => character.codePointAt(0) ?? 0)
  return [...codes.map((code) => code >>> 5), 0, ...codes.map((code) => code & 31)]
}
/** 最后一个数据字符只用到 1 位,其余补 0;补得不是 0 的不是规范写法。 */
const paddingIsZero = (values: readonly number[]): boolean => ((values[DATA_LENGTH - CHECKSUM_LENGTH - 1] ?? 0) & 0b1111) === 0

export type CodeVerdict =
  | { readonly verdict: 'good' }
  /** 看不出是恢复码:开头不对。 */
  | { readonly verdict: 'not_a_code' }
  /** 少了或多了几个字符(正数是多)。 */
  | { readonly verdict: 'length'; readonly difference: number }
  /** 抄错了;只错一个字符时 group 是它所在的组(从 1 数),错得更多为 null。 */
  | { readonly verdict: 'mistyped'; readonly group: number | null }

/**
 * 改哪一个字符能把差额配平;没有这样的一处为 null。校验码的距离是 5,这样的位置最多一处,所以指得准。只指位置,不替人改。
 * 校验是线性的:某一位上改动的影响,等于那点改动后面再跟若干个 0。
 */
const placeOfError = (difference: number, unknown: readonly number[]): number | null => {
  let effects = Array.from({ length: ALPHABET.length }, (_, change) => change)
  for (let index = DATA_LENGTH - 1; index >= 0; index--) {
    const change = effects.indexOf(difference)
    if (unknown.length === 0 ? change > 0 : unknown[0] === index && change >= 0) return index
    effects = effects.map((effect) => step(effect, 0))
  }
  return null
}

const judge = (text: string, prefix: string): CodeVerdict => {
  const head = `${prefix}1`
  if (!text.startsWith(head)) return { verdict: 'not_a_code' }
  const body = text.slice(head.length)
  if (body.length !== DATA_LENGTH) return { verdict: 'length', difference: body.length - DATA_LENGTH }
  const values = [...body].map((character) => ALPHABET.indexOf(character))
  const unknown = values.flatMap((value, index) => (value < 0 ? [index] : []))
  if (unknown.length > 1) return { verdict: 'mistyped', group: null }
  // 认不出的字符先当 0,看差多少。
  const known = values.map((value) => Math.max(value, 0))
  const difference = checksum([...expandPrefix(prefix), ...known]) ^ 1
  if (unknown.length === 0 && difference === 0 && paddingIsZero(known)) return { verdict: 'good' }
  const index = placeOfError(difference, unknown)
  return { verdict: 'mistyped', group: index === null ? null : Math.floor((head.length + index) / GROUP_LENGTH) + 1 }
}

/** 照纸输入的写法 → 规范写法:去空白,全角改半角,统一大写。 */
export const tidyRecoveryCode = (typed: string): string => typed.normalize('NFKC').replace(/\s+/gu, '').toUpperCase()

/** 核对恢复码(`AGE-SECRET-KEY-1…`);空格、全角、大小写都不计较。 */
export const judgeRecoveryCode = (typed: string): CodeVerdict => judge(tidyRecoveryCode(typed).toLowerCase(), IDENTITY_PREFIX)

/** 核对上级公钥(`age1…`);公钥只有小写一种写法,前后空白不计较。 */
export const judgeRecipient = (typed: string): CodeVerdict => judge(typed.trim(), RECIPIENT_PREFIX)

/** 恢复码 → 印在恢复单上的各组。组号与 judgeRecoveryCode 指出的一致。 */
export const recoveryCodeGroups = (code: string): readonly string[] => tidyRecoveryCode(code).match(new RegExp(`.{1,${GROUP_LENGTH}}`, 'gu')) ?? []
