import { meetingText } from '../../../shared/i18n/zh-CN/meeting.ts'
import type { FinishCheck, MeetingType } from '../../../shared/model/meeting.ts'
import { Card } from '../../components/card.tsx'
import { StateTag } from '../../components/state-tag.tsx'

const text = meetingText

/** 提示栏:办结前检查(点一下跳到那一项)与条例提示。 */
export const HelperColumn = ({ checks, editable, meetingTypes, onJump }: { readonly checks: readonly FinishCheck[]; readonly editable: boolean; readonly meetingTypes: readonly MeetingType[]; readonly onJump: (field: string) => void }) => (
  <>
    {editable && (
      <Card title={text.checks.title}>
        {checks.length === 0 ? (
          <StateTag tone="done" word={text.checks.ready} />
        ) : (
          <ul className="meeting-checks">
            {checks.map((check) => (
              <li key={check.code}>
                <button type="button" onClick={() => onJump(check.field)}>
                  <StateTag tone={check.level === 'must' ? 'overdue' : 'warning'} word={check.level === 'must' ? text.checks.must : text.checks.check} />
                  <span>{text.checks.words[check.code]}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </Card>
    )}
    <Card title={text.rules.title}>
      {meetingTypes.map((type) => (
        <p key={type} className="meeting-rule">
          {text.rules[type]}
        </p>
      ))}
      {(meetingTypes.includes('general_meeting') || meetingTypes.includes('committee_meeting')) && <p className="meeting-rule">{text.rules.host}</p>}
      <p className="meta">{text.rules.official}</p>
    </Card>
  </>
)
