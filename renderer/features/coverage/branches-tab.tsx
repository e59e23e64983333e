import { Checkbox } from 'antd'
import { useMemo, useState } from 'react'
import { buildForms } from '../../../shared/data/code-tables/build-forms.ts'
import { nameOf, shortNameOf } from '../../../shared/data/code-tables/code-table.ts'
import { coverageText } from '../../../shared/i18n/zh-CN/coverage.ts'
import type { CoverageBranch } from '../../../shared/model/coverage.ts'
import { DataTable, type DataColumns } from '../../components/data-table.tsx'
import { ListActions, type OutputColumn } from '../../components/list-actions.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { useNavigation } from '../../platform/navigation.ts'

const text = coverageText.branches
const OUTPUT: readonly OutputColumn<CoverageBranch>[] = [
  { label: text.columns.name, width: 34, value: (row) => row.name },
  { label: text.columns.form, width: 18, value: (row) => nameOf(buildForms, row.buildForm) },
  { label: text.columns.full, kind: 'number', width: 10, value: (row) => row.fullMembers },
  { label: text.columns.probationary, kind: 'number', width: 10, value: (row) => row.probationaryMembers },
  { label: text.columns.size, width: 14, value: (row) => text.sizes[row.size] },
]

/** 支部的大小:不足三人、超过五十人的在前。 */
export const BranchesTab = ({ branches }: { readonly branches: readonly CoverageBranch[] }) => {
  const go = useNavigation((navigation) => navigation.go)
  const [onlyOdd, setOnlyOdd] = useState(false)
  const under = branches.filter(({ size }) => size === 'under').length
  const over = branches.filter(({ size }) => size === 'over').length
  const shown = branches.filter(({ size }) => !onlyOdd || size !== 'sound').toSorted((a, b) => Number(a.size === 'sound') - Number(b.size === 'sound'))
  const columns = useMemo(
    (): DataColumns<CoverageBranch> => [
      { title: text.columns.name, key: 'name', render: (_value, row) => row.name },
      { title: text.columns.form, key: 'form', width: 120, render: (_value, row) => shortNameOf(buildForms, row.buildForm) },
      { title: text.columns.full, key: 'full', width: 110, align: 'right', render: (_value, row) => row.fullMembers },
      { title: text.columns.probationary, key: 'probationary', width: 110, align: 'right', render: (_value, row) => row.probationaryMembers },
      { title: text.columns.size, key: 'size', width: 150, render: (_value, row) => <StateTag tone={row.size === 'sound' ? 'done' : 'warning'} word={text.sizes[row.size]} /> },
    ],
    [],
  )
  return (
    <>
      <div className="coverage-tools">
        <strong>{text.summary(branches.length, under, over)}</strong>
        <Checkbox checked={onlyOdd} onChange={(event) => setOnlyOdd(event.target.checked)}>
          {text.onlyOdd}
        </Checkbox>
        <span className="coverage-gap" />
        <ListActions list="branch-sizes" title={text.list} columns={OUTPUT} rows={shown} />
      </div>
      <DataTable label={text.list} columns={columns} rows={shown} rowKey={({ id }) => id} onOpen={({ id }) => go({ screen: 'organisations', organisationId: id })} minWidth={700} empty={text.empty} />
    </>
  )
}
