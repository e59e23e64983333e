import { handbookPrintText as text } from '../../../shared/i18n/zh-CN/handbook-print.ts'
import { volumeSectionTitles } from '../../../shared/i18n/zh-CN/volume-sections.ts'
import type { ContentsLine, VolumePrintModel, VolumeSection } from '../../../shared/model/volume.ts'
import type { SectionChoice, SectionKey } from '../../../shared/model/volume-sections.ts'
import { orderedSections } from '../../../shared/util/section-order.ts'
import { failWith } from '../../rpc/handlers.ts'
import { createMemberRepo } from '../../store/repos/member-repo.ts'
import { createOrganisationRepo } from '../../store/repos/organisation-repo.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import { createSections } from './sections/index.ts'
import { leafOf, type BlankWish, type SectionDefinition, type VolumeYear } from './sections/section.ts'

/** 目录:一节一行,节里有标题的各张再各一行。 */
export const contentsOf = (sections: readonly VolumeSection[]): readonly ContentsLine[] =>
  sections.flatMap(({ heading, leaves }): ContentsLine[] => [
    { key: leaves[0]?.key ?? '', level: 1, title: heading },
    ...leaves.filter(({ contentsTitle }) => contentsTitle !== '').map(({ key, contentsTitle }): ContentsLine => ({ key, level: 2, title: contentsTitle })),
  ])

export interface VolumeContent {
  /** @throws DeclaredFailure NOT_FOUND / NOT_A_BRANCH */
  year(branchId: string, year: number, ownBranch: boolean): VolumeYear
  /** 按单位排定的次序,有内容的各节。 */
  sections(year: VolumeYear, choice: SectionChoice): readonly VolumeSection[]
  /** 空白表;没有空白表的节跳过。 */
  blanks(year: VolumeYear, keys: readonly SectionKey[], wish: BlankWish & { readonly copies: number }): readonly VolumeSection[]
  /** 一次打印的外壳:封面上的字、打印日期。 */
  frame(year: VolumeYear, kind: VolumePrintModel['kind']): Omit<VolumePrintModel, 'front' | 'sections' | 'layout'>
  readonly definitions: ReadonlyMap<SectionKey, SectionDefinition>
}

/** 收集一个支部一年册子的内容。 */
export const createVolumeContent = (scope: WorkspaceScope): VolumeContent => {
  const { db } = scope.store
  const organisations = createOrganisationRepo(db)
  const members = createMemberRepo(db)
  const definitions = createSections(scope)
  const headed = (sections: readonly Omit<VolumeSection, 'heading'>[]): VolumeSection[] => sections.map((section, index) => ({ ...section, heading: text.section(index, volumeSectionTitles[section.key]) }))

  return {
    definitions,
    year: (branchId, year, ownBranch) => {
      const today = scope.ports.clock.today()
      const yearEnd = `${year}-12-31`
      if (organisations.lifespan(branchId) === null) failWith('NOT_FOUND')
      // 年内撤销、改设的,以最后还是支部的那天为准。
      const day = organisations.lastBranchDay(branchId, `${year}-01-01`, today < yearEnd && today >= `${year}-01-01` ? today : yearEnd) ?? failWith('NOT_A_BRANCH')
      const branch = organisations.read(branchId, day) ?? failWith('NOT_FOUND')
      return { branchId, year, day, today, ownBranch, branch, unitName: organisations.topOf(branchId, day).name, roster: members.rosterOf(branchId, day) }
    },
    sections: (year, choice) =>
      headed(
        orderedSections(choice)
          .filter(({ on }) => on)
          .flatMap(({ key }) => {
            const definition = definitions.get(key)
            if (definition === undefined) return []
            const leaves = definition.collect(year)
            if (leaves.length > 0) return [{ key, leaves }]
            return definition.whenEmpty === 'omit' ? [] : [{ key, leaves: [leafOf({ key, blocks: [{ kind: 'none', text: text.none }] })] }]
          }),
      ),
    blanks: (year, keys, { copies, filled }) =>
      keys.flatMap((key) => {
          const leaves = definitions.get(key)?.blank?.(year, { filled }) ?? []
          // 一份一节:每一份都有节名。
        return leaves.length === 0 ? [] : Array.from({ length: copies }, (_unused, copy): VolumeSection => ({ key, heading: volumeSectionTitles[key], leaves: leaves.map((leaf) => ({ ...leaf, key: `${leaf.key}#${copy + 1}` })) }))
      }),
    frame: ({ branch, year, unitName, today }, kind) => ({ kind, documentTitle: text.documentTitle(branch.name, year), year, unitName, branchName: branch.name, secretaryName: branch.secretaryName, printedOn: today, changesSince: null }),
  }
}
