import { App, Button, Dropdown } from 'antd'
import { meetingTypes } from '../../../shared/data/code-tables/meeting-types.ts'
import { dateWords } from '../../../shared/i18n/zh-CN/date-words.ts'
import { describeError } from '../../../shared/i18n/zh-CN/errors.ts'
import { homeText } from '../../../shared/i18n/zh-CN/home.ts'
import type { NormActivity } from '../../../shared/model/meeting.ts'
import { weekdayOf } from '../../../shared/util/day-arithmetic.ts'
import { useOrganisations } from '../../components/branch-picker.tsx'
import { EmptyNote } from '../../components/empty-note.tsx'
import { Page } from '../../components/page.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { api } from '../../platform/api.ts'
import { useNavigation } from '../../platform/navigation.ts'
import { useSession } from '../../platform/session.ts'
import { useQuery } from '../../platform/use-query.ts'
import { DuesCard } from './dues-card.tsx'
import { DueList } from './due-list.tsx'
import { BackupCard } from './backup-card.tsx'
import { EvaluationCard } from './evaluation-card.tsx'
import { PartyMatters } from './party-matters.tsx'
import { ProgressCard } from './progress-card.tsx'
import { RecentList } from './recent-list.tsx'
import './home.css'

/** 首页:工作中的支部该做什么、做到哪里了。 */
export const HomeScreen = () => {
  const { go, branchId } = useNavigation()
  const today = useSession((session) => session.today)
  const { message } = App.useApp()
  const { nodes, query: organisations } = useOrganisations()
  const year = Number(today.slice(0, 4))
  const overview = useQuery(api.meetings.yearOverview, branchId === null ? null : { branchId, year }, ['meetings.changed', 'organisations.changed', 'members.changed', 'norms.changed', 'normDecisions.changed', 'registers.changed'])
  const terms = useQuery(api.terms.timeline, branchId === null ? null : { organisationId: branchId }, ['organisations.changed', 'norms.changed'])
  const branch = nodes.find((node) => node.id === branchId)

  const record = async (meetingType: NormActivity, partyGroupId: string | null, day: string): Promise<void> => {
    if (branchId === null) return
    if (meetingType === 'heart_talk') return go({ screen: 'registers', register: 'talks', branchId })
    const result = await api.meetings.create({ branchId, meetingType, partyGroupId, day })
    if (result.ok) go({ screen: 'meeting', meetingId: result.value.id })
    else message.error(describeError(result.error.code, result.error.data).cause)
  }
  const nothingYet = organisations.data !== null && !nodes.some((node) => node.kind === 'branch')
  return (
    <Page
      title={homeText.title}
      note={homeText.dayAndWeek(today, dateWords.weekdayShort[weekdayOf(today)] ?? '')}
      actions={
        branchId !== null && (
          <>
            <Button onClick={() => go({ screen: 'print', branchId, year })}>{homeText.print}</Button>
            <Dropdown menu={{ items: meetingTypes.map((type) => ({ key: type.code, label: type.name })), onClick: ({ key }) => meetingTypes.forEach((type) => type.code === key && void record(type.code, null, today)) }} trigger={['click']}>
              <Button type="primary">{homeText.recordAnother}</Button>
            </Dropdown>
          </>
        )
      }
    >
      {nothingYet ? (
        <EmptyNote sentence={homeText.noBranch} actionLabel={homeText.toOrganisations} onAction={() => go({ screen: 'organisations' })} />
      ) : (
        <div className="home-columns">
          <div>
            {branch !== undefined && branch.fullMembers + branch.probationaryMembers === 0 && (
              <div className="card">
                <EmptyNote sentence={homeText.noMembers} actionLabel={homeText.toImport} onAction={() => go({ screen: 'import', branchId: branch.id })} />
              </div>
            )}
            <QueryView query={overview}>
              {(data) => (
                <>
                  <DueList norms={data.norms} term={terms.data?.lines.find((line) => line.organisationId === branchId)} recentCount={data.recent.length} today={today} reminderDays={data.reminderDays} onRecord={(type, group, day) => void record(type, group, day)} onOpen={(meetingId) => go({ screen: 'meeting', meetingId })} onAll={() => go({ screen: 'handbook' })} onTerm={() => branchId !== null && go({ screen: 'organisations', organisationId: branchId })} />
                  {branchId !== null && <PartyMatters branchId={branchId} today={today} />}
                  <RecentList rows={data.recent} onOpen={(meetingId) => go({ screen: 'meeting', meetingId })} />
                </>
              )}
            </QueryView>
          </div>
          <div>
            {overview.data !== null && <ProgressCard norms={overview.data.norms} onHandbook={() => go({ screen: 'handbook' })} />}
            <DuesCard branchId={branchId} />
            <EvaluationCard branchId={branchId} today={today} />
            <BackupCard />
          </div>
        </div>
      )}
    </Page>
  )
}
