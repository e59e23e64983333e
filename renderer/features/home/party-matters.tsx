import { Button } from 'antd'
import { stepEntry } from '../../../shared/data/code-tables/development-steps.ts'
import { careText } from '../../../shared/i18n/zh-CN/care.ts'
import { developmentText } from '../../../shared/i18n/zh-CN/development.ts'
import { homeText } from '../../../shared/i18n/zh-CN/home.ts'
import { daysBetween } from '../../../shared/util/day-arithmetic.ts'
import { Card } from '../../components/card.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { api } from '../../platform/api.ts'
import { useNavigation, type Place } from '../../platform/navigation.ts'
import { useQuery } from '../../platform/use-query.ts'
import { mattersOf } from './due-items.ts'

const SHOWN = 8
const text = homeText.people

/** 发展党员、转接、联系里逾期的与快到期的。没有就不占地方。 */
export const PartyMatters = ({ branchId, today }: { readonly branchId: string; readonly today: string }) => {
  const go = useNavigation((navigation) => navigation.go)
  const development = useQuery(api.development.list, { organisationId: branchId, everyone: false }, ['development.changed', 'members.changed', 'norms.changed'])
  const letters = useQuery(api.transfers.list, { organisationId: branchId, direction: null, openOnly: true }, ['transfers.changed'])
  const care = useQuery(api.care.findings, { organisationId: branchId }, ['care.changed', 'members.changed'])
  const matters = mattersOf(development.data?.rows ?? [], letters.data?.rows ?? [], care.data?.findings ?? [], today)
  if (matters.length === 0) return null
  const placeOf = (matter: (typeof matters)[number]): Place => (matter.kind === 'development' ? { screen: 'development-person', personId: matter.row.id } : matter.kind === 'letter' ? { screen: 'transfers', tab: matter.row.direction } : { screen: 'transfers', tab: matter.row.code === 'contact_due' ? 'floating' : 'lost' })
  const sentence = (matter: (typeof matters)[number]): string =>
    matter.kind === 'development' ? text.step(matter.row.name, matter.row.step === null ? '' : stepEntry(matter.row.step).name) : matter.kind === 'letter' ? text.letter(matter.row.fields.name, matter.row.direction) : careText.finding[matter.row.code](matter.row.name, matter.row.dueDay)
  return (
    <Card title={text.title(matters.length)}>
      <table className="plain-table">
        <tbody>
          {matters.slice(0, SHOWN).map((matter) => (
            <tr key={`${matter.kind} ${matter.key}`}>
              <td>{sentence(matter)}</td>
              <td className="home-day">{matter.dueDay?.slice(5) ?? ''}</td>
              <td>
                <StateTag tone={matter.overdue ? 'overdue' : matter.dueDay === null ? 'returned' : 'warning'} word={matter.dueDay === null ? developmentText.standings.review : matter.overdue ? homeText.daysOver(daysBetween(matter.dueDay, today)) : homeText.daysLeft(daysBetween(today, matter.dueDay))} />
              </td>
              <td>
                <Button onClick={() => go(placeOf(matter))}>{text.open}</Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {matters.length > SHOWN && (
        <Button type="link" onClick={() => go({ screen: 'development' })}>
          {text.more(matters.length - SHOWN)}
        </Button>
      )}
    </Card>
  )
}
