import { Checkbox, Input, InputNumber, Select } from 'antd'
import { voteKinds } from '../../../shared/data/code-tables/meeting-parts.ts'
import { meetingText } from '../../../shared/i18n/zh-CN/meeting.ts'
import type { Vote, VoteKind, VoteOutcome } from '../../../shared/model/meeting-parts.ts'
import { Card } from '../../components/card.tsx'
import { RowList } from '../../components/row-list.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import type { BlockProps } from './basics-block.tsx'
import { RuleNote } from './rule-note.tsx'

const text = meetingText.votes
const COUNTS = ['issued', 'returned', 'approve', 'against', 'abstain', 'invalid'] as const
const WRITTEN = ['writtenApprove', 'writtenAgainst', 'writtenAbstain'] as const
const MAXIMUM = 30

const Outcome = ({ outcome }: { readonly outcome: VoteOutcome | undefined }) => {
  if (outcome === undefined) return null
  const { canHold, passed, approve, needed, faults } = outcome
  return (
    <p className="meeting-vote-outcome" role="status">
      {!canHold ? <StateTag tone="warning" word={text.cannotHold} /> : passed ? <StateTag tone="done" word={text.passed(approve, needed)} /> : <StateTag tone="returned" word={text.notPassed(approve, needed)} />}
      {faults.map((fault) => (
        <StateTag key={fault} tone="overdue" word={text.faults[fault]} />
      ))}
    </p>
  )
}

/**
 * 表决:每项的票数与结果。可不可以开、过没过由核心照规定算(VOT-01…06),存一次算一次。
 *
 * @param votingPresent 到会有表决权的人数:新的一项按人人一票填好。
 */
export const VotesBlock = ({ fields, disabled, onChange, onLeave, outcomes, votingPresent }: BlockProps & { readonly outcomes: readonly VoteOutcome[]; readonly votingPresent: number }) => {
  const newVote = (): Vote => {
    const topic = fields.topics.find(({ kind, title }) => (kind === 'admission' || kind === 'confirmation' || kind === 'election') && !fields.votes.some(({ subject }) => subject === title))
    const kind: VoteKind = topic === undefined ? 'ordinary' : (topic.kind as VoteKind) // 上面刚筛过这三种
    return { kind, subject: topic?.title ?? '', isSecret: kind !== 'ordinary', issued: votingPresent, returned: votingPresent, approve: votingPresent, against: 0, abstain: 0, invalid: 0, writtenApprove: 0, writtenAgainst: 0, writtenAbstain: 0 }
  }
  if (disabled && fields.votes.length === 0) return null
  return (
    <Card title={text.title} extra={<RuleNote rule="votes" />}>
      <div data-field="votes">
        <RowList rows={fields.votes} disabled={disabled} maximum={MAXIMUM} addLabel={text.add} removeLabel={text.remove} empty={text.empty} className="meeting-vote" newRow={newVote} onChange={(votes) => onChange({ votes })} onLeave={onLeave}>
          {(vote, change, ordinal) => (
            <div className="meeting-vote-cells">
              <div className="meeting-vote-head">
                <Input aria-label={text.subjectOf(ordinal)} placeholder={text.subjectPlaceholder} value={vote.subject} maxLength={120} disabled={disabled} onChange={(event) => change({ subject: event.target.value })} onBlur={onLeave} />
                {fields.meetingType !== 'committee_meeting' && (
                  <Select
                    aria-label={text.kindOf(ordinal)}
                    value={vote.kind}
                    disabled={disabled}
                    options={voteKinds.map(({ code, name }) => ({ value: code, label: name }))}
                    onChange={(kind) => {
                      change({ kind, isSecret: kind === 'ordinary' ? vote.isSecret : true })
                      onLeave()
                    }}
                  />
                )}
                <Checkbox checked={vote.isSecret} disabled={disabled} onChange={(event) => change({ isSecret: event.target.checked })}>
                  {text.secret}
                </Checkbox>
              </div>
              <div className="meeting-vote-counts">
                {[...COUNTS, ...(vote.kind === 'admission' || vote.kind === 'confirmation' ? WRITTEN : [])].map((key) => (
                  <label key={key} className="meeting-vote-count">
                    <span>{text.counts[key]}</span>
                    <InputNumber aria-label={text.countOf(ordinal, text.counts[key])} value={vote[key]} min={0} max={9999} precision={0} disabled={disabled} onChange={(count) => change({ [key]: count ?? 0 })} onBlur={onLeave} />
                  </label>
                ))}
              </div>
              <Outcome outcome={outcomes[ordinal - 1]} />
            </div>
          )}
        </RowList>
        {!disabled && <p className="meta">{text.hint}</p>}
      </div>
    </Card>
  )
}
