import { Drawer } from 'antd'
import { useState } from 'react'
import { contract } from '../../../shared/contract/index.ts'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { submissionStates } from '../../../shared/data/code-tables/submission-states.ts'
import { plansText } from '../../../shared/i18n/zh-CN/plans.ts'
import type { Submission } from '../../../shared/model/submission.ts'
import { DataTable, type DataColumns } from '../../components/data-table.tsx'
import { ListActions, type OutputColumn } from '../../components/list-actions.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { mayCall, useSession } from '../../platform/session.ts'
import { SubmissionReview } from './submission-review.tsx'
import { SUBMISSION_TONES } from './submission-tones.ts'

const text = plansText.submission
const COLUMNS: DataColumns<Submission> = [
  { title: text.columns.branch, dataIndex: 'branchName', width: 200, ellipsis: true },
  { title: text.columns.state, key: 'state', width: 100, render: (_value, row) => <StateTag tone={SUBMISSION_TONES[row.state]} word={nameOf(submissionStates, row.state)} /> },
  { title: text.columns.entries, dataIndex: 'entries', width: 60 },
  { title: text.columns.submittedOn, key: 'submittedOn', width: 110, render: (_value, row) => row.submittedOn ?? '' },
  { title: text.columns.reviewedOn, key: 'reviewedOn', width: 110, render: (_value, row) => row.reviewedOn ?? '' },
  { title: text.columns.opinion, dataIndex: 'opinion', ellipsis: true },
]
const OUTPUT: readonly OutputColumn<Submission>[] = [
  { label: text.columns.branch, width: 24, value: (row) => row.branchName },
  { label: text.columns.state, width: 10, value: (row) => nameOf(submissionStates, row.state) },
  { label: text.columns.entries, kind: 'number', width: 8, value: (row) => row.entries },
  { label: text.columns.submittedOn, kind: 'date', width: 12, value: (row) => row.submittedOn ?? '' },
  { label: text.columns.reviewedOn, kind: 'date', width: 12, value: (row) => row.reviewedOn ?? '' },
  { label: text.columns.opinion, width: 40, value: (row) => row.opinion },
]

/** 一个单位下级各支部报了没有;报了的点开审阅。 */
export const SubmissionDrawer = ({ open, rows, name, year, organisationId, onClose }: { readonly open: boolean; readonly rows: readonly Submission[]; readonly name: string; readonly year: number; readonly organisationId: string | null; readonly onClose: () => void }) => {
  const mayReview = useSession(({ session }) => mayCall(session, contract.submissions.review))
  const [reviewing, setReviewing] = useState<Submission | null>(null)
  const openRow = (row: Submission): void => {
    if (mayReview && (row.state === 'submitted' || row.state === 'approved')) setReviewing(row)
  }
  return (
    <Drawer open={open} onClose={onClose} title={text.all} size={820} extra={<ListActions list="submissions" title={`${text.line(year, name)}${text.all}`} subtitle="" organisationId={organisationId} columns={OUTPUT} rows={rows} />}>
      <DataTable label={text.list} columns={COLUMNS} rows={rows} rowKey={(row) => row.branchId} onOpen={openRow} minWidth={700} empty={text.empty} />
      <SubmissionReview submission={reviewing} name={name} onClose={() => setReviewing(null)} />
    </Drawer>
  )
}
