/**
 * 规范的窗口。
 *
 * - norm_decision:上级对某单位某段月份的决定:免除某项活动,或把过期锁上的月份打开到某天为止;撤回不删行。
 * - meeting_quorum:到会够不够法定人数,由名单与议题推得出来,存着只为汇总一千个支部时不必逐份重算;
 *   不进版本与核对,没有的用到时补算。
 * 本文件随本版本冻结,不引用任何会变的代码。
 */
interface Executor {
  exec(sql: string): unknown
}

const day = (column: string): string => `${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`
const month = (column: string): string => `${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'`
const types = "('general_meeting', 'committee_meeting', 'group_meeting', 'party_lecture', 'theme_day', 'organisational_life', 'democratic_appraisal', 'debriefing', 'other_meeting', 'heart_talk')"

export const normWindows = {
  version: 120,
  name: '0120-norm-windows',
  up(db: Executor): void {
    db.exec(`
CREATE TABLE meeting_quorum (
  meeting_id TEXT PRIMARY KEY NOT NULL REFERENCES meeting(id) ON DELETE CASCADE,
  reached INTEGER NOT NULL CHECK (reached IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE norm_decision (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  owner_unit TEXT NOT NULL REFERENCES organisation(id),
  rev INTEGER NOT NULL DEFAULT 1 CHECK (rev >= 1),
  organisation_id TEXT NOT NULL REFERENCES organisation(id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('exemption', 'unlock')),
  activity TEXT NOT NULL DEFAULT '' CHECK (activity = '' OR activity IN ${types}),
  from_month TEXT NOT NULL CHECK (${month('from_month')}),
  to_month TEXT NOT NULL CHECK (${month('to_month')}),
  until_day TEXT CHECK (until_day IS NULL OR ${day('until_day')}),
  reason TEXT NOT NULL CHECK (reason <> ''),
  approver TEXT NOT NULL DEFAULT '',
  document TEXT NOT NULL DEFAULT '',
  decided_on TEXT NOT NULL CHECK (${day('decided_on')}),
  withdrawn_on TEXT CHECK (withdrawn_on IS NULL OR ${day('withdrawn_on')}),
  withdrawn_reason TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  CHECK (from_month <= to_month),
  CHECK ((kind = 'unlock') = (until_day IS NOT NULL))
) STRICT;
CREATE INDEX norm_decision_of ON norm_decision(organisation_id, from_month);
`)
  },
} as const
