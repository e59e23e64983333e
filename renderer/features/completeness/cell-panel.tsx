import { App, Button } from 'antd'
import { completenessText as text } from '../../../shared/i18n/zh-CN/completeness.ts'
import { describeError } from '../../../shared/i18n/zh-CN/errors.ts'
import { handbookText } from '../../../shared/i18n/zh-CN/handbook.ts'
import { contract } from '../../../shared/contract/index.ts'
import type { NormActivity } from '../../../shared/model/meeting.ts'
import { QueryView } from '../../components/query-view.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { api } from '../../platform/api.ts'
import { useNavigation } from '../../platform/navigation.ts'
import { mayCall, useSession } from '../../platform/session.ts'
import { useQuery } from '../../platform/use-query.ts'
import { activityName, lackingTalksText, LOOK_TONES, lookOf, suggestedDay, type NormPeriod } from '../../components/norm-cells.ts'
import type { ChosenCell } from './completeness-grid.tsx'

/** 缺的在前,其次该办的。 */
const placeOf = ({ state }: NormPeriod): number => (state === 'overdue' ? 0 : state === 'due' ? 1 : 2)

/** 一格后面:这个月到期的每一项,缺的是哪一项、期限哪天;能记的去记,有草稿的打开。 */
export const CellPanel = ({ cell, year }: { readonly cell: ChosenCell; readonly year: number }) => {
  const go = useNavigation((navigation) => navigation.go)
  const { message } = App.useApp()
  const session = useSession((state) => state.session)
  const query = useQuery(api.meetings.yearOverview, { branchId: cell.branchId, year }, ['meetings.changed', 'organisations.changed', 'norms.changed', 'normDecisions.changed', 'registers.changed'])
  const mayRecord = mayCall(session, contract.meetings.create)
  const record = async ({ activity, ...input }: Omit<Parameters<typeof api.meetings.create>[0], 'meetingType'> & { readonly activity: NormActivity }): Promise<void> => {
    if (activity === 'heart_talk') return
    const made = await api.meetings.create({ ...input, meetingType: activity })
    if (made.ok) go({ screen: 'meeting', meetingId: made.value.id })
    else {
      const { cause, next } = describeError(made.error.code, made.error.data)
      void message.error(`${cause}${next}`)
    }
  }
  return (
    <section className="completeness-panel" aria-live="polite">
      <QueryView query={query}>
        {(data) => {
          const items = data.norms.flatMap((row) => row.periods.filter((period) => Number(period.dueDay.slice(5, 7)) === cell.month && period.state !== 'not_required').map((period) => ({ row, period }))).toSorted((a, b) => placeOf(a.period) - placeOf(b.period))
          return (
            <>
              <p className="completeness-panel-head">
                <strong>{text.selected(data.branchName, cell.month)}</strong>
                <Button onClick={() => go({ screen: 'handbook', branchId: cell.branchId, year })}>{text.toHandbook}</Button>
              </p>
              {items.length === 0 && <p className="meta">{text.nothing}</p>}
              <ul className="completeness-items">
                {items.map(({ row, period }) => {
                  const look = lookOf(period)
                  const isOpen = period.done < period.required
                  const draftId = isOpen && period.drafts > 0 ? (period.meetingIds.at(-1) ?? null) : null
                  const doneId = period.done > 0 ? (period.meetingIds[0] ?? null) : null
                  return (
                    <li key={`${row.rule} ${row.partyGroupId ?? ''} ${period.period}`}>
                      <StateTag tone={LOOK_TONES[look]} word={handbookText.norms.states[look]} />
                      <span>{text.item(activityName(row), handbookText.norms.period(period.period))}</span>
                      <span className="meta">{period.exemption !== '' ? handbookText.norms.exempted(period.exemption) : period.entry === 'late' && period.enteredOn !== null ? handbookText.norms.enteredLate(period.enteredOn, period.lastDay) : text.dueDay(period.dueDay)}</span>
                      {lackingTalksText(period) !== '' && <span>{lackingTalksText(period)}</span>}
                      {row.activity === 'heart_talk' && period.state !== 'exempt' && <Button type={isOpen ? 'primary' : 'default'} onClick={() => go({ screen: 'registers', register: 'talks', branchId: cell.branchId })}>{isOpen ? handbookText.norms.register : text.view}</Button>}
                      {doneId !== null && <Button onClick={() => go({ screen: 'meeting', meetingId: doneId })}>{text.view}</Button>}
                      {draftId !== null && (
                        <Button type="primary" onClick={() => go({ screen: 'meeting', meetingId: draftId })}>
                          {text.open}
                        </Button>
                      )}
                      {isOpen && draftId === null && mayRecord && period.state !== 'exempt' && row.activity !== 'heart_talk' && (
                        <Button type="primary" onClick={() => void record({ branchId: cell.branchId, activity: row.activity, partyGroupId: row.partyGroupId, day: suggestedDay(period, data.asOf) })}>
                          {text.record}
                        </Button>
                      )}
                    </li>
                  )
                })}
              </ul>
            </>
          )
        }}
      </QueryView>
    </section>
  )
}
