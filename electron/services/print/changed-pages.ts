import { volumeText } from '../../../shared/i18n/zh-CN/volume.ts'
import type { ChangeLine, ContentsLine, VolumePrintModel, VolumeSection } from '../../../shared/model/volume.ts'
import { changedStacks } from '../../domain/print/changed-stacks.ts'
import { loosePages } from '../../domain/print/page-labels.ts'
import type { PrintedVolume } from '../../store/repos/print-run-repo.ts'
import { contentsFingerprint, coverFingerprint, fingerprinted, type FingerprintedLeaf } from './printed-volume.ts'
import type { Numbering } from './render-volume.ts'

const { changes: t, folio } = volumeText
const pagesOf = (labels: readonly string[]): string => folio.pages(labels[0] ?? '', labels.at(-1) ?? '')

export interface ChangedPages {
  /** 有变动的各叠,依次;没有变动为空。 */
  readonly stacks: readonly (readonly FingerprintedLeaf[])[]
  readonly count: number
  /** 只含有变动的张。 */
  readonly sections: readonly VolumeSection[]
  readonly front: { readonly cover: boolean; readonly contents: boolean }
  readonly numbering: Numbering
  /** 换页说明;新页码由排好的版面给。 */
  lines(labels: Readonly<Record<string, readonly string[]>>): readonly ChangeLine[]
}

/** 与上次印在纸上的比,排出要重印、要抽掉的(ux S05「从上次打印之后」)。 */
export const changedPages = (frame: Pick<VolumePrintModel, 'unitName' | 'branchName' | 'secretaryName' | 'year'>, sections: readonly VolumeSection[], contents: readonly ContentsLine[], printed: PrintedVolume): ChangedPages => {
  const leaves = fingerprinted(sections)
  const { changed, removed } = changedStacks(leaves, printed.leaves)
  const previous = new Map(printed.leaves.map(({ key, labels }) => [key, labels]))
  const order = leaves.map(({ key }) => key)
  const reprinted = new Set(changed.flat().map(({ key }) => key))
  const front = { cover: coverFingerprint(frame) !== printed.cover, contents: contentsFingerprint(contents) !== printed.contents }
  /** 册子里排在这一叠前面的最后一页。 */
  const before = (key: string, labels: Readonly<Record<string, readonly string[]>>): string | undefined =>
    order
      .slice(0, order.indexOf(key))
      .map((each) => labels[each] ?? previous.get(each) ?? [])
      .findLast((each) => each.length > 0)
      ?.at(-1)
  return {
    stacks: changed,
    count: changed.length + removed.length + Number(front.cover) + Number(front.contents),
    front,
    sections: sections.flatMap((section) => {
      const kept = section.leaves.filter(({ key }) => reprinted.has(key))
      return kept.length === 0 ? [] : [{ ...section, leaves: kept, isPart: kept[0] !== section.leaves[0] }]
    }),
    numbering: () => {
      const number = loosePages(previous, order, folio.insertedMark)
      return { number, contentsLabels: (labels) => Object.fromEntries(order.map((key) => [key, (labels[key] ?? previous.get(key) ?? [])[0] ?? ''])) }
    },
    lines: (labels) => [
      ...(front.cover ? [{ title: t.cover, printed: '', action: t.coverAction }] : []),
      ...(front.contents ? [{ title: t.contents, printed: '', action: t.contentsAction }] : []),
      ...changed.map((stack): ChangeLine => {
        const keys = stack.map(({ key }) => key)
        const old = printed.leaves.filter(({ group, key }) => group === keys[0] || keys.includes(key)).flatMap((leaf) => leaf.labels)
        const after = before(keys[0] ?? '', labels)
        return { title: stack.map(({ title }) => title).join('；'), printed: pagesOf(keys.flatMap((key) => labels[key] ?? [])), action: old.length > 0 ? t.replace(pagesOf(old)) : after === undefined ? t.insertFirst : t.insert(after) }
      }),
      ...removed.map((stack): ChangeLine => ({ title: stack.map(({ title }) => title).join('；'), printed: '', action: t.remove(pagesOf(stack.flatMap(({ labels: old }) => old))) })),
    ],
  }
}
