export interface PageFacts {
  /** 跑起来的脚本有几次。 */
  readonly hits: number
  /** 内容安全策略拦下的。 */
  readonly violations: readonly string[]
  /** 不该有的元素、属性、地址。 */
  readonly active: readonly string[]
  /** 用到的元素名。 */
  readonly tags: readonly string[]
  /** 看得到、读得到的全部文字,空白并成一个空格。 */
  readonly text: string
}

/** 在页面里看一遍;要送进浏览器,不能引用外面的东西。 */
export const inspectPage = (): PageFacts => {
  const state = globalThis as unknown as { readonly __hits: number; readonly __violations: readonly string[] }
  const active: string[] = []
  const tags = new Set<string>()
  const texts: string[] = [document.title]
  // 自己的脚本只有一个,是写在页面里的;其余都不该有。
  const own = document.querySelectorAll('script[type="module"][src^="/"]')
  const FORBIDDEN = /^(script|iframe|frame|frameset|object|embed|applet|portal|webview|base|link|meta|foreignobject|animate|set|use|math|marquee|keygen|form|video|audio|template|noscript)$/i
  const ADDRESS = /^(href|src|action|formaction|xlink:href|data|srcdoc|srcset|background|poster|ping|manifest|codebase|cite)$/i
  for (const element of document.querySelectorAll('*')) {
    const name = element.tagName.toLowerCase()
    const atStart = element.parentElement === document.head && (name === 'meta' || name === 'link')
    if (!atStart && element !== own[0]) tags.add(name)
    if (FORBIDDEN.test(name) && element !== own[0] && !atStart && name !== 'form') active.push(`<${name}>`)
    for (const { name: attribute, value } of element.attributes) {
      if (/^on/i.test(attribute)) active.push(`${name}[${attribute}]`)
      if (ADDRESS.test(attribute) && element !== own[0] && !atStart && !/^(#|\/|data:image\/)/.test(value)) active.push(`${name}[${attribute}=${value.slice(0, 60)}]`)
      if (attribute === 'style' && /url\(|expression|javascript|@import/i.test(value)) active.push(`${name}[style=${value.slice(0, 60)}]`)
      if (/^(title|alt|placeholder|value|aria-label|aria-description|aria-valuetext|data-label)$/.test(attribute)) texts.push(value)
    }
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) texts.push(element.value)
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  // 一段文字常由几个文字节点拼成,所以整块再收一遍。
  while (walker.nextNode() !== null) {
    const parent = walker.currentNode.parentElement
    if (parent !== null && parent.tagName !== 'SCRIPT' && parent.tagName !== 'STYLE') texts.push(walker.currentNode.textContent ?? '')
  }
  texts.push(document.body.textContent ?? '')
  return { hits: state.__hits, violations: state.__violations, active, tags: [...tags], text: texts.join(' \u25ae ').replaceAll(/\s+/g, ' ') }
}
