import type { ReactNode } from 'react'
import { developmentPrintText } from '../../shared/i18n/zh-CN/development-print.ts'
import { memberFormText } from '../../shared/i18n/zh-CN/member-form.ts'
import { memberStructureText } from '../../shared/i18n/zh-CN/member-structure.ts'
import { recoverySheetText } from '../../shared/i18n/zh-CN/recovery-sheet.ts'
import { transferLetterText } from '../../shared/i18n/zh-CN/transfer-letter.ts'
import type { DevelopmentPrintModel } from '../../shared/model/development-print.ts'
import type { VolumePrintModel } from '../../shared/model/volume.ts'
import type { ListPrintModel } from '../../shared/model/list-document.ts'
import type { MemberFormPrintModel } from '../../shared/model/member-form-print.ts'
import type { StructurePrintModel } from '../../shared/model/member-structure.ts'
import type { RecoverySheetPrintModel } from '../../shared/model/recovery-sheet-print.ts'
import type { TransferLetterPrintModel } from '../../shared/model/transfer.ts'
import { DevelopmentRecord } from './development/development-record.tsx'
import { TransferLetter } from './development/transfer-letter.tsx'
import { pageRules } from './handbook/page-rules.ts'
import { VolumeDocument } from './handbook/volume-document.tsx'
import { ListPages } from './list/list-document.tsx'
import { listPageRules } from './list/list-page-rules.ts'
import { fitSides } from './member-form/fit-sides.ts'
import { MemberForms } from './member-form/member-form.tsx'
import { RecoverySheetDocument } from './recovery-sheet/recovery-sheet-document.tsx'
import { StructureDocument } from './structure/structure-document.tsx'

interface PrintPage {
  /** PDF 的标题:阅读器的窗口和打印队列里看得出是什么。 */
  readonly title: string
  /** 随内容而定的页面规则(页眉里的名称)。 */
  readonly rules: string
  readonly content: ReactNode
  /** 字体都到了以后再量、再调的。 */
  readonly settle?: (root: ParentNode) => void
}

/** 各种打印页;数据由核心按同一类型造出,内联在页里。 */
export const pages: Readonly<Record<string, (model: unknown) => PrintPage>> = {
  'development-record': (given) => {
    const model = given as DevelopmentPrintModel
    return { title: developmentPrintText.documentTitle(model.person.fields.name), rules: '', content: <DevelopmentRecord model={model} /> }
  },
  'transfer-letter': (given) => {
    const model = given as TransferLetterPrintModel
    return { title: transferLetterText.documentTitle(model.fields.name, model.number), rules: '', content: <TransferLetter model={model} /> }
  },
  handbook: (given) => {
    const model = given as VolumePrintModel
    return { title: model.documentTitle, rules: pageRules(model), content: <VolumeDocument model={model} /> }
  },
  list: (given) => {
    const model = given as ListPrintModel
    return { title: model.document.title, rules: listPageRules(model), content: <ListPages model={model} /> }
  },
  'member-form': (given) => {
    const model = given as MemberFormPrintModel
    return { title: memberFormText.documentTitle(model.people.map(({ name }) => name)), rules: '', content: <MemberForms model={model} />, settle: fitSides }
  },
  'member-structure': (given) => {
    const model = given as StructurePrintModel
    return { title: memberStructureText.listTitle(model.organisationName), rules: '', content: <StructureDocument model={model} /> }
  },
  'recovery-sheet': (given) => {
    const model = given as RecoverySheetPrintModel
    return { title: recoverySheetText.documentTitle(model.unitName), rules: '', content: <RecoverySheetDocument model={model} /> }
  },
}

/** 没有这种打印页为 null。 */
export const printPageOf = (given: { readonly page: string; readonly model: unknown } | undefined): PrintPage | null => (given === undefined || !Object.hasOwn(pages, given.page) ? null : (pages[given.page]?.(given.model) ?? null))
