import { Button } from 'antd'
import { contract } from '../../../shared/contract/index.ts'
import { duesText } from '../../../shared/i18n/zh-CN/dues.ts'
import { Card } from '../../components/card.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { api } from '../../platform/api.ts'
import { useNavigation } from '../../platform/navigation.ts'
import { mayCall, useSession } from '../../platform/session.ts'
import { useQuery } from '../../platform/use-query.ts'

const text = duesText.home
const EVENTS = ['dues.changed', 'members.changed', 'norms.changed'] as const
/** 挨着的月份写成「1月至10月」。 */
const span = (months: readonly string[]): string => {
  const [first, last] = [months[0] ?? '', months.at(-1) ?? '']
  return months.length === 1 ? duesText.month(first) : text.span(duesText.month(first), duesText.month(last), months.length)
}

/** 党费:没登记的月份、欠交的人;都办好了就不占地方。 */
export const DuesCard = ({ branchId }: { readonly branchId: string | null }) => {
  const session = useSession((state) => state.session)
  const go = useNavigation((navigation) => navigation.go)
  const allowed = mayCall(session, contract.dues.reminders)
  const { data } = useQuery(api.dues.reminders, branchId === null || !allowed ? null : { branchId }, EVENTS)
  if (data === null || branchId === null || (data.unrecorded.length === 0 && data.arrears === 0)) return null
  return (
    <Card title={text.title} extra={<Button onClick={() => go({ screen: 'dues', branchId })}>{text.open}</Button>}>
      <ul className="home-dues">
        {data.unrecorded.length > 0 && (
          <li>
            <StateTag tone="todo" word={text.unrecorded(span(data.unrecorded))} />
          </li>
        )}
        {data.arrears > 0 && (
          <li>
            <StateTag tone="overdue" word={text.arrears(data.arrears, data.worst)} />
          </li>
        )}
        {data.unassessed > 0 && (
          <li>
            <StateTag tone="warning" word={text.unassessed(data.unassessed)} />
          </li>
        )}
      </ul>
    </Card>
  )
}
