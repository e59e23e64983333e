import { useMemo, useState } from 'react'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { managementLevels } from '../../../shared/data/code-tables/management-levels.ts'
import { coverageText } from '../../../shared/i18n/zh-CN/coverage.ts'
import type { TrainingPerson, TrainingStep } from '../../../shared/model/coverage.ts'
import { DataTable, type DataColumns } from '../../components/data-table.tsx'
import { ListActions, type OutputColumn } from '../../components/list-actions.tsx'
import { useNavigation } from '../../platform/navigation.ts'

const text = coverageText.training
const levelWord = ({ managementLevel }: TrainingPerson): string => (managementLevel === '' ? '' : nameOf(managementLevels, managementLevel))
const OUTPUT: readonly OutputColumn<TrainingPerson>[] = [
  { label: text.columns.name, width: 10, value: (row) => row.name },
  { label: text.columns.branch, width: 30, value: (row) => row.branchName },
  { label: text.columns.post, width: 20, value: (row) => row.post },
  { label: text.columns.joinedOn, kind: 'date', width: 12, value: (row) => row.joinedOn },
  { label: text.columns.level, width: 12, value: levelWord },
]

interface TrainingTabProps {
  readonly groups: readonly { readonly step: TrainingStep; readonly since: string | null; readonly people: readonly TrainingPerson[] }[]
}

/** 三培养:三步各有多少人,点一步看名单。 */
export const TrainingTab = ({ groups }: TrainingTabProps) => {
  const go = useNavigation((navigation) => navigation.go)
  const [step, setStep] = useState<TrainingStep>('member_backbone')
  const people = groups.find((group) => group.step === step)?.people ?? []
  const columns = useMemo(
    (): DataColumns<TrainingPerson> => [
      { title: text.columns.name, key: 'name', width: 120, render: (_value, row) => row.name },
      { title: text.columns.branch, key: 'branch', render: (_value, row) => row.branchName },
      { title: text.columns.post, key: 'post', width: 180, render: (_value, row) => row.post },
      { title: text.columns.joinedOn, key: 'joinedOn', width: 130, render: (_value, row) => row.joinedOn },
      { title: text.columns.level, key: 'level', width: 110, render: (_value, row) => levelWord(row) },
    ],
    [],
  )
  return (
    <>
      <div className="coverage-steps">
        {groups.map((group) => (
          <button key={group.step} type="button" className="coverage-step" aria-pressed={group.step === step} onClick={() => setStep(group.step)}>
            <span>{text.steps[group.step]}</span>
            <strong>{text.count(group.people.length)}</strong>
            <span className="meta">{group.since === null ? text.stock : text.since(group.since)}</span>
          </button>
        ))}
      </div>
      <div className="coverage-tools">
        <span className="meta">{text.note}</span>
        <span className="coverage-gap" />
        <ListActions list="training-pipeline" title={text.list(text.steps[step])} columns={OUTPUT} rows={people} personal />
      </div>
      <DataTable label={text.list(text.steps[step])} columns={columns} rows={people} rowKey={({ memberId }) => memberId} onOpen={({ memberId }) => go({ screen: 'members', memberId })} minWidth={800} empty={text.empty} />
    </>
  )
}
