import { damaged } from '../workbook-rejected.ts'
import { numberFormatOf, type NumberFormat } from './number-formats.ts'
import type { WorkbookPackage } from './open-package.ts'

const INTEGER = /^\d{1,6}$/

/** 样式编号 → 显示格式;日期只到月还是到日,全看它。 */
export const readStyles = async (file: WorkbookPackage, part: string): Promise<readonly NumberFormat[]> => {
  const custom = new Map<number, string>()
  const ids: number[] = []
  let isCellFormats = false
  const number = (text: string | undefined): number => {
    if (text === undefined || !INTEGER.test(text)) throw damaged('number format id')
    return Number(text)
  }
  await file.read(part, {
    open: (name, attributes) => {
      if (name === 'cellXfs') isCellFormats = true
      else if (name === 'numFmt' && !custom.has(number(attributes.get('numFmtId')))) custom.set(number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '')
      else if (name === 'xf' && isCellFormats) ids.push(number(attributes.get('numFmtId') ?? '0'))
    },
    close: (name) => {
      if (name === 'cellXfs') isCellFormats = false
    },
    text: () => undefined,
  })
  return ids.map((id) => numberFormatOf(id, custom))
}
