import { App, Button } from 'antd'
import { contract } from '../../../shared/contract/index.ts'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { meetingTypes } from '../../../shared/data/code-tables/meeting-types.ts'
import { recordStates } from '../../../shared/data/code-tables/record-states.ts'
import { describeError } from '../../../shared/i18n/zh-CN/errors.ts'
import { plansText as text } from '../../../shared/i18n/zh-CN/plans.ts'
import type { RegisterEntry } from '../../../shared/model/register.ts'
import { planProgress } from '../../../shared/util/plan-progress.ts'
import { api } from '../../platform/api.ts'
import { useNavigation } from '../../platform/navigation.ts'
import { mayCall, useSession } from '../../platform/session.ts'
import { PlanProgressTag } from './plan-progress-tag.tsx'

/** 一条计划:办了没有,照它开的会(点开),没开的从它开始记录。 */
export const PlanMeetings = ({ entry, isChanged, onLeave }: { readonly entry: RegisterEntry; readonly isChanged: boolean; readonly onLeave: () => void }) => {
  const { message } = App.useApp()
  const go = useNavigation((navigation) => navigation.go)
  const today = useSession((session) => session.today)
  const mayRecord = useSession(({ session }) => mayCall(session, contract.meetings.create))
  const meetingType = meetingTypes.find(({ code }) => code === entry.values['activity'])?.code
  const open = (meetingId: string): void => {
    onLeave()
    go({ screen: 'meeting', meetingId })
  }
  const record = async (): Promise<void> => {
    if (meetingType === undefined) return
    const made = await api.meetings.create({ branchId: entry.branchId, meetingType, partyGroupId: null, day: entry.day < today ? entry.day : today, planEntryId: entry.id })
    if (made.ok) open(made.value.id)
    else void message.error(describeError(made.error.code, made.error.data).cause)
  }
  return (
    <section className="plan-meetings" aria-label={text.meetings}>
      <PlanProgressTag entry={entry} today={today} />
      {entry.meetings.map(({ meetingId, day, title, state }) => (
        <Button key={meetingId} onClick={() => open(meetingId)}>
          {text.meeting(day, title, nameOf(recordStates, state))}
        </Button>
      ))}
      {meetingType !== undefined && mayRecord && (
        <Button type={planProgress(entry) === 'open' ? 'primary' : 'default'} disabled={isChanged} title={isChanged ? text.needsSave : ''} onClick={() => void record()}>
          {entry.meetings.length === 0 ? text.record : text.recordAgain}
        </Button>
      )}
    </section>
  )
}
