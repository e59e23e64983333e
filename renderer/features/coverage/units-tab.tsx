import { Button, Checkbox } from 'antd'
import { useMemo, useState } from 'react'
import { contract } from '../../../shared/contract/index.ts'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { unitKinds } from '../../../shared/data/code-tables/unit-kinds.ts'
import { coverageText } from '../../../shared/i18n/zh-CN/coverage.ts'
import type { CoverageUnit } from '../../../shared/model/coverage.ts'
import { useOrganisations } from '../../components/branch-picker.tsx'
import { DataTable, type DataColumns } from '../../components/data-table.tsx'
import { ListActions, type OutputColumn } from '../../components/list-actions.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { useNavigation } from '../../platform/navigation.ts'
import { mayCall, useSession } from '../../platform/session.ts'
import { UnitDialog } from './unit-dialog.tsx'
import { UnitMatrix } from './unit-matrix.tsx'

const text = coverageText.units

/** 两个覆盖:每个单位由哪个党组织覆盖,哪里是空白;下面是组织和单位的对照。 */
export const UnitsTab = ({ units }: { readonly units: readonly CoverageUnit[] }) => {
  const { nodes } = useOrganisations()
  const go = useNavigation((navigation) => navigation.go)
  const mayEdit = useSession(({ session }) => mayCall(session, contract.coverage.saveUnit))
  const [onlyBare, setOnlyBare] = useState(false)
  const [editing, setEditing] = useState<CoverageUnit | 'new' | null>(null)
  const names = useMemo(() => new Map(nodes.map(({ id, name }) => [id, name])), [nodes])
  const bare = units.filter(({ organisationIds }) => organisationIds.length === 0)
  const shown = onlyBare ? bare : units
  const output = useMemo(
    (): readonly OutputColumn<CoverageUnit>[] => [
      { label: text.columns.name, width: 32, value: (unit) => unit.name },
      { label: text.columns.kind, width: 18, value: (unit) => nameOf(unitKinds, unit.unitKind) },
      { label: text.columns.organisations, width: 50, value: (unit) => (unit.organisationIds.length === 0 ? text.bare : unit.organisationIds.map((id) => names.get(id) ?? '').join(text.separator)) },
    ],
    [names],
  )
  const columns = useMemo(
    (): DataColumns<CoverageUnit> => [
      { title: text.columns.name, key: 'name', width: 260, render: (_value, unit) => unit.name },
      { title: text.columns.kind, key: 'kind', width: 150, render: (_value, unit) => nameOf(unitKinds, unit.unitKind) },
      {
        title: text.columns.organisations,
        key: 'organisations',
        render: (_value, unit) =>
          unit.organisationIds.length === 0 ? (
            <StateTag tone="warning" word={text.bare} />
          ) : (
            unit.organisationIds.map((id) => (
              <Button key={id} type="link" onClick={() => go({ screen: 'organisations', organisationId: id })}>
                {names.get(id) ?? ''}
              </Button>
            ))
          ),
      },
      {
        title: text.columns.action,
        key: 'action',
        width: 90,
        render: (_value, unit) =>
          mayEdit && (
            <Button aria-label={coverageText.editLabel(unit.name)} onClick={() => setEditing(unit)}>
              {coverageText.edit}
            </Button>
          ),
      },
    ],
    [go, mayEdit, names],
  )
  return (
    <>
      <div className="coverage-tools">
        <strong>{text.summary(units.length, units.length - bare.length)}</strong>
        <Checkbox checked={onlyBare} onChange={(event) => setOnlyBare(event.target.checked)}>
          {text.onlyBare}
        </Checkbox>
        <span className="coverage-gap" />
        <ListActions list="unit-coverage" title={text.list} columns={output} rows={shown} />
        {mayEdit && (
          <Button type="primary" onClick={() => setEditing('new')}>
            {text.add}
          </Button>
        )}
      </div>
      <DataTable label={text.list} columns={columns} rows={shown} rowKey={({ id }) => id} minWidth={800} empty={text.empty} />
      <UnitMatrix units={shown} names={names} />
      {editing !== null && <UnitDialog key={editing === 'new' ? 'new' : editing.id} unit={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </>
  )
}
