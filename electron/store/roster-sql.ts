import { coversDay } from './as-of.ts'

/** SQL 片段:m 这名党员到 `@day` 已入党;未填入党日期的当作已入党。只到月的按文本比较,当月起算。 */
const JOINED_BY_DAY = '(m.joined_on IS NULL OR m.joined_on <= @day)'

/** SQL 片段:m 在 `@day` 的人员类别。现为正式党员的,转正之前按预备党员算(没有表决权)。 */
export const MEMBER_TYPE_ON_DAY = "CASE WHEN m.member_type = 'full' AND (m.regular_on IS NULL OR m.regular_on <= @day) THEN 'full' ELSE 'probationary' END"

/** SQL 片段:`@day` 在册的人。r 为所在支部,m 为党员;其后可接 AND 条件。 */
export const ON_ROSTER = `membership r JOIN member m ON m.id = r.member_id WHERE m.deleted_at IS NULL AND ${JOINED_BY_DAY} AND ${coversDay('r', 'membership', 'member_id')}`

/** SQL 片段:左连 `@day` 所在党小组 g。 */
export const WITH_GROUP = `LEFT JOIN group_membership g ON g.member_id = m.id AND ${coversDay('g', 'group_membership', 'member_id')}`
