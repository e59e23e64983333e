import { contract } from '../../../shared/contract/index.ts'
import type { MeetingAids } from '../../../shared/model/meeting-aids.ts'
import type { MeetingType } from '../../../shared/model/meeting.ts'
import { api } from '../../platform/api.ts'
import { mayCall, useSession } from '../../platform/session.ts'
import { useQuery } from '../../platform/use-query.ts'

/** 一个支部写记录用的样板与常用语;没有取到、无权看的为 null。 */
export const useMeetingAids = (branchId: string | null, meetingType: MeetingType | null): MeetingAids | null => {
  const allowed = useSession(({ session }) => mayCall(session, contract.meetingAids.list))
  return useQuery(api.meetingAids.list, branchId === null || !allowed ? null : { branchId, meetingType }, ['meetingAids.changed']).data
}
