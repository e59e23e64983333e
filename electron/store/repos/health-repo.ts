import type { Database } from 'better-sqlite3'
import type { BuildForm } from '../../../shared/model/organisation.ts'
import type { ManagementLevel } from '../../../shared/model/member.ts'
import { coversDay } from '../as-of.ts'
import { MEMBER_TYPE_ON_DAY } from '../roster-sql.ts'

export interface MemberStanding {
  readonly memberType: 'full' | 'probationary'
  readonly regularOn: string | null
  readonly managementLevel: ManagementLevel
}

/** 组织检查要用的、一次取全的几样;都按那一天。 */
export const createHealthRepo = (db: Database) => {
  const forms = db.prepare(`SELECT f.organisation_id AS id, f.build_form AS form FROM organisation_form f WHERE ${coversDay('f', 'organisation_form', 'organisation_id')}`)
  const units = db.prepare('SELECT organisation_id AS id, count(*) AS count FROM unit_coverage WHERE from_day <= @day AND (to_day IS NULL OR to_day > @day) GROUP BY 1')
  const leaders = db.prepare(`SELECT m.id, ${MEMBER_TYPE_ON_DAY} AS memberType, m.regular_on AS regularOn, m.management_level AS managementLevel FROM member m WHERE m.deleted_at IS NULL AND m.id IN (SELECT member_id FROM organisation_post WHERE post = 'secretary' AND from_day <= @day AND (to_day IS NULL OR to_day > @day))`)
  const projects = db.prepare(
    `SELECT u.name, u.from_day AS fromDay, u.owner_unit AS ownerUnit FROM covered_unit u WHERE u.unit_kind = 'project' AND u.from_day <= @before AND (u.to_day IS NULL OR u.to_day > @day)
     AND NOT EXISTS (SELECT 1 FROM unit_coverage c WHERE c.unit_id = u.id AND c.from_day <= @day AND (c.to_day IS NULL OR c.to_day > @day)) ORDER BY u.name`,
  )
  const floating = db.prepare("SELECT branch_id AS id, count(*) AS count FROM care_record WHERE kind = 'floating' AND deleted_at IS NULL AND from_day <= @day AND (to_day IS NULL OR to_day > @day) GROUP BY 1")
  // 各支部自己的选举日,不是同一天:把按某一天取的条件换成那一天。
  const onElection = (condition: string): string => condition.replaceAll('@day', 't.election_day')
  const fullOnElection = db.prepare(
    `SELECT t.organisation_id AS id, count(*) AS count FROM organisation_term t JOIN membership r ON r.organisation_id = t.organisation_id JOIN member m ON m.id = r.member_id
     WHERE t.ended_day IS NULL AND t.election_day IS NOT NULL AND t.entitled IS NOT NULL AND m.deleted_at IS NULL AND ${onElection(MEMBER_TYPE_ON_DAY)} = 'full' AND ${onElection(coversDay('r', 'membership', 'member_id'))} GROUP BY 1`,
  )
  const elections = db.prepare(
    `SELECT t.organisation_id AS id, EXISTS (SELECT 1 FROM meeting g JOIN meeting_topic p ON p.meeting_id = g.id AND p.kind = 'election' WHERE g.branch_id = t.organisation_id AND g.meeting_type = 'general_meeting' AND g.state <> 'voided' AND substr(g.start_at, 1, 10) = t.election_day) AS held
     FROM organisation_term t WHERE t.ended_day IS NULL AND t.election_day IS NOT NULL AND EXISTS (SELECT 1 FROM meeting g WHERE g.branch_id = t.organisation_id AND substr(g.start_at, 1, 10) < t.election_day)`,
  )
  return {
    /** 支部 → 眼下流动在外的党员数。 */
    floatingCounts: (day: string): Map<string, number> => new Map((floating.all({ day }) as { id: string; count: number }[]).map(({ id, count }) => [id, count])),
    /** 支部 → 本届选举那天的正式党员数;只有登记了选举日、应到的。 */
    fullOnElection: (): Map<string, number> => new Map((fullOnElection.all() as { id: string; count: number }[]).map(({ id, count }) => [id, count])),
    /** 支部 → 选举那天有没有党员大会的选举议题;选举以前就在用本程序记会议的才有。 */
    electionMeetings: (): Map<string, boolean> => new Map((elections.all() as { id: string; held: number }[]).map(({ id, held }) => [id, held === 1])),
    /** 支部 → 组建方式;没有行的是单独组建。 */
    forms: (day: string): Map<string, BuildForm> => new Map((forms.all({ day }) as { id: string; form: BuildForm }[]).map(({ id, form }) => [id, form])),
    /** 组织 → 覆盖的单位数。 */
    unitCounts: (day: string): Map<string, number> => new Map((units.all({ day }) as { id: string; count: number }[]).map(({ id, count }) => [id, count])),
    /** 书记(名册里的人)→ 人员类别与转正日期。 */
    secretaryStandings: (day: string): Map<string, MemberStanding> => new Map((leaders.all({ day }) as (MemberStanding & { id: string })[]).map(({ id, ...standing }) => [id, standing])),
    /** 在 before 那天或更早开始、眼下没有党组织覆盖的项目。 */
    uncoveredProjects: (day: string, before: string): { readonly name: string; readonly fromDay: string; readonly ownerUnit: string }[] => projects.all({ day, before }) as { name: string; fromDay: string; ownerUnit: string }[],
  }
}
