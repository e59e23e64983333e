import type { StudyRow } from '../../../shared/model/register.ts'
import { COUNTED_STATES } from '../../domain/meetings/counted-states.ts'
import type { Store } from '../../store/open-store.ts'
import { createMemberRepo } from '../../store/repos/member-repo.ts'
import { createNormRepo } from '../../store/repos/norm-repo.ts'
import { createOrganisationRepo } from '../../store/repos/organisation-repo.ts'
import type { RegisterRepo } from '../../store/repos/register-repo.ts'

const MINUTES = 60

/**
 * 一个支部一年里各人的学时:办结的会上到会的(会议记录里填了学时的),加上登记的学习培训;按年累加,当年有效。
 * 名册照年末那天(当年照今天);until 给了的,只算到那天为止的学时;书记和班子成员的学时另定,还要至少一次县级以上集中培训(LIF-10、LIF-11)。
 */
export const createStudyHours = ({ db }: Store, registers: RegisterRepo) => {
  const members = createMemberRepo(db)
  const organisations = createOrganisationRepo(db)
  const norms = createNormRepo(db)
  const attended = db.prepare(
    `SELECT a.member_id AS memberId, sum(m.study_minutes) AS minutes FROM meeting m JOIN attendance a ON a.meeting_id = m.id AND a.status = 'present'
     WHERE m.branch_id = @branchId AND m.deleted_at IS NULL AND m.state IN (${COUNTED_STATES.map((state) => `'${state}'`).join(', ')}) AND m.study_minutes IS NOT NULL AND substr(m.start_at, 1, 4) = @year AND substr(m.start_at, 1, 10) <= @until GROUP BY a.member_id`,
  )
  return (branchId: string, year: number, today: string, until = `${year}-12-31`): StudyRow[] => {
    const day = today < `${year}-12-31` ? today : `${year}-12-31`
    const fromMeetings = new Map((attended.all({ branchId, year: String(year), until }) as { memberId: string; minutes: number }[]).map((row) => [row.memberId, row.minutes]))
    const training = new Map<string, number>()
    const central = new Set<string>()
    for (const { day: on, values } of registers.list('study', [branchId], year, today)) {
      if (on > until) continue
      const { people, hours, isCentral } = values
      if (!Array.isArray(people) || typeof hours !== 'number') continue
      for (const { memberId } of people) {
        if (memberId === null) continue
        training.set(memberId, (training.get(memberId) ?? 0) + Math.round(hours * MINUTES))
        if (isCentral === true) central.add(memberId)
      }
    }
    const leading = new Set(organisations.postsOf(branchId, day).filter(({ post }) => post !== 'group_leader').map(({ memberId }) => memberId))
    return members.rosterOf(branchId, day).map(({ memberId, name }) => {
      const isLeading = leading.has(memberId)
      const [meetingMinutes, trainingMinutes] = [fromMeetings.get(memberId) ?? 0, training.get(memberId) ?? 0]
      const requiredHours = norms.normValue(isLeading ? 'study_hours_leading' : 'study_hours_member')
      const lacksCentral = isLeading && !central.has(memberId)
      return { memberId, name, isLeading, meetingMinutes, trainingMinutes, requiredHours, lacksCentral, isEnough: !lacksCentral && meetingMinutes + trainingMinutes >= requiredHours * MINUTES }
    })
  }
}
