import type { MeetingFields } from '../../../shared/model/meeting.ts'
import type { FollowUpItem } from '../../store/repos/follow-up-repo.ts'

/** 一份记录里要跟到办完的:写了内容的决议、议定事项与整改措施。 */
export const followUpItems = ({ resolutions }: MeetingFields): FollowUpItem[] => resolutions.filter(({ text }) => text.trim() !== '').map(({ itemId, kind, problem, text, owner, dueOn }) => ({ itemId, kind, problem, text: text.trim(), owner, dueOn }))
