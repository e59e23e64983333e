import { Input, InputNumber } from 'antd'
import { meetingText } from '../../../shared/i18n/zh-CN/meeting.ts'
import { Card } from '../../components/card.tsx'
import { PersonInput } from '../../components/person-input.tsx'
import { RowList } from '../../components/row-list.tsx'
import type { BlockProps } from './basics-block.tsx'
import { RuleNote } from './rule-note.tsx'

const text = meetingText.debrief
const COUNTS = ['goodVotes', 'fairVotes', 'averageVotes', 'poorVotes'] as const

/** 述职评议:一人一条,测评票数、点评、指出的问题(支部工作条例第二十七条)。 */
export const DebriefBlock = ({ branchId, fields, disabled, onChange, onLeave }: BlockProps) => (
  <Card title={text.title} extra={<RuleNote rule="debrief" />}>
    <div data-field="debriefs">
      <RowList
        rows={fields.debriefs}
        disabled={disabled}
        maximum={20}
        addLabel={text.add}
        removeLabel={text.remove}
        className="meeting-debrief"
        newRow={() => ({ name: '', goodVotes: 0, fairVotes: 0, averageVotes: 0, poorVotes: 0, comment: '', problem: '' })}
        onChange={(debriefs) => onChange({ debriefs })}
        onLeave={onLeave}
      >
        {(row, change, ordinal) => (
          <div className="meeting-vote-cells">
            <div className="meeting-vote-counts">
              <PersonInput aria-label={text.name(ordinal)} branchId={branchId} value={row.name} disabled={disabled} onChange={(name) => change({ name })} onBlur={onLeave} />
              {COUNTS.map((key) => (
                <label key={key} className="meeting-vote-count">
                  <span>{text.counts[key]}</span>
                  <InputNumber aria-label={text.countOf(ordinal, text.counts[key])} value={row[key]} min={0} max={9999} precision={0} disabled={disabled} onChange={(count) => change({ [key]: count ?? 0 })} onBlur={onLeave} />
                </label>
              ))}
            </div>
            <Input.TextArea aria-label={text.comment(ordinal)} placeholder={text.commentPlaceholder} value={row.comment} maxLength={500} autoSize={{ minRows: 1 }} disabled={disabled} onChange={(event) => change({ comment: event.target.value.replaceAll('\n', ' ') })} onBlur={onLeave} />
            <Input.TextArea aria-label={text.problem(ordinal)} placeholder={text.problemPlaceholder} value={row.problem} maxLength={500} autoSize={{ minRows: 1 }} disabled={disabled} onChange={(event) => change({ problem: event.target.value.replaceAll('\n', ' ') })} onBlur={onLeave} />
          </div>
        )}
      </RowList>
    </div>
  </Card>
)
