import { coversDay } from './as-of.ts'

/** SQL 片段:m 这名党员到 `@day` 已入党;未填入党日期的当作已入党。只到月的按文本比较,当月起算。 */
export const JOINED_BY_DAY = '(m.joined_on IS NULL OR m.joined_on <= @day)'

/** SQL 片段:m 在 `@day` 的人员类别。现为正式党员的,转正之前按预备党员算(没有表决权)。 */
export const MEMBER_TYPE_ON_DAY = "CASE WHEN m.member_type = 'full' AND (m.regular_on IS NULL OR m.regular_on <= @day) THEN 'full' ELSE 'probationary' END"

/**
 * SQL 片段:FROM 之后的部分,`@day` 在册的人:r 为所在支部,m 为党员;其后可接 AND 条件。
 *
 * @param joins 另外要连的表。
 */
export const onRoster = (joins = ''): string => `membership r JOIN member m ON m.id = r.member_id ${joins} WHERE m.deleted_at IS NULL AND ${JOINED_BY_DAY} AND ${coversDay('r', 'membership', 'member_id')}`

/** SQL 片段:FROM 之后的部分,`@day` 在党小组里的人:g 为所在小组,m 为党员。 */
export const IN_GROUP = `group_membership g JOIN member m ON m.id = g.member_id WHERE m.deleted_at IS NULL AND ${JOINED_BY_DAY} AND ${coversDay('g', 'group_membership', 'member_id')}`

/** SQL 片段:左连 `@day` 所在党小组 g。 */
export const WITH_GROUP = `LEFT JOIN group_membership g ON g.member_id = m.id AND ${coversDay('g', 'group_membership', 'member_id')}`
/** SQL 片段:左连证号、电话、住址 s。 */
export const WITH_PERSONAL = 'LEFT JOIN member_personal s ON s.member_id = m.id'
