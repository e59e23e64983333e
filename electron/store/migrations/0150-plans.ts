/**
 * 计划:会议记录记着它是照哪一条计划开的;整年的计划、总结上报、审批、退回。
 *
 * - meeting.plan_entry_id:年度计划、月度安排里的一条。一条计划可以由几场会来落实。
 * - register_submission:一个支部、一本登记、一年一行;没有上报过的没有行。
 * - register_talk_year:一年的谈心谈话各是哪一类,一次取完(LIF-08),不必逐条去翻正文。
 * 封存了的一年,上报的状态跟着锁。
 * 本文件随本版本冻结,不引用任何会变的代码。
 */
interface Executor {
  exec(sql: string): unknown
}

const day = (column: string): string => `${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`
/** 年度封存的锁(见 README.md)。 */
const closed = (row: string): string => `EXISTS (SELECT 1 FROM year_closing c WHERE c.branch_id = ${row}.branch_id AND c.year = ${row}.year AND c.reopened_at IS NULL)`
const lock = ([['INSERT', ['NEW']], ['UPDATE', ['OLD', 'NEW']], ['DELETE', ['OLD']]] as const)
  .map(([event, rows]) => `CREATE TRIGGER register_submission_year_closed_${event.toLowerCase()} BEFORE ${event} ON register_submission WHEN ${rows.map(closed).join(' OR ')} BEGIN SELECT RAISE(ABORT, 'YEAR_CLOSED'); END;`)
  .join('\n')

export const plans = {
  version: 150,
  name: '0150-plans',
  up(db: Executor): void {
    db.exec(`
ALTER TABLE meeting ADD COLUMN plan_entry_id TEXT REFERENCES register_entry(id) ON DELETE RESTRICT;
CREATE INDEX meeting_by_plan ON meeting(plan_entry_id) WHERE plan_entry_id IS NOT NULL;

CREATE INDEX register_talk_year ON register_entry(day, branch_id, json_extract(body, '$.kind'), created_at) WHERE definition_key = 'talks' AND deleted_at IS NULL;

CREATE TABLE register_submission (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  owner_unit TEXT NOT NULL REFERENCES organisation(id),
  rev INTEGER NOT NULL DEFAULT 1 CHECK (rev >= 1),
  branch_id TEXT NOT NULL REFERENCES organisation(id) ON DELETE RESTRICT,
  definition_key TEXT NOT NULL CHECK (definition_key <> ''),
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9999),
  state TEXT NOT NULL CHECK (state IN ('submitted', 'approved', 'returned', 'reopened')),
  submitted_on TEXT NOT NULL CHECK (${day('submitted_on')}),
  reviewed_on TEXT CHECK (reviewed_on IS NULL OR ${day('reviewed_on')}),
  reviewer TEXT NOT NULL DEFAULT '',
  opinion TEXT NOT NULL DEFAULT '',
  returned_count INTEGER NOT NULL DEFAULT 0 CHECK (returned_count >= 0),
  return_due_on TEXT CHECK (return_due_on IS NULL OR ${day('return_due_on')}),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  UNIQUE (branch_id, definition_key, year)
) STRICT;
${lock}
`)
  },
} as const
