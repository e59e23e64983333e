import { fileNamesText } from '../../../shared/i18n/zh-CN/file-names.ts'
import { handbookPrintText } from '../../../shared/i18n/zh-CN/handbook-print.ts'
import { volumeText } from '../../../shared/i18n/zh-CN/volume.ts'
import { volumeSectionTitles } from '../../../shared/i18n/zh-CN/volume-sections.ts'
import type { ContentsLine, VolumePrintModel, VolumeSection } from '../../../shared/model/volume.ts'
import type { SectionKey } from '../../../shared/model/volume-sections.ts'
import { continuous, inSection } from '../../domain/print/page-labels.ts'
import { failWith } from '../../rpc/handlers.ts'
import { createPrintRunRepo, type PrintedVolume } from '../../store/repos/print-run-repo.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import { changedPages } from './changed-pages.ts'
import { createOwnBranch } from '../session/own-branch.ts'
import { fingerprinted, printedVolume } from './printed-volume.ts'
import { renderVolume, type PrintRun } from './render-volume.ts'
import { createSectionChoice } from './section-choice.ts'
import type { VolumeYear } from './sections/section.ts'
import { writeWord } from './word/write-word.ts'
import { contentsOf, createVolumeContent } from './volume-content.ts'

/** 做好的一份,还没交出去。 */
export interface MadeVolume {
  readonly name: string
  readonly pdf: Uint8Array
  readonly pages: number
  readonly drafts: number
  /** 登记打印时要记的;单独一节、空白表不登记。 */
  readonly printed: { readonly kind: 'volume' | 'changes'; readonly volume: PrintedVolume } | null
}

const draftsIn = (sections: readonly VolumeSection[]): number => sections.flatMap(({ leaves }) => leaves).filter(({ mark }) => mark !== '').length

/** 五种打印:整本、一节、只打改动、空白表;内容从同一处收集,都走两遍印成。 */
export const createVolumePrinter = (scope: WorkspaceScope) => {
  const content = createVolumeContent(scope)
  const choice = createSectionChoice(scope)
  const runs = createPrintRunRepo(scope.store.db)
  const ownBranch = createOwnBranch(scope)

  const open = (branchId: string, year: number, own = ownBranch(branchId)) => {
    const given = content.year(branchId, year, own)
    return { given, sections: content.sections(given, choice.read()) }
  }
  const modelOf = (given: VolumeYear, kind: VolumePrintModel['kind'], sections: readonly VolumeSection[], front: Partial<VolumePrintModel['front']>): VolumePrintModel => ({ ...content.frame(given, kind), front: { cover: false, contents: null, changes: null, ...front }, sections, layout: null })
  const day = (model: VolumePrintModel): string => model.printedOn.replaceAll('-', '')

  /** @param own 缺省看是谁在印;成批的、封存的一律不带只给本支部看的正文。 */
  const handbook = async (branchId: string, year: number, run: PrintRun, own?: boolean): Promise<MadeVolume> => {
    const { given, sections } = open(branchId, year, own)
    const contents = contentsOf(sections)
    const model = modelOf(given, 'volume', sections, { cover: true, contents })
    const { pdf, pages, layout } = await renderVolume(model, () => ({ number: continuous() }), run)
    return { name: fileNamesText.handbook(model.branchName, year, day(model)), pdf, pages, drafts: draftsIn(sections), printed: { kind: 'volume', volume: printedVolume({ frame: model, contents, leaves: fingerprinted(sections), layout }) } }
  }
  const section = async (branchId: string, year: number, key: SectionKey, run: PrintRun): Promise<MadeVolume> => {
    const { given, sections } = open(branchId, year)
    const index = sections.findIndex((each) => each.key === key)
    const found = sections[index] ?? failWith('NOTHING_TO_PRINT')
    const model = modelOf(given, 'section', [found], {})
    const { pdf, pages } = await renderVolume(model, () => ({ number: inSection(handbookPrintText.sectionNumber(index), volumeText.folio.section) }), run)
    return { name: fileNamesText.section(model.branchName, year, volumeSectionTitles[key], day(model)), pdf, pages, drafts: draftsIn([found]), printed: null }
  }
  /** 与上次登记打印的比;没登记过为 null。 */
  const compare = (given: VolumeYear, sections: readonly VolumeSection[], contents: readonly ContentsLine[]) => {
    const last = runs.last(given.branchId, given.year)
    return last === null ? null : { last, changed: changedPages(content.frame(given, 'changes'), sections, contents, last.volume) }
  }
  const changes = async (branchId: string, year: number, run: PrintRun): Promise<MadeVolume> => {
    const { given, sections } = open(branchId, year)
    const contents = contentsOf(sections)
    const { last, changed } = compare(given, sections, contents) ?? failWith('NOT_PRINTED_YET')
    if (changed.count === 0) failWith('NOTHING_CHANGED')
    const model: VolumePrintModel = {
      ...modelOf(given, 'changes', changed.sections, { cover: changed.front.cover, contents: changed.front.contents ? contents : null, changes: changed.lines({}) }),
      changesSince: last.printedOn,
    }
    const { pdf, pages, layout } = await renderVolume(model, changed.numbering, run, ({ labels }) => changed.lines(labels))
    const previous = new Map(last.volume.leaves.map(({ key, labels }) => [key, labels]))
    return { name: fileNamesText.changes(model.branchName, year, day(model)), pdf, pages, drafts: draftsIn(changed.sections), printed: { kind: 'changes', volume: printedVolume({ frame: model, contents, leaves: fingerprinted(sections), layout, previous }) } }
  }
  const blanks = async (branchId: string, year: number, wish: { readonly sections: readonly SectionKey[]; readonly copies: number; readonly filled: boolean }, run: PrintRun): Promise<MadeVolume> => {
    const given = content.year(branchId, year, true)
    const sections = content.blanks(given, wish.sections, wish)
    const model = modelOf(given, 'blank', sections, {})
    const { pdf, pages } = await renderVolume(model, () => ({ number: ({ pages: count }) => Array.from({ length: count }, () => '') }), run)
    return { name: fileNamesText.blanks(model.branchName, year, day(model)), pdf, pages, drafts: 0, printed: null }
  }
  const word = async (branchId: string, year: number, key: SectionKey | null): Promise<{ readonly name: string; readonly bytes: Uint8Array }> => {
    const { given, sections } = open(branchId, year)
    const chosen = key === null ? sections : sections.filter((each) => each.key === key)
    if (chosen.length === 0) failWith('NOTHING_TO_PRINT')
    const model = modelOf(given, key === null ? 'volume' : 'section', chosen, { cover: key === null })
    return { name: fileNamesText.word(model.branchName, year, key === null ? handbookPrintText.bookTitle : volumeSectionTitles[key], day(model)), bytes: await writeWord(model) }
  }
  const overview = (branchId: string, year: number) => {
    const { given, sections } = open(branchId, year)
    const compared = compare(given, sections, contentsOf(sections))
    return { found: new Map(sections.map((each) => [each.key, { leaves: each.leaves.length, drafts: draftsIn([each]) }])), last: compared === null ? null : { ...compared.last, changed: compared.changed.count } }
  }
  return { handbook, section, changes, blanks, word, overview, choice, runs, content }
}
