import type { HandbookAnchor, PrintLayout } from '../../../shared/model/handbook-print.ts'

export interface MeasuredPages {
  /** 标题 id → 第一遍所在的物理页(从 1 起)。 */
  readonly pageOf: ReadonlyMap<string, number>
  readonly totalPages: number
  /** 封面、说明、目录(含补的背面)占的物理页数。 */
  readonly frontPages: number
}

/**
 * 由第一遍量得的页码排定第二遍:凡须从右页开始的节落在左页,就在它前面补一张空白背面,其后各页顺延。
 * 正文从 1 起编页,前置各页不编号。
 *
 * @throws Error 有标题在第一遍里找不到:版面代码与标题清单对不上,不能印出错的目录。
 */
export const planLayout = (anchors: readonly HandbookAnchor[], measured: MeasuredPages): PrintLayout => {
  const pageOf: Record<string, number> = {}
  const blankBefore: string[] = []
  // 前置页数为单数时,正文前要先补一页,正文第 1 页才在右页。
  let added = measured.frontPages % 2
  const front = measured.frontPages + added
  for (const anchor of anchors) {
    const page = measured.pageOf.get(anchor.id)
    if (page === undefined) throw new Error(`no page for anchor ${anchor.id}`)
    if (anchor.startsOnRight && (page + added) % 2 === 0) {
      blankBefore.push(anchor.id)
      added++
    }
    pageOf[anchor.id] = page + added - front
  }
  return { pageOf, blankBefore, frontBlank: measured.frontPages % 2 === 1, bodyPages: measured.totalPages + added - front }
}
