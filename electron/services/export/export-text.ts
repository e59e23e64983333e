/**
 * 写出去的文字:去掉看不见又会捣乱的(控制字符、改变显示方向的、不成对的半个字),
 * 换行统一成 \n。零宽连接符留着:表情与少数民族文字要用。
 */
const UNWANTED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g

export const exportText = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replaceAll(UNWANTED, '')

/** 「60」「-1.25」这样的精确数;位数多到表格程序会改动的(超过 15 位)不算,按文字写。 */
const DECIMAL = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/
const SAFE_DIGITS = 15

/**
 * 数字列里的一格。
 *
 * @returns 能原样当数写的为数;写不成数的(空、分数、位数太多)为 null。
 */
export const exportNumber = (value: string | number | null): number | null => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (value === null || !DECIMAL.test(value) || value.replaceAll(/[-.]/g, '').replace(/^0+/, '').length > SAFE_DIGITS) return null
  return Number(value)
}

/** 一格按列的种类能写成的数:金额的分化成元;写不成数的为 null。 */
export const exportNumberOf = (value: string | number | null, kind: 'text' | 'number' | 'money'): number | null => {
  if (kind === 'text') return null
  const number = exportNumber(value)
  return number === null || kind === 'number' ? number : Math.round(number) / 100
}
