import { printedDay } from '../../../../shared/i18n/zh-CN/handbook-print.ts'
import { volumeText } from '../../../../shared/i18n/zh-CN/volume.ts'
import { shippedRegister } from '../../../../shared/data/registers/index.ts'
import type { VolumeBlock, VolumeColumn } from '../../../../shared/model/volume.ts'
import { registerValueText } from '../../../../shared/util/register-value-text.ts'
import { createRegisterRepo, type RegisterRecord } from '../../../store/repos/register-repo.ts'
import { paragraphsOf } from './meeting-leaf.ts'
import { leafOf, type SectionFactory } from './section.ts'

const text = volumeText.registers
const LINES = 8
const BLANK_ROWS = 13
const ROW_HEIGHT = 14
const TASKS: readonly VolumeColumn[] = [
  { label: text.task, width: 62, align: 'left' },
  { label: text.owner, width: 24 },
  { label: text.order, width: 32 },
  { label: text.mark, width: 44, align: 'left' },
]
const wordOf = ({ definitionKey, values }: RegisterRecord, key: string): string => {
  const field = shippedRegister(definitionKey)?.fields.find((each) => each.key === key)
  return field === undefined ? '' : registerValueText(field, values[key])
}
/** 上报日期、审核意见:各条写着的,依次列出,相同的只列一次。 */
const reviewLines = (records: readonly RegisterRecord[]): readonly string[] => [
  ...new Set(records.flatMap((record) => [wordOf(record, 'submittedOn') === '' ? '' : text.submitted(printedDay(wordOf(record, 'submittedOn'))), ...paragraphsOf(wordOf(record, 'opinion'))]).filter((line) => line !== '')),
]
const prose = (label: string, paragraphs: readonly string[], lines: number): VolumeBlock => ({ kind: 'prose', label, paragraphs, lines })

/** 年度工作计划:指导目标、重点任务一张表、上报和审核。 */
export const yearPlanSection: SectionFactory = ({ store, ports }) => {
  const repo = createRegisterRepo(store.db, ports.ids.next)
  return {
    key: 'year_plan',
    whenEmpty: 'none',
    collect: ({ branchId, year, day }) => {
      const records = repo.list('year_plan', [branchId], year, day).toReversed()
      if (records.length === 0) return []
      const rows = records.map((record) => [wordOf(record, 'task'), wordOf(record, 'owner'), printedDay(record.day), wordOf(record, 'mark')])
      return [
        leafOf({
          key: 'year_plan',
          blocks: [
            prose(
              text.goal,
              records.flatMap((record) => paragraphsOf(wordOf(record, 'goal'))),
              2,
            ),
            { kind: 'table', columns: TASKS, rows, blankRows: 0, rowHeight: ROW_HEIGHT },
            prose(text.review, reviewLines(records), 2),
          ],
        }),
      ]
    },
    blank: () => [leafOf({ key: 'year_plan', blocks: [prose(text.goal, [], 2), { kind: 'table', columns: TASKS, rows: [], blankRows: BLANK_ROWS, rowHeight: ROW_HEIGHT }] })],
  }
}

/** 年度工作总结:一份一张。 */
export const yearSummarySection: SectionFactory = ({ store, ports }) => {
  const repo = createRegisterRepo(store.db, ports.ids.next)
  const parts = [
    { label: text.worked, key: 'content' },
    { label: text.lacking, key: 'problems' },
    { label: text.nextSteps, key: 'nextSteps' },
  ] as const
  return {
    key: 'year_summary',
    whenEmpty: 'none',
    collect: ({ branchId, year, day }) =>
      repo
        .list('year_summary', [branchId], year, day)
        .toReversed()
        .map((record) =>
          leafOf({
            key: `year_summary/${record.id}`,
            blocks: [...parts.map(({ label, key }) => prose(label, paragraphsOf(wordOf(record, key)), LINES)), prose(text.review, reviewLines([record]), 2)],
          }),
        ),
    blank: () => [leafOf({ key: 'year_summary', blocks: parts.map(({ label }) => prose(label, [], LINES)) })],
  }
}
