const NUMBERS = /^(\d+)\.(\d+)\.(\d+)(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/

/** 版本号拆成三个数;预发布版(-beta.1)排在同号正式版之前。看不懂的报错:宁可停下,不当作没有漏洞。 */
const parse = (version: string): readonly [number, number, number, number] => {
  const found = NUMBERS.exec(version)
  if (found === null) throw new Error(`version? ${version}`)
  return [Number(found[1]), Number(found[2]), Number(found[3]), found[4] === undefined ? 1 : 0]
}

const compareVersions = (left: string, right: string): number => {
  const [one, other] = [parse(left), parse(right)]
  for (const [index, number] of one.entries()) {
    const difference = number - (other[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

const COMPARATOR = /^(<=|>=|<|>|=)(\S+)$/
const meets = (version: string, comparator: string): boolean => {
  const found = COMPARATOR.exec(comparator)
  if (found === null) throw new Error(`range? ${comparator}`)
  const difference = compareVersions(version, found[2] ?? '')
  switch (found[1]) {
    case '<':
      return difference < 0
    case '<=':
      return difference <= 0
    case '>':
      return difference > 0
    case '>=':
      return difference >= 0
    default:
      return difference === 0
  }
}

/**
 * 版本在不在范围里。范围是比较式,空格为「并且」,`||` 为「或者」:`>=10.2.0 <10.5.0 || =11.0.0`。
 *
 * @throws Error 版本或范围看不懂。
 */
export const isInRange = (version: string, range: string): boolean => range.split('||').some((part) => part.trim().split(/\s+/).every((comparator) => meets(version, comparator)))
