import type { Database } from 'better-sqlite3'
import type { BuildForm } from '../../../shared/model/organisation.ts'
import { coversDay } from '../as-of.ts'
import { MEMBER_TYPE_ON_DAY } from '../roster-sql.ts'

export interface MemberStanding {
  readonly memberType: 'full' | 'probationary'
  readonly regularOn: string | null
}

/** 组织检查要用的、一次取全的几样;都按那一天。 */
export const createHealthRepo = (db: Database) => {
  const forms = db.prepare(`SELECT f.organisation_id AS id, f.build_form AS form FROM organisation_form f WHERE ${coversDay('f', 'organisation_form', 'organisation_id')}`)
  const units = db.prepare('SELECT organisation_id AS id, count(*) AS count FROM unit_coverage WHERE from_day <= @day AND (to_day IS NULL OR to_day > @day) GROUP BY 1')
  const leaders = db.prepare(`SELECT m.id, ${MEMBER_TYPE_ON_DAY} AS memberType, m.regular_on AS regularOn FROM member m WHERE m.deleted_at IS NULL AND m.id IN (SELECT member_id FROM organisation_post WHERE post = 'secretary' AND from_day <= @day AND (to_day IS NULL OR to_day > @day))`)
  const projects = db.prepare(
    `SELECT u.name, u.from_day AS fromDay, u.owner_unit AS ownerUnit FROM covered_unit u WHERE u.unit_kind = 'project' AND u.from_day <= @before AND (u.to_day IS NULL OR u.to_day > @day)
     AND NOT EXISTS (SELECT 1 FROM unit_coverage c WHERE c.unit_id = u.id AND c.from_day <= @day AND (c.to_day IS NULL OR c.to_day > @day)) ORDER BY u.name`,
  )
  return {
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
