import { createHash } from 'node:crypto'
import type { ContentsLine, VolumeLayout, VolumeLeaf, VolumePrintModel, VolumeSection } from '../../../shared/model/volume.ts'
import { stacksOf } from '../../domain/print/changed-stacks.ts'
import type { PrintedLeaf, PrintedVolume } from '../../store/repos/print-run-repo.ts'

/** 块里的列宽可以带小数,所以不用计分那一套规范写法;同一段代码造出来的,键的次序总是一样。 */
const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')

/** 一张的指纹:块的内容。链头每次写入都变,不算内容。 */
const leafFingerprint = ({ title, mark, rotated, blocks, foot }: VolumeLeaf): string =>
  digest({ title, mark, rotated, foot, blocks: blocks.map((block) => (block.kind === 'portrait' ? { kind: block.kind, portrait: block.portrait } : block)) })

export type FingerprintedLeaf = Pick<VolumeLeaf, 'key' | 'onBack'> & { readonly title: string; readonly fingerprint: string }

/** 各张连同指纹;没有自己题名的用节名。 */
export const fingerprinted = (sections: readonly VolumeSection[]): readonly FingerprintedLeaf[] =>
  sections.flatMap(({ heading, leaves }) => leaves.map((leaf) => ({ key: leaf.key, onBack: leaf.onBack, title: leaf.contentsTitle || leaf.title || heading, fingerprint: leafFingerprint(leaf) })))

export const coverFingerprint = ({ unitName, branchName, secretaryName, year }: Pick<VolumePrintModel, 'unitName' | 'branchName' | 'secretaryName' | 'year'>): string => digest({ unitName, branchName, secretaryName, year })
export const contentsFingerprint = (lines: readonly ContentsLine[]): string => digest(lines)

/**
 * 这次打印之后纸面上的样子:重印的照这次的页码,其余照上次的。
 *
 * @param previous 只打改动时,上次的页码。
 */
export const printedVolume = (given: { readonly frame: Parameters<typeof coverFingerprint>[0]; readonly contents: readonly ContentsLine[]; readonly leaves: readonly FingerprintedLeaf[]; readonly layout: VolumeLayout; readonly previous?: ReadonlyMap<string, readonly string[]> }): PrintedVolume => ({
  cover: coverFingerprint(given.frame),
  contents: contentsFingerprint(given.contents),
  leaves: stacksOf(given.leaves).flatMap((stack) => stack.map(({ key, title, fingerprint }): PrintedLeaf => ({ key, title, group: stack[0]?.key ?? key, fingerprint, labels: given.layout.labels[key] ?? given.previous?.get(key) ?? [] }))),
})
