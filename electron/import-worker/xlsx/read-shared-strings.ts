import { IMPORT_LIMITS } from '../limits.ts'
import { tooComplex } from '../workbook-rejected.ts'
import type { WorkbookPackage } from './open-package.ts'

/** Excel 把 XML 里写不了的字符写成 _x000D_ 这样。 */
export const unescapeText = (text: string): string => (text.includes('_x') ? text.replaceAll(/_x([\dA-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text)

/** 接文字的小筒:只留格子上限那么多字,一百万字的格子占不了内存。 */
export const createTextCollector = () => {
  let text = ''
  return {
    add: (part: string): void => {
      if (text.length < IMPORT_LIMITS.cellCharacters) text += part.slice(0, IMPORT_LIMITS.cellCharacters - text.length)
    },
    take: (): string => {
      const taken = text
      text = ''
      return taken
    },
  }
}

/** 共享字符串,按编号;注音(rPh)不是正文。 */
export const readSharedStrings = async (file: WorkbookPackage, part: string): Promise<readonly string[]> => {
  const strings: string[] = []
  const collector = createTextCollector()
  let inText = false
  let phonetic = 0
  let total = 0
  await file.read(part, {
    open: (name) => {
      if (name === 'rPh') phonetic += 1
      else if (name === 't') inText = phonetic === 0
    },
    close: (name) => {
      if (name === 'rPh') phonetic -= 1
      else if (name === 't') inText = false
      else if (name === 'si') {
        const text = unescapeText(collector.take())
        total += text.length
        if (total > IMPORT_LIMITS.sharedCharacters) throw tooComplex('characters', IMPORT_LIMITS.sharedCharacters)
        if (strings.length >= IMPORT_LIMITS.sharedStrings) throw tooComplex('strings', IMPORT_LIMITS.sharedStrings)
        strings.push(text)
      }
    },
    text: (text) => {
      if (inText) collector.add(text)
    },
  })
  return strings
}
