/** 给一张的各页编号;pages 已含空白背面。 */
export type Numberer = (leaf: { readonly key: string; readonly pages: number }) => readonly string[]

/** 整本:从 1 起连着编。 */
export const continuous = (): Numberer => {
  let last = 0
  return ({ pages }) => Array.from({ length: pages }, () => String(++last))
}
/** 单独一节:「三-1」,不与整本的页码混。 */
export const inSection = (numeral: string, write: (numeral: string, page: number) => string): Numberer => {
  let last = 0
  return ({ pages }) => Array.from({ length: pages }, () => write(numeral, ++last))
}

/**
 * 只打改动的页(ux S05「从上次打印之后」):已经装订的页,页码一个也不动。
 *
 * - 原有的一张:原来几页还用原来的页码;长出来的接着末页编「13-1」「13-2」。
 * - 新的一张:接在前一张的末页之后编续页;排在最前的接在「0」之后。
 * - 续页号已经被占(上次插的就在这里):在页码后面加 mark 另编。
 *
 * @param previous 上一次印在纸上的:张的代号 → 各页页码。
 */
export const loosePages = (previous: ReadonlyMap<string, readonly string[]>, order: readonly string[], mark: string): Numberer => {
  const taken = new Set([...previous.values()].flat())
  const placed = new Map<string, readonly string[]>()
  const following = (label: string): string => {
    // 页码末尾的号:「13-2」的 2、「13附1」的 1;没有的从 1 起。
    const cut = Math.max(label.lastIndexOf('-'), label.lastIndexOf(mark))
    const [base, separator, number] = cut <= 0 ? [label, '-', 0] : [label.slice(0, cut), label.slice(cut, cut + 1), Number(label.slice(cut + 1))]
    const next = `${base}${separator}${number + 1}`
    if (!taken.has(next)) return next
    const other = `${label}${mark}1`
    return taken.has(other) ? following(other) : other
  }
  /** 册子里它前面最近的一页。 */
  const before = (key: string): string =>
    order
      .slice(0, order.indexOf(key))
      .map((each) => placed.get(each) ?? previous.get(each) ?? [])
      .findLast((labels) => labels.length > 0)
      ?.at(-1) ?? '0'
  return ({ key, pages }) => {
    const labels: string[] = (previous.get(key) ?? []).slice(0, pages)
    let last = labels.at(-1) ?? before(key)
    for (let missing = pages - labels.length; missing > 0; missing--) {
      last = following(last)
      taken.add(last)
      labels.push(last)
    }
    placed.set(key, labels)
    return labels
  }
}
