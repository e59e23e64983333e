/**
 * 一个支部一年的会议概要一段取完:「记录齐不齐」要的各列都在索引里,不必逐份去翻带正文的行。原来按支部、日期的索引就不用了。
 * 本文件随本版本冻结,不引用任何会变的代码。
 */
interface Executor {
  exec(sql: string): unknown
}

export const meetingYear = {
  version: 125,
  name: '0125-meeting-year',
  up(db: Executor): void {
    db.exec(`
CREATE INDEX meeting_year ON meeting(branch_id, start_at, meeting_type, party_group_id, also_types, state, finished_at, returned_count, deleted_at, id);
DROP INDEX meeting_by_branch;
`)
  },
} as const
