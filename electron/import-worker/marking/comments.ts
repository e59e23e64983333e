import { CannotPatch } from './marked-styles.ts'
import { columnLetters, type SheetMark } from './sheet-marks.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
export const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').toWellFormed()

const comment = ({ row, column, message }: SheetMark, prefix: string): string => `<${prefix}comment ref="${columnLetters(column)}${row}" authorId="0"><${prefix}text><${prefix}r><${prefix}t xml:space="preserve">${escapeXml(message)}</${prefix}t></${prefix}r></${prefix}text></${prefix}comment>`
/** 批注框放在那一格右边;平时收着,鼠标停上去才显示。 */
const shape = ({ row, column }: SheetMark, index: number): string =>
  `<v:shape id="_x0000_s${9001 + index}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:180pt;height:70pt;z-index:${index + 1};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column + 1}, 15, ${row - 1}, 2, ${column + 4}, 15, ${row + 3}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
const SHAPE_TYPE = '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'

/** 新写一份批注。 */
export const newComments = (marks: readonly SheetMark[], author: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${MAIN}"><authors><author>${escapeXml(author)}</author></authors><commentList>${marks.map((mark) => comment(mark, '')).join('')}</commentList></comments>`
export const newDrawing = (marks: readonly SheetMark[]): string =>
  `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>${SHAPE_TYPE}${marks.map(shape).join('')}</xml>`

/** 原来就有批注的:加在后面;同一格已经有批注的,在它的文字后面接着写。 */
export const addComments = (text: string, marks: readonly SheetMark[]): { readonly text: string; readonly fresh: readonly SheetMark[] } => {
  const close = /<\/((?:\w+:)?)commentList>/.exec(text)
  const prefix = close?.[1] ?? ''
  if (close === null) throw new CannotPatch('no comment list')
  let made = text
  const fresh = marks.filter((mark) => {
    const opening = new RegExp(`<${prefix}comment\\b[^>]*\\sref="${columnLetters(mark.column)}${mark.row}"[^>]*>`).exec(made)
    if (opening === null) return true
    const end = made.indexOf(`</${prefix}text>`, opening.index)
    if (end < 0) throw new CannotPatch('comment without text')
    made = `${made.slice(0, end)}<${prefix}r><${prefix}t xml:space="preserve">\n${escapeXml(mark.message)}</${prefix}t></${prefix}r>${made.slice(end)}`
    return false
  })
  const at = made.lastIndexOf(close[0])
  return { text: made.slice(0, at) + fresh.map((mark) => comment(mark, prefix)).join('') + made.slice(at), fresh }
}
export const addShapes = (drawing: string, marks: readonly SheetMark[]): string => {
  const at = drawing.lastIndexOf('</xml>')
  if (at < 0) throw new CannotPatch('drawing end')
  return `${drawing.slice(0, at)}${drawing.includes('id="_x0000_t202"') ? '' : SHAPE_TYPE}${marks.map(shape).join('')}${drawing.slice(at)}`
}
