import { Input } from 'antd'
import { meetingText } from '../../../shared/i18n/zh-CN/meeting.ts'
import { Card } from '../../components/card.tsx'
import { PersonInput } from '../../components/person-input.tsx'
import { RowList } from '../../components/row-list.tsx'
import type { BlockProps } from './basics-block.tsx'
import { RuleNote } from './rule-note.tsx'

const text = meetingText.life

/** 组织生活会:查摆问题清单、批评意见(支部工作条例第十七条);整改写在决议一栏,办结后进督办。 */
export const LifeBlock = ({ branchId, fields, disabled, onChange, onLeave }: BlockProps) => (
  <Card title={text.title} extra={<RuleNote rule="life" />}>
    <h3 className="meeting-label">{text.problems}</h3>
    <div data-field="problems">
      <RowList rows={fields.problems} disabled={disabled} maximum={60} addLabel={text.addProblem} removeLabel={text.removeProblem} className="meeting-problem" newRow={() => ({ target: '', problem: '', source: '' })} onChange={(problems) => onChange({ problems })} onLeave={onLeave}>
        {(row, change, ordinal) => (
          <>
            <PersonInput aria-label={text.target(ordinal)} branchId={branchId} value={row.target} disabled={disabled} onChange={(target) => change({ target })} onBlur={onLeave} />
            <Input.TextArea aria-label={text.problem(ordinal)} placeholder={text.problemPlaceholder} value={row.problem} maxLength={500} autoSize={{ minRows: 1 }} disabled={disabled} onChange={(event) => change({ problem: event.target.value.replaceAll('\n', ' ') })} onBlur={onLeave} />
            <Input aria-label={text.source(ordinal)} placeholder={text.sourcePlaceholder} value={row.source} maxLength={60} disabled={disabled} onChange={(event) => change({ source: event.target.value })} onBlur={onLeave} />
          </>
        )}
      </RowList>
    </div>
    <h3 className="meeting-label">{text.criticisms}</h3>
    <div data-field="criticisms">
      <RowList rows={fields.criticisms} disabled={disabled} maximum={200} addLabel={text.addCriticism} removeLabel={text.removeCriticism} className="meeting-criticism" newRow={() => ({ critic: '', criticised: '', opinion: '' })} onChange={(criticisms) => onChange({ criticisms })} onLeave={onLeave}>
        {(row, change, ordinal) => (
          <>
            <PersonInput aria-label={text.critic(ordinal)} branchId={branchId} value={row.critic} disabled={disabled} onChange={(critic) => change({ critic })} onBlur={onLeave} />
            <PersonInput aria-label={text.criticised(ordinal)} branchId={branchId} value={row.criticised} disabled={disabled} onChange={(criticised) => change({ criticised })} onBlur={onLeave} />
            <Input.TextArea aria-label={text.opinion(ordinal)} placeholder={text.opinionPlaceholder} value={row.opinion} maxLength={500} autoSize={{ minRows: 1 }} disabled={disabled} onChange={(event) => change({ opinion: event.target.value.replaceAll('\n', ' ') })} onBlur={onLeave} />
          </>
        )}
      </RowList>
    </div>
  </Card>
)
