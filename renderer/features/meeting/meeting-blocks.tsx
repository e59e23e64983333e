import type { MeetingAids } from '../../../shared/model/meeting-aids.ts'
import { AppraisalBlock } from './appraisal-block.tsx'
import { AttendanceBoard } from './attendance-board.tsx'
import { BasicsBlock } from './basics-block.tsx'
import { ContentBlock } from './content-block.tsx'
import { DebriefBlock } from './debrief-block.tsx'
import { Exclusions } from './exclusions.tsx'
import { FilesBlock } from './files-block.tsx'
import { LifeBlock } from './life-block.tsx'
import { AidsContext } from './phrases.ts'
import { PlanNote } from './plan-note.tsx'
import { ReviewCard } from './review-card.tsx'
import { TemplateMenu } from './template-menu.tsx'
import type { MeetingRecordState } from './use-meeting-record.ts'
import { VotesBlock } from './votes-block.tsx'

/** 各块,次序即填写的次序;这一类用不到的不出现。 */
export const MeetingBlocks = ({ record, aids, onLeave: leave }: { readonly record: MeetingRecordState; readonly aids: MeetingAids | null; readonly onLeave: () => void }) => {
  const { detail, fields, editable } = record
  const { change } = record.undo
  const { counts } = detail
  const types = [fields.meetingType, ...fields.alsoTypes]
  const block = { branchId: detail.branchId, fields, disabled: !editable, onChange: change, onLeave: leave }
  return (
    <AidsContext value={aids}>
      <div className="meeting-blocks">
        <PlanNote detail={detail} />
        <BasicsBlock {...block} extra={aids !== null && <TemplateMenu aids={aids} branchId={detail.branchId} fields={fields} disabled={!editable} onApply={change} />} />
        <ReviewCard detail={detail} />
        <AttendanceBoard rows={fields.attendance} quorum={detail.quorum} disabled={!editable} onChange={(attendance) => change({ attendance })} onLeave={leave} onRefresh={() => void record.refresh()}>
          {types.includes('general_meeting') && <Exclusions rows={fields.attendance} disabled={!editable} onChange={(attendance) => change({ attendance })} onLeave={leave} />}
        </AttendanceBoard>
        <ContentBlock {...block} />
        {(types.includes('general_meeting') || types.includes('committee_meeting') || fields.votes.length > 0) && <VotesBlock {...block} outcomes={detail.voteOutcomes} votingPresent={fields.meetingType === 'committee_meeting' ? counts.present : counts.votingPresent} />}
        {types.includes('organisational_life') && <LifeBlock {...block} />}
        {types.includes('democratic_appraisal') && <AppraisalBlock {...block} limit={detail.excellentLimit ?? 0} />}
        {types.includes('debriefing') && <DebriefBlock {...block} />}
        <FilesBlock meetingId={detail.id} />
      </div>
    </AidsContext>
  )
}
