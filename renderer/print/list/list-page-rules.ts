import { listOutputText as text } from '../../../shared/i18n/zh-CN/list-output.ts'
import type { ListPrintModel } from '../../../shared/model/list-document.ts'
import { cssString } from '../css-string.ts'

const FONT = 'font: 9pt "Print Latin", "Print Sans", "LXGW WenKai GB Screen", sans-serif;'

/** 每页页脚有页码与共几页、单位、日期;从第二页起页眉写「某某表(续)」。 */
export const listPageRules = ({ unitName, printedOn, landscape, document }: ListPrintModel): string => {
  const { before, between, after } = text.page
  return [
    `@page list { size: ${landscape ? '297mm 210mm' : '210mm 297mm'}; margin: 16mm 15mm 17mm; }`,
    `@page list { @top-left { ${FONT} content: ${cssString(text.continued(document.title))}; vertical-align: bottom; padding-bottom: 2mm; } }`,
    `@page list:first { @top-left { content: none; } }`,
    `@page list { @bottom-left { ${FONT} content: ${cssString(unitName)}; } @bottom-center { ${FONT} content: ${cssString(before)} counter(page) ${cssString(between)} counter(pages) ${cssString(after)}; } @bottom-right { ${FONT} content: ${cssString(printedOn)}; } }`,
  ].join('\n')
}
