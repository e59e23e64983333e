/**
 * 打印之前在浏览器里把每个框量一遍(ux c.8):字出了框就不印,交出一份缺字的册子比不印更糟。
 */

/** 四舍五入的误差。 */
const SLACK = 1.5

const overflows = (element: Element): boolean => element.scrollWidth > element.clientWidth + SLACK || element.scrollHeight > element.clientHeight + SLACK
/** 会长高的框只看横着出没出去。 */
const sticksOut = (element: Element): boolean => element.scrollWidth > element.clientWidth + SLACK

/** 横表一页排不下的行移到下一页;表头、节名每页都有。 */
export const splitRotated = (root: ParentNode): void => {
  const queue = [...root.querySelectorAll<HTMLElement>('.rotated')]
  for (let page = queue.shift(); page !== undefined; page = queue.shift()) {
    const box = page.firstElementChild
    const body = box?.querySelector('tbody')
    if (box === null || body === null || body === undefined || !overflows(box)) continue
    // 自己也是一页:没有定位名,不再算目录里的标题。
    const next = page.cloneNode(true) as HTMLElement
    next.removeAttribute('id')
    for (const heading of next.querySelectorAll('h2, h3')) {
      const plain = document.createElement('div')
      plain.className = heading.tagName === 'H2' ? 'again' : 'again small'
      plain.textContent = heading.textContent
      heading.replaceWith(plain)
    }
    const rest = next.querySelector('tbody')
    rest?.replaceChildren()
    while (overflows(box) && body.rows.length > 1) rest?.prepend(body.rows[body.rows.length - 1] as Node)
    // 表后面的说明、签字印在最后一页。
    const elements = [...box.children]
    for (const element of elements.slice(elements.findIndex((each) => each.contains(body)) + 1)) element.remove()
    page.after(next)
    if ((rest?.rows.length ?? 0) > 0 && body.rows.length > 0) queue.unshift(next)
  }
}

/** 是哪一种框、出去多少:只说种类和尺寸,不说写着什么(这句话会进日志)。 */
const describe = (box: Element): string => `${box.tagName.toLowerCase()}.${box.className} ${box.scrollWidth}x${box.scrollHeight} in ${box.clientWidth}x${box.clientHeight}`

/** @returns 第一个装不下的框;都装得下为 null。 */
export const findOverflow = (root: ParentNode): string | null => {
  for (const box of root.querySelectorAll('[data-box], .cover')) if (overflows(box)) return describe(box)
  for (const box of root.querySelectorAll('td, th, h2, h3, h4, p, .row, .signatures, .cover .value, .prose')) if (sticksOut(box)) return describe(box)
  return null
}
