import { FILL_COLOURS, type SheetMark } from './sheet-marks.ts'

/** 原文写法不在预料之中:不改它,换成重新写一份。 */
export class CannotPatch extends Error {}

interface MarkedStyles {
  /** 原来的样式编号加上底色之后的编号;原来没有的按 0 号。 */
  marked(style: string | undefined, severity: SheetMark['severity']): string
  /** 加好之后的 styles.xml。 */
  text(): string
}

const between = (text: string, name: string): { readonly open: string; readonly inner: string; readonly start: number; readonly end: number; readonly prefix: string } => {
  const open = new RegExp(`<((?:\\w+:)?)${name}\\b[^>]*?(/?)>`).exec(text)
  if (open === null || open[2] === '/') throw new CannotPatch(`no ${name}`)
  const close = text.indexOf(`</${open[1] ?? ''}${name}>`, open.index)
  if (close < 0) throw new CannotPatch(`open ${name}`)
  return { open: open[0], inner: text.slice(open.index + open[0].length, close), start: open.index, end: close, prefix: open[1] ?? '' }
}
const withCount = (open: string, count: number): string => (/\bcount="/.test(open) ? open.replace(/\bcount="\d*"/, `count="${count}"`) : open)
const replaceBody = (text: string, name: string, extra: (prefix: string) => string, count: number): string => {
  const { open, inner, start, end, prefix } = between(text, name)
  return `${text.slice(0, start)}${withCount(open, count)}${inner}${extra(prefix)}${text.slice(end)}`
}

/** 在 styles.xml 里加两种底色,用到哪个样式就照着它另做一个带底色的。 */
export const createMarkedStyles = (styles: string): MarkedStyles => {
  const fills = between(styles, 'fills')
  const fillCount = fills.inner.match(new RegExp(`<${fills.prefix}fill\\b`, 'g'))?.length ?? 0
  const fillOf = { refuse: fillCount, warn: fillCount + 1 } as const
  const xfs = between(styles, 'cellXfs')
  const formats = xfs.inner.match(new RegExp(`<${xfs.prefix}xf\\b[^>]*?/>|<${xfs.prefix}xf\\b[^>]*>[\\s\\S]*?</${xfs.prefix}xf>`, 'g')) ?? []
  if (formats.length === 0) throw new CannotPatch('no cell formats')
  const added: string[] = []
  const made = new Map<string, string>()
  return {
    marked: (style, severity) => {
      const key = `${style ?? '0'} ${severity}`
      const known = made.get(key)
      if (known !== undefined) return known
      const base = formats[Number(style ?? 0)]
      if (base === undefined) throw new CannotPatch('unknown style')
      const head = /^<[^>]*?(?=\/?>)/.exec(base)?.[0] ?? ''
      const cleaned = head.replaceAll(/\s(?:fillId|applyFill)="[^"]*"/g, '').trimEnd()
      const index = String(formats.length + added.length)
      added.push(`${cleaned} fillId="${fillOf[severity]}" applyFill="1"${base.slice(head.length)}`)
      made.set(key, index)
      return index
    },
    text: () => {
      const withFills = replaceBody(styles, 'fills', (prefix) => Object.values(FILL_COLOURS).map((colour) => `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${colour}"/><${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`).join(''), fillCount + 2)
      return replaceBody(withFills, 'cellXfs', () => added.join(''), formats.length + added.length)
    },
  }
}
