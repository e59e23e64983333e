import { coverageText } from '../../../shared/i18n/zh-CN/coverage.ts'
import type { CoverageUnit } from '../../../shared/model/coverage.ts'
import { Card } from '../../components/card.tsx'

const text = coverageText.units

/** 组织和单位对照:有覆盖关系的组织一列一个,打勾的是覆盖。 */
export const UnitMatrix = ({ units, names }: { readonly units: readonly CoverageUnit[]; readonly names: ReadonlyMap<string, string> }) => {
  const covering = [...new Set(units.flatMap(({ organisationIds }) => organisationIds))]
  if (covering.length === 0) return null
  return (
    <Card title={text.matrix} className="coverage-matrix">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- 宽表要能用键盘横着滚 */}
      <div className="coverage-scroll" role="region" aria-label={text.matrixScroll} tabIndex={0}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{text.columns.name}</th>
              {covering.map((id) => (
                <th key={id} scope="col">
                  {names.get(id) ?? ''}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <tr key={unit.id}>
                <th scope="row">{unit.name}</th>
                {covering.map((id) => (
                  <td key={id}>{unit.organisationIds.includes(id) && <span aria-label={text.covers(names.get(id) ?? '', unit.name)}>{text.mark}</span>}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
