/** 元的写法(全角数字、千位逗号、「元」「¥」、空格)→ 整数分;认不出、为负、超过两位小数的为 null。 */
export const parseYuan = (typed: string): number | null => {
  const plain = typed.normalize('NFKC').replaceAll(/[\s,\u00a5]/gu, '').replace(/\u5143$/u, '')
  const found = /^(\d{1,8})(?:\.(\d{0,2}))?$/.exec(plain)
  if (found === null) return null
  return Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
}

/** 填表用的写法:不分千位,打进去还是它。 */
export const plainYuan = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
