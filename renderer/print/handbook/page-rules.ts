import type { HandbookPrintModel } from '../../../shared/model/handbook-print.ts'
import { cssString } from '../css-string.ts'
import { handbookSections } from './sections.ts'

const SANS = '"Print Latin", "Print Sans", "LXGW WenKai GB Screen", sans-serif'
const SERIF = '"Print Latin", "Print Serif", "LXGW WenKai GB Screen", serif'
const HEAD = `font: 9pt ${SANS}; vertical-align: bottom; margin-bottom: 6mm; padding-bottom: 1mm; border-bottom: 0.5pt solid #000;`
const FOLIO = `font: 14pt ${SERIF}; vertical-align: top; padding-top: 5mm; content: "\\2014  " counter(page) " \\2014 ";`
const LEFT = `${HEAD} text-align: left; width: 60%;`
const RIGHT = `${HEAD} text-align: right; width: 40%;`

/**
 * 每节一种命名页:右页(单数)页眉左为节名、右为支部名,左页对调;页码在外侧。
 * 封面、说明、目录不编页(计数加零),正文因此从 1 起。
 */
export const pageRules = (model: HandbookPrintModel): string =>
  handbookSections(model)
    .map(({ pageName, heading }) => {
      const section = cssString(heading)
      const branch = cssString(model.branch.name)
      return [
        `@page ${pageName}:right { @top-left { ${LEFT} content: ${section}; } @top-right { ${RIGHT} content: ${branch}; } @bottom-right { ${FOLIO} padding-right: 5mm; } }`,
        `@page ${pageName}:left { @top-left { ${LEFT} content: ${branch}; } @top-right { ${RIGHT} content: ${section}; } @bottom-left { ${FOLIO} padding-left: 5mm; } }`,
      ].join('\n')
    })
    .join('\n')
