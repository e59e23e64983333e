import { Button, Popover } from 'antd'
import { meetingRuleNotes, type RuleNote as Note, type RuleNoteKey } from '../../../shared/data/articles/meeting-rules.ts'
import { meetingText } from '../../../shared/i18n/zh-CN/meeting.ts'

const text = meetingText.rules

/** 一栏旁边的「依据」:点开看要求与出处。 */
export const RuleNote = ({ rule }: { readonly rule: RuleNoteKey }) => {
  const note: Note = meetingRuleNotes[rule]
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={note.title}
      content={
        <div className="rule-note">
          {note.lines.map(({ words, article }) => (
            <p key={words}>
              {words}
              {article !== '' && <span className="meta">{article}</span>}
            </p>
          ))}
          <p className="meta">{text.official}</p>
        </div>
      }
    >
      <Button type="link" aria-label={text.basisOf(note.title)}>
        {text.basis}
      </Button>
    </Popover>
  )
}
