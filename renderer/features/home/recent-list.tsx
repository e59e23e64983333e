import { Button } from 'antd'
import { nameOf, shortNameOf } from '../../../shared/data/code-tables/code-table.ts'
import { meetingTypes } from '../../../shared/data/code-tables/meeting-types.ts'
import { recordStates } from '../../../shared/data/code-tables/record-states.ts'
import { homeText } from '../../../shared/i18n/zh-CN/home.ts'
import type { MeetingRow, RecordState } from '../../../shared/model/meeting.ts'
import { Card } from '../../components/card.tsx'
import { StateTag, type StateTone } from '../../components/state-tag.tsx'

const TONES: Record<RecordState, StateTone> = { draft: 'todo', finished: 'done', submitted: 'done', approved: 'done', evaluated: 'done', returned: 'returned', voided: 'not_applicable' }

export const RecentList = ({ rows, onOpen }: { readonly rows: readonly MeetingRow[]; readonly onOpen: (meetingId: string) => void }) => (
  <Card title={homeText.recent}>
    {rows.length === 0 ? (
      <p className="meta">{homeText.recentNone}</p>
    ) : (
      <ul className="home-recent">
        {rows.slice(0, 6).map((row) => (
          <li key={row.id}>
            <span className="home-recent-day">{row.startAt.slice(5, 10)}</span>
            <span className="home-recent-title" title={row.title}>
              {shortNameOf(meetingTypes, row.meetingType)}
              {row.title !== '' && ` · ${row.title}`}
            </span>
            <span className="home-recent-count">{homeText.attendance(row.counts.present, row.counts.due)}</span>
            <StateTag tone={TONES[row.state]} word={nameOf(recordStates, row.state)} />
            <Button onClick={() => onOpen(row.id)}>{row.state === 'draft' ? homeText.continueDraft : homeText.view}</Button>
          </li>
        ))}
      </ul>
    )}
  </Card>
)
