import { handbookPrintText } from '../../../shared/i18n/zh-CN/handbook-print.ts'
import { volumeText } from '../../../shared/i18n/zh-CN/volume.ts'
import type { VolumeLeaf, VolumePrintModel } from '../../../shared/model/volume.ts'
import { leafAnchors } from '../../../shared/util/volume-anchors.ts'
import { cssString } from '../css-string.ts'

const SANS = '"Print Latin", "Print Sans", "LXGW WenKai GB Screen", sans-serif'
const SERIF = '"Print Latin", "Print Serif", "LXGW WenKai GB Screen", serif'
const HEAD = `font: 9pt ${SANS}; vertical-align: bottom; margin-bottom: 6mm; padding-bottom: 1mm; border-bottom: 0.5pt solid #000; width: 50%; white-space: nowrap;`
const LEFT = `${HEAD} text-align: left;`
const RIGHT = `${HEAD} text-align: right;`
const FOLIO = `font: 14pt ${SERIF}; vertical-align: top; padding-top: 5mm; width: 30%; white-space: nowrap;`
const FOOT = `font: 9pt ${SANS}; vertical-align: top; padding-top: 6mm; width: 70%; white-space: nowrap;`

/** 页眉一边 81 毫米,9 磅字排得下这么多;再长的名称中间省去。支部名后面还要印年度。 */
const HEAD_CHARACTERS = 24
const BRANCH_CHARACTERS = 18
const fitted = (name: string, most: number): string => {
  const characters = [...name]
  const half = Math.floor((most - 1) / 2)
  return characters.length <= most ? name : `${characters.slice(0, half).join('')}\u2026${characters.slice(-half).join('')}`
}
const symbols = (words: readonly string[]): string => words.map(cssString).join(' ')

/**
 * 一张一种命名页。页边里的字随张而变,也随张里的第几页而变,办法是:每张自己的计数,配一套按页列好的「数字」
 * (@counter-style fixed),第 k 页就显示第 k 个词。页码「13-1」、续页记号、「第 x 页,共 y 页」都这样来。
 * 右页(单数)页眉左为节名、右为支部名和年度,左页对调;页码在外侧,记录编号与校验码在内侧。
 */
const leafRules = (leaf: VolumeLeaf, heading: string, id: string, model: VolumePrintModel): string => {
  const labels = model.layout?.labels[leaf.key] ?? ['']
  const pages = model.layout?.pages[leaf.key] ?? labels.length
  const folios = labels.map((label) => (label === '' ? '\u2014\u3000\u3000\u3000\u2014' : `\u2014 ${label} \u2014`))
  const heads = labels.map((_label, index) => `${heading}${index > 0 && index < pages ? volumeText.continued : ''}`)
  const foots = labels.map((_label, index) => (index >= pages ? ' ' : [...leaf.foot, ...(pages > 1 || leaf.foot.length > 0 ? [handbookPrintText.pageOfRecord(index + 1, pages)] : [])].join('\u3000') || ' '))
  const counter = (style: string): string => `counter(${id}, ${id}${style})`
  const branch = cssString(handbookPrintText.running(fitted(model.branchName, BRANCH_CHARACTERS), model.year))
  return `
@counter-style ${id}f { system: fixed; symbols: ${symbols(folios)}; suffix: ""; }
@counter-style ${id}h { system: fixed; symbols: ${symbols(heads.map((head) => fitted(head, HEAD_CHARACTERS)))}; suffix: ""; }
@counter-style ${id}n { system: fixed; symbols: ${symbols(foots)}; suffix: ""; }
@page ${id} { counter-increment: page 0 ${id} 1; }
@page ${id}:right { @top-left { ${LEFT} content: ${counter('h')}; } @top-right { ${RIGHT} content: ${branch}; } @bottom-left { ${FOOT} text-align: left; content: ${counter('n')}; } @bottom-right { ${FOLIO} padding-right: 5mm; text-align: right; content: ${counter('f')}; } }
@page ${id}:left { @top-left { ${LEFT} content: ${branch}; } @top-right { ${RIGHT} content: ${counter('h')}; } @bottom-left { ${FOLIO} padding-left: 5mm; text-align: left; content: ${counter('f')}; } @bottom-right { ${FOOT} text-align: right; content: ${counter('n')}; } }`
}

/** 第一遍不印页边的字,版心一样大,量得的页数就一样。 */
export const pageRules = (model: VolumePrintModel): string => {
  if (model.layout === null) return ''
  const idOf = new Map(leafAnchors(model).map(({ key, id }) => [key, id]))
  return model.sections.flatMap(({ heading, leaves }) => leaves.map((leaf) => leafRules(leaf, heading, idOf.get(leaf.key) ?? '', model))).join('\n')
}
