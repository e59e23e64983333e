/** XML 不合规矩;从哪个部件来由调用者补。 */
export class BadXml extends Error {}

/** 标签的属性;按本名(去掉前缀)找。 */
export type Attributes = ReadonlyMap<string, string>
export interface XmlHandlers {
  /** name 已去掉命名空间前缀。 */
  open(name: string, attributes: Attributes): void
  close(name: string): void
  /** 一段文字;长文字分几次给。 */
  text(text: string): void
}
export interface XmlScanner {
  write(text: string): void
  end(): void
}

const MAX_DEPTH = 64
const MAX_ATTRIBUTES = 200
/** 一个标签、注释最多这么长;再长的不是表格程序写的。 */
const MAX_TOKEN = 64 * 1024
const MAX_REFERENCE = 12
// XML 1.0 不许有的字符。
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/
const NAME = /^(?:[A-Za-z_][\w.-]*:)?[A-Za-z_\u0080-\uffff][\w.\-\u0080-\uffff]*$/
const ATTRIBUTE = /\s+([^\s=<>"'/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const NO_ATTRIBUTES: Attributes = new Map()

const reference = (body: string): string => {
  if (Object.hasOwn(NAMED, body)) return NAMED[body] ?? ''
  const digits = /^#(?:x([\da-fA-F]{1,6})|(\d{1,7}))$/.exec(body)
  const code = digits === null ? -1 : digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16)
  const isCharacter = code === 9 || code === 10 || code === 13 || (code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff)
  if (!isCharacter) throw new BadXml(`reference ${body}`)
  return String.fromCodePoint(code)
}
/** 只认五个自带的名字与数字引用;自定义实体一概没有,也就无从展开。 */
const decode = (text: string): string => (text.includes('&') ? text.replaceAll(/&([^;&]{1,10});|&/g, (_, body: string | undefined) => reference(body ?? '')) : text)
const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

const readAttributes = (tag: string, from: number): Attributes => {
  if (from === tag.length) return NO_ATTRIBUTES
  const attributes = new Map<string, string>()
  const names = new Set<string>()
  ATTRIBUTE.lastIndex = from
  let at = from
  for (let match = ATTRIBUTE.exec(tag); match !== null; match = ATTRIBUTE.exec(tag)) {
    const [, name = '', double, single] = match
    if (names.has(name) || names.size >= MAX_ATTRIBUTES) throw new BadXml('attributes')
    names.add(name)
    // 本名相同时,不带前缀的为准。
    const local = localName(name)
    if (!name.includes(':') || !attributes.has(local)) attributes.set(local, decode(double ?? single ?? ''))
    at = ATTRIBUTE.lastIndex
  }
  if (tag.slice(at).trim() !== '') throw new BadXml('attributes')
  return attributes
}

const DOUBLE = 0x22
const SINGLE = 0x27
const isInsideQuotes = (text: string, from: number, to: number): boolean => {
  let quote = 0
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at)
    if (quote === 0) {
      if (code === DOUBLE || code === SINGLE) quote = code
    } else if (code === quote) quote = 0
  }
  return quote !== 0
}

/**
 * 严格的、可以一段一段喂的 XML 扫描:标签必须成对,只有一个根,不许 DOCTYPE(也就没有实体展开与外部实体),
 * 断在半截的不当作读完。宽松的读法会悄悄少人(F25、F27)。
 *
 * @throws BadXml
 */
export const createXmlScanner = (handlers: XmlHandlers): XmlScanner => {
  const open: string[] = []
  let buffer = ''
  let roots = 0
  let started = false

  const text = (raw: string): void => {
    if (raw === '') return
    if (open.length === 0) {
      if (raw.trim() !== '') throw new BadXml('text outside the root')
      return
    }
    handlers.text(raw)
  }
  const closeTag = (name: string): void => {
    if (open.pop() !== name) throw new BadXml(`closing ${name.slice(0, 40)}`)
    handlers.close(localName(name))
  }
  const openTag = (body: string): void => {
    const isEmpty = body.endsWith('/')
    const tag = isEmpty ? body.slice(0, -1) : body
    const nameEnd = tag.search(/\s/)
    const name = nameEnd < 0 ? tag : tag.slice(0, nameEnd)
    if (!NAME.test(name)) throw new BadXml('tag name')
    if (open.length === 0) roots += 1
    if (roots > 1 || open.length >= MAX_DEPTH) throw new BadXml('roots or depth')
    const attributes = readAttributes(tag, name.length)
    open.push(name)
    handlers.open(localName(name), attributes)
    if (isEmpty) closeTag(name)
  }
  /** 声明只许写 UTF-8:别的编码已经按 UTF-8 读错了。 */
  const instruction = (body: string): void => {
    if (!body.startsWith('xml') || !/^xml\s/.test(body)) return
    if (started) throw new BadXml('late declaration')
    const encoding = /encoding\s*=\s*["']([^"']*)["']/.exec(body)?.[1] ?? 'utf-8'
    if (!/^utf-?8$/i.test(encoding)) throw new BadXml('encoding')
  }
  /** 从 at 处的「<」起处理一个标记,返回其后的位置;还没收全返回 -1。 */
  const markup = (at: number): number => {
    const until = (mark: string, from: number): number => {
      const end = buffer.indexOf(mark, from)
      if ((end < 0 ? buffer.length : end) - at > MAX_TOKEN) throw new BadXml('token too long')
      return end
    }
    const next = buffer.charAt(at + 1)
    if (next === '!') {
      if (buffer.length < at + 9) return -1
      if (buffer.startsWith('<!--', at)) {
        const end = until('-->', at + 4)
        return end < 0 ? -1 : end + 3
      }
      if (!buffer.startsWith('<![CDATA[', at) || open.length === 0) throw new BadXml('declaration')
      const end = until(']]>', at + 9)
      if (end < 0) return -1
      text(buffer.slice(at + 9, end))
      return end + 3
    }
    if (next === '?') {
      const end = until('?>', at + 2)
      if (end < 0) return -1
      instruction(buffer.slice(at + 2, end))
      return end + 2
    }
    const end = endOfTag(at, until)
    if (end < 0) return -1
    if (next === '/') closeTag(buffer.slice(at + 2, end).trimEnd())
    else openTag(buffer.slice(at + 1, end))
    return end + 1
  }
  /** 属性值里可以有「>」:引号没配对就接着找。 */
  const endOfTag = (at: number, until: (mark: string, from: number) => number): number => {
    let end = until('>', at + 1)
    while (end >= 0 && isInsideQuotes(buffer, at, end)) end = until('>', end + 1)
    return end
  }
  const drain = (isLast: boolean): void => {
    let at = 0
    while (at < buffer.length) {
      if (buffer.charCodeAt(at) === 0x3c) {
        const next = markup(at)
        if (next < 0) break
        started = true
        at = next
        continue
      }
      const tag = buffer.indexOf('<', at)
      let end = tag < 0 ? buffer.length : tag
      // 引用可能正断在两段之间。
      const ampersand = tag < 0 && !isLast ? buffer.lastIndexOf('&') : -1
      if (ampersand >= at && buffer.length - ampersand < MAX_REFERENCE) end = ampersand
      text(decode(buffer.slice(at, end)))
      if (end > at) started = true
      at = end
      if (tag < 0) break
    }
    buffer = buffer.slice(at)
  }
  return {
    write: (chunk) => {
      if (FORBIDDEN.test(chunk)) throw new BadXml('forbidden character')
      buffer += chunk
      drain(false)
    },
    end: () => {
      drain(true)
      if (buffer !== '' || open.length > 0 || roots !== 1) throw new BadXml('unfinished')
    },
  }
}
