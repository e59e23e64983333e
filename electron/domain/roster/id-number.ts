/**
 * 公民身份号码(GB 11643-1999):6 位地址码 + 8 位生日 + 3 位顺序码(奇男偶女)+ 1 位校验码。
 * 只判断号码本身;生日是否在将来、与别处填的是否一致,由调用者凭今天的日期判断。
 */
export type IdNumberCheck =
  | { readonly ok: true; readonly birthDate: string; readonly gender: '1' | '2'; readonly regionCode: string }
  | { readonly ok: false; readonly reason: 'length' | 'check_digit' | 'birth' }

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const CHECK_CODES = '10X98765432'
const SHAPE = /^\d{17}[\dX]$/

/** 前 17 位数字对应的校验码。 */
export const checkCodeOf = (first17: string): string => {
  let sum = 0
  for (const [index, weight] of WEIGHTS.entries()) sum += weight * Number(first17[index])
  return CHECK_CODES[sum % 11] ?? ''
}

const isRealDay = (year: number, month: number, day: number): boolean => {
  if (year < 1850 || month < 1 || month > 12 || day < 1) return false
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const length = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
  return day <= length
}

/**
 * 核对一个号码;末位小写 x 视同 X。
 *
 * @param text 已去掉空格的号码文字。
 * @returns ok 为真时给出生日 `YYYY-MM-DD`、性别代码(GB/T 2261.1)与 6 位地址码;
 *   否则给出第一处不对:位数或字符(length)、生日不存在(birth)、末位对不上(check_digit)。
 */
export const checkIdNumber = (text: string): IdNumberCheck => {
  const number = text.toUpperCase()
  if (!SHAPE.test(number)) return { ok: false, reason: 'length' }
  // 生日先于末位判断:抄错月日时,「生日不存在」比「末位对不上」更容易找到错处。
  if (!isRealDay(Number(number.slice(6, 10)), Number(number.slice(10, 12)), Number(number.slice(12, 14)))) return { ok: false, reason: 'birth' }
  if (checkCodeOf(number.slice(0, 17)) !== number[17]) return { ok: false, reason: 'check_digit' }
  return {
    ok: true,
    birthDate: `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`,
    gender: Number(number[16]) % 2 === 1 ? '1' : '2',
    regionCode: number.slice(0, 6),
  }
}

/** 省级地址码(GB/T 2260)前两位,含台湾 71、香港 81、澳门 82 与台湾居民居住证 83。 */
const PROVINCES = new Set('11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '))

/** 地址码的省份是否认得;认不得只提示,不拒收(撤并过的地区码很多)。 */
export const isKnownRegion = (regionCode: string): boolean => PROVINCES.has(regionCode.slice(0, 2))
