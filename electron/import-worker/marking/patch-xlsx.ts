import { inflateEntry } from '../xlsx/inflate-entry.ts'
import { openPackage, onOpen } from '../xlsx/open-package.ts'
import { readZipDirectory } from '../xlsx/zip-directory.ts'
import { listSheets } from '../read-xlsx.ts'
import { addComments, addShapes, escapeXml, newComments, newDrawing } from './comments.ts'
import { markCells, withoutFormulas } from './mark-cells.ts'
import { CannotPatch, createMarkedStyles } from './marked-styles.ts'
import type { SheetMark } from './sheet-marks.ts'
import { writeZip, type ZipPart } from './write-zip.ts'

const CONTENT_TYPES = '[Content_Types].xml'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const COMMENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml'
const VML_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing'
/** 工作表里排在 legacyDrawing 之后的元素。 */
const AFTER_DRAWING = /<(?:\w+:)?(?:legacyDrawingHF|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b/g
/** 宏、计算次序、外部链接:不带出去。 */
const DROPPED = /vbaProject|calcChain|\/externalLinks\//i

const relationsPartOf = (part: string): string => part.replace(/[^/]*$/, '_rels/$&.rels')
const relativeTo = (part: string, target: string): string => `${'../'.repeat(part.split('/').length - 1)}${target}`

/**
 * 在原来的 .xlsx 上涂色、写批注:只改这几张表、样式与批注的部件,其余部件的字节照抄;公式只留算好的值。
 *
 * @throws CannotPatch 写法不在预料之中(没有样式、带宏、有外部链接……),换成重新写一份。
 * @throws WorkbookRejected
 */
export const patchXlsx = async (bytes: Buffer, marks: readonly SheetMark[], author: string): Promise<Buffer> => {
  const entries = readZipDirectory(bytes)
  if ([...entries.keys()].some((name) => DROPPED.test(name) && !/calcChain/i.test(name))) throw new CannotPatch('macros or links')
  const file = await openPackage(bytes)
  const { sheets } = await listSheets(file)
  const changed = new Map<string, string>()
  const read = async (name: string): Promise<string> => {
    const known = changed.get(name)
    const entry = entries.get(name)
    if (known !== undefined || entry === undefined) return known ?? ''
    const chunks: Buffer[] = []
    for await (const chunk of inflateEntry(bytes, entry)) chunks.push(chunk)
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(chunks))
  }
  const stylesPart = [...file.relations.values()].find(({ kind }) => kind === 'styles')?.target
  if (stylesPart === undefined) throw new CannotPatch('no styles')
  const styles = createMarkedStyles(await read(stylesPart))
  const relationOf = async (part: string, kind: string): Promise<string | null> => {
    if (!entries.has(relationsPartOf(part))) return null
    let target: string | null = null
    await file.read(relationsPartOf(part), onOpen((name, attributes) => {
      if (name === 'Relationship' && attributes.get('Type')?.endsWith(`/${kind}`) === true) target = attributes.get('Target') ?? null
    }))
    if (target === null) return null
    const stated: string = target
    return stated.startsWith('/') ? stated.slice(1) : stated.split('/').reduce<string[]>((parts, step) => (step === '..' ? parts.slice(0, -1) : [...parts, step]), part.split('/').slice(0, -1)).join('/')
  }
  let serial = 0
  const freePart = (make: (index: number) => string): string => {
    for (;;) {
      serial += 1
      const name = make(serial)
      if (!entries.has(name) && !changed.has(name)) return name
    }
  }
  const addRelation = async (part: string, kind: string, target: string): Promise<string> => {
    const rels = relationsPartOf(part)
    const before = (await read(rels)) || `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`
    const id = `rIdMark${changed.size + 1}${kind.length}`
    const opened = before.replace(/<((?:\w+:)?)Relationships\b([^>]*?)\/>/, '<$1Relationships$2></$1Relationships>')
    const close = /<\/((?:\w+:)?)Relationships>/.exec(opened)
    if (close === null) throw new CannotPatch('relations')
    changed.set(rels, `${opened.slice(0, close.index)}<${close[1] ?? ''}Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${escapeXml(relativeTo(part, target))}"/>${opened.slice(close.index)}`)
    return id
  }
  const addType = async (entry: string): Promise<void> => {
    const text = await read(CONTENT_TYPES)
    const close = /<\/((?:\w+:)?)Types>/.exec(text)
    if (close === null) throw new CannotPatch('types')
    changed.set(CONTENT_TYPES, `${text.slice(0, close.index)}${entry.replace('<', `<${close[1] ?? ''}`)}${text.slice(close.index)}`)
  }

  for (const { name, part } of sheets) {
    const own = marks.filter((mark) => mark.sheet === name)
    const before = await read(part)
    if (own.length === 0) {
      const plain = withoutFormulas(before)
      if (plain !== before) changed.set(part, plain)
      continue
    }
    let text = markCells(before, own, styles)
    const [comments, drawing] = [await relationOf(part, 'comments'), await relationOf(part, 'vmlDrawing')]
    let fresh = own
    if (comments === null) {
      const made = freePart((index) => `xl/comments${100 + index}.xml`)
      changed.set(made, newComments(own, author))
      await addRelation(part, 'comments', made)
      await addType(`<Override PartName="/${made}" ContentType="${COMMENT_TYPE}"/>`)
    } else {
      const added = addComments(await read(comments), own)
      changed.set(comments, added.text)
      fresh = [...added.fresh]
    }
    if (drawing === null) {
      const made = freePart((index) => `xl/drawings/vmlDrawing${100 + index}.vml`)
      changed.set(made, newDrawing(fresh))
      const id = await addRelation(part, 'vmlDrawing', made)
      if (!/Extension="vml"/i.test(await read(CONTENT_TYPES))) await addType(`<Default Extension="vml" ContentType="${VML_TYPE}"/>`)
      const data = text.search(/<\/(?:\w+:)?sheetData>|<(?:\w+:)?sheetData\/>/)
      AFTER_DRAWING.lastIndex = data
      const close = /<\/((?:\w+:)?)worksheet>/.exec(text)
      if (data < 0 || close === null) throw new CannotPatch('worksheet end')
      const at = AFTER_DRAWING.exec(text)?.index ?? close.index
      text = `${text.slice(0, at)}<${close[1] ?? ''}legacyDrawing xmlns:mark="${RELATIONS}" mark:id="${id}"/>${text.slice(at)}`
    } else changed.set(drawing, addShapes(await read(drawing), fresh))
    changed.set(part, text)
  }
  changed.set(stylesPart, styles.text())
  // 公式没有了,计算次序也就不要了。
  const calcChain = [...entries.keys()].find((name) => /calcChain/i.test(name))
  if (calcChain !== undefined) {
    const rels = relationsPartOf(file.workbookPart)
    changed.set(rels, (await read(rels)).replaceAll(/<(?:\w+:)?Relationship\b[^>]*calcChain[^>]*\/>/g, ''))
    changed.set(CONTENT_TYPES, (await read(CONTENT_TYPES)).replaceAll(/<(?:\w+:)?Override\b[^>]*calcChain[^>]*\/>/g, ''))
  }
  const parts: ZipPart[] = [...entries.values()]
    .filter(({ name }) => name !== calcChain)
    .map((entry) => {
      const text = changed.get(entry.name)
      if (text !== undefined) return { name: entry.name, content: Buffer.from(text) }
      return { name: entry.name, method: entry.method, crc: entry.crc, packed: bytes.subarray(entry.start, entry.start + entry.packed), unpacked: entry.unpacked }
    })
  for (const [name, text] of changed) if (!entries.has(name)) parts.push({ name, content: Buffer.from(text) })
  return writeZip(parts)
}
