import type { Database } from 'better-sqlite3'
import type { FirstTopic } from '../../../shared/model/meeting-parts.ts'
import { coversDay } from '../as-of.ts'

/** 第一议题台账:由会议记录里标了「第一议题」的议题得来,不另登记。 */
export const createFirstTopicRepo = (db: Database) => {
  const select = db.prepare(
    `SELECT m.id AS meetingId, m.branch_id AS branchId, COALESCE((SELECT n.name FROM organisation_name n WHERE n.organisation_id = m.branch_id AND ${coversDay('n', 'organisation_name', 'organisation_id')}), '') AS branchName,
       substr(m.start_at, 1, 10) AS day, m.meeting_type AS meetingType, t.title, t.published_on AS publishedOn, CASE WHEN t.leader = '' THEN m.host ELSE t.leader END AS leader,
       (SELECT count(*) FROM follow_up f WHERE f.source_table = 'meeting' AND f.source_id = m.id AND f.deleted_at IS NULL) AS measures,
       (SELECT count(*) FROM follow_up f WHERE f.source_table = 'meeting' AND f.source_id = m.id AND f.deleted_at IS NULL AND f.state = 'open') AS openMeasures
     FROM meeting m JOIN meeting_topic t ON t.meeting_id = m.id AND t.is_first_topic = 1
     WHERE m.deleted_at IS NULL AND m.state <> 'voided' AND substr(m.start_at, 1, 4) = @year AND m.branch_id IN (SELECT value FROM json_each(@branchIds))
     ORDER BY m.start_at DESC, m.id`,
  )
  return {
    list: (branchIds: readonly string[], year: number, day: string): FirstTopic[] => select.all({ branchIds: JSON.stringify(branchIds), year: String(year), day }) as FirstTopic[],
  }
}
