import { printedDay } from '../../../../shared/i18n/zh-CN/handbook-print.ts'
import { volumeText } from '../../../../shared/i18n/zh-CN/volume.ts'
import { nameOf } from '../../../../shared/data/code-tables/code-table.ts'
import { submissionStates } from '../../../../shared/data/code-tables/submission-states.ts'
import { shippedRegister } from '../../../../shared/data/registers/index.ts'
import type { VolumeBlock, VolumeColumn } from '../../../../shared/model/volume.ts'
import type { Submission } from '../../../../shared/model/submission.ts'
import { registerValueText } from '../../../../shared/util/register-value-text.ts'
import { createSubmissionRepo } from '../../../store/repos/submission-repo.ts'
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
/** 哪天上报、谁审的、意见。 */
const reviewLines = (submission: Submission | null): readonly string[] => {
  if (submission === null || submission.submittedOn === null) return []
  const { submittedOn, reviewedOn, reviewer, opinion, state } = submission
  return [text.submitted(printedDay(submittedOn)), ...(reviewedOn === null ? [] : [text.reviewed(printedDay(reviewedOn), nameOf(submissionStates, state), reviewer)]), ...paragraphsOf(opinion)]
}
const prose = (label: string, paragraphs: readonly string[], lines: number): VolumeBlock => ({ kind: 'prose', label, paragraphs, lines })

/** 年度工作计划:指导目标、重点任务一张表、上报和审核。 */
export const yearPlanSection: SectionFactory = ({ store, ports }) => {
  const repo = createRegisterRepo(store.db, ports.ids.next)
  const submissions = createSubmissionRepo(store.db, ports.ids.next)
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
            prose(text.review, reviewLines(submissions.of('year_plan', branchId, year, day)), 2),
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
  const submissions = createSubmissionRepo(store.db, ports.ids.next)
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
            blocks: [...parts.map(({ label, key }) => prose(label, paragraphsOf(wordOf(record, key)), LINES)), prose(text.review, reviewLines(submissions.of('year_summary', branchId, year, day)), 2)],
          }),
        ),
    blank: () => [leafOf({ key: 'year_summary', blocks: parts.map(({ label }) => prose(label, [], LINES)) })],
  }
}
