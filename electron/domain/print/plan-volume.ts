import type { VolumeLayout } from '../../../shared/model/volume.ts'
import type { Numberer } from './page-labels.ts'

/** 第一遍量得的:各张(连前面的封面、目录)所在的物理页,依次。 */
export interface MeasuredLeaf {
  readonly key: string
  /** 物理页,从 1 起。 */
  readonly page: number
}

/** 由这次的页码得出目录里印的;没有重印的张照上次的。 */
export type ContentsLabels = (labels: Readonly<Record<string, readonly string[]>>) => Readonly<Record<string, string>>

const isOdd = (count: number): boolean => count % 2 === 1

/** 各张占几页:下一张的起页减去这一张的。 */
export const pageCounts = (leaves: readonly MeasuredLeaf[], totalPages: number): ReadonlyMap<string, number> =>
  new Map(leaves.map(({ key, page }, index) => [key, (leaves[index + 1]?.page ?? totalPages + 1) - page]))

/** 一张怎么放。 */
export interface LeafPlace {
  readonly key: string
  /** 可以印在前一张的背面。 */
  readonly onBack: boolean
}

/**
 * 由第一遍量得的页数排定第二遍:一张从右页开始,前面落单的补一张空白背面;可以印在背面的接着印。
 * 一叠(一张连同印在它背面的)因此总是整张的纸,改了就整叠换。
 *
 * @param front 封面、目录、换页说明一类,不编页码,各从右页开始。
 */
export const planVolume = (given: { readonly front: readonly string[]; readonly leaves: readonly LeafPlace[]; readonly counts: ReadonlyMap<string, number>; readonly number: Numberer; readonly contentsLabels?: ContentsLabels }): VolumeLayout & { readonly totalPages: number } => {
  const { front, leaves, counts, number } = given
  const all: readonly LeafPlace[] = [...front.map((key) => ({ key, onBack: false })), ...leaves]
  const countOf = (key: string): number => counts.get(key) ?? 0
  const blankAfter: string[] = []
  let used = 0
  for (const [index, { key }] of all.entries()) {
    used += countOf(key)
    const next = all[index + 1]
    if (next === undefined || next.onBack || !isOdd(used)) continue
    blankAfter.push(key)
    used++
  }
  const blank = new Set(blankAfter)
  const whole = (key: string): number => countOf(key) + (blank.has(key) ? 1 : 0)
  const labels = Object.fromEntries(leaves.map(({ key }) => [key, number({ key, pages: whole(key) })]))
  return {
    labels,
    contentsLabels: given.contentsLabels?.(labels) ?? Object.fromEntries(leaves.map(({ key }) => [key, labels[key]?.[0] ?? ''])),
    pages: Object.fromEntries(all.map(({ key }) => [key, countOf(key)])),
    blankAfter,
    bodyPages: leaves.reduce((sum, { key }) => sum + whole(key), 0),
    totalPages: used,
  }
}
