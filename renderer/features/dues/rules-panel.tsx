import { Button } from 'antd'
import { useState } from 'react'
import { duesText } from '../../../shared/i18n/zh-CN/dues.ts'
import type { DuesRule, RateBand } from '../../../shared/model/dues.ts'
import { yuanText } from '../../../shared/util/money.ts'
import { Card } from '../../components/card.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { api } from '../../platform/api.ts'
import { useQuery } from '../../platform/use-query.ts'
import { ItemsCard } from './items-card.tsx'
import { RuleDialog } from './rule-dialog.tsx'

const text = duesText.rules
const EVENTS = ['dues.changed'] as const
const bandWords = (bands: readonly RateBand[]): string => bands.map(({ upToFen, basisPoints }) => text.band(upToFen === null ? '' : yuanText(upToFen), `${basisPoints / 100}%`)).join('，')

const Rule = ({ rule }: { readonly rule: DuesRule }) => (
  <li>
    <p>
      <strong>{text.from(rule.fromMonth)}</strong> {rule.id === null ? text.builtIn : rule.basis}
    </p>
    <ul>
      <li>{`${text.wage}：${bandWords(rule.body.wageBands)}`}</li>
      <li>{`${text.pension}：${bandWords(rule.body.pensionBands)}`}</li>
      <li>{text.farmer(yuanText(rule.body.farmer.leastFen), yuanText(rule.body.farmer.mostFen))}</li>
      <li>{text.noIncome(yuanText(rule.body.noIncomeFen))}</li>
      <li>{`${text.rounding(text.units[rule.body.rounding.unit], text.modes[rule.body.rounding.mode])}；${text.changes[rule.body.baseChange]}`}</li>
    </ul>
  </li>
)

/** 标准的各版与核算科目:党委办公室改,全单位一份。 */
export const RulesPanel = () => {
  const query = useQuery(api.dues.rules, {}, EVENTS)
  const [adding, setAdding] = useState(false)
  return (
    <QueryView query={query}>
      {({ rules, items }) => {
        const latest = rules.at(-1)
        return (
          <div className="dues-cards">
            <Card title={text.title} extra={<Button onClick={() => setAdding(true)}>{text.add}</Button>}>
              <p className="meta">{text.note}</p>
              <ol className="dues-rules">
                {rules.toReversed().map((rule) => (
                  <Rule key={rule.fromMonth} rule={rule} />
                ))}
              </ol>
            </Card>
            <ItemsCard key={JSON.stringify(items)} items={items} />
            {adding && latest !== undefined && <RuleDialog from={latest.body} onClose={() => setAdding(false)} />}
          </div>
        )
      }}
    </QueryView>
  )
}
