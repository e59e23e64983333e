import { useState } from 'react'
import { meetingText } from '../../../shared/i18n/zh-CN/meeting.ts'
import type { MeetingDetail } from '../../../shared/model/meeting.ts'
import { ErrorNote } from '../../components/error-note.tsx'
import { Page } from '../../components/page.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { api } from '../../platform/api.ts'
import { useNavigation, type Place } from '../../platform/navigation.ts'
import { useQuery, type Failure } from '../../platform/use-query.ts'
import { MeetingEditor } from './meeting-editor.tsx'

/** 一份会议记录。取到之前只有页头;取到之后整页交给编辑器。 */
export const MeetingScreen = ({ meetingId }: Omit<Extract<Place, { screen: 'meeting' }>, 'screen'>) => {
  const query = useQuery(api.meetings.get, { id: meetingId }, ['meetings.changed'])
  const back = useNavigation((navigation) => navigation.back)
  const [restart, setRestart] = useState<{ readonly times: number; readonly detail: MeetingDetail | null }>({ times: 0, detail: null })
  const [failure, setFailure] = useState<Failure | null>(null)
  const startAgain = async (): Promise<void> => {
    const result = await api.meetings.get({ id: meetingId })
    if (result.ok) setRestart({ times: restart.times + 1, detail: result.value })
    setFailure(result.ok ? null : result.error)
  }
  const loaded = restart.detail !== null && restart.detail.rev > (query.data?.rev ?? 0) ? restart.detail : query.data
  if (loaded !== null)
    return (
      <>
        {failure !== null && <ErrorNote failure={failure} />}
        <MeetingEditor key={`${meetingId} ${restart.times}`} loaded={loaded} onReload={() => void startAgain()} />
      </>
    )
  return (
    <Page title={meetingText.record} onBack={back}>
      <QueryView query={query}>{() => null}</QueryView>
    </Page>
  )
}
