/**
 * 评价期的一生:评、公示、关账,以及关账以后的申诉、更正;季度星级与年度等次。
 *
 * - evaluation_period:一期(月、季、年)到了哪一步。没有行的是还在评。
 * - score_input:公示那一刻的全部输入(压缩的规范 JSON),附在那一份成绩上;从此重算不靠别处的记录。
 * - standing_result:季度星级、年度等次,只追加;standing_input 是那一次全部支部的输入(名额要一起算)。
 * - standing_entry:评星之外另行认定的——直接定级、具备的条件、专项验收的分,以及党委不照算出的等次时的决定(两个并列,从不覆盖)。
 * - score_objection:对公示结果的申诉;score_correction:更正,改的是冻结了的输入,批准一条生成一个新修订。
 * 本文件随本版本冻结,不引用任何会变的代码。
 */
interface Executor {
  exec(sql: string): unknown
}

const head = `id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  owner_unit TEXT NOT NULL REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
  rev INTEGER NOT NULL DEFAULT 1 CHECK (rev >= 1)`
const stamps = `created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL`
const month = (column: string): string => `${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'`
const long = (column: string): string => `(${column} GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]' OR ${column} GLOB '[0-9][0-9][0-9][0-9]')`
const any = (column: string): string => `(${month(column)} OR ${long(column)})`
const day = (column: string): string => `${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`
const appendOnly = (table: string): string => `CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;`

export const evaluationPeriods = {
  version: 210,
  name: '0210-evaluation-periods',
  up(db: Executor): void {
    db.exec(`
CREATE TABLE evaluation_period (
  ${head},
  period TEXT NOT NULL UNIQUE CHECK (${any('period')}),
  state TEXT NOT NULL CHECK (state IN ('open', 'self_assessed', 'reviewed', 'publicity', 'closed')),
  publicity_from TEXT CHECK (publicity_from IS NULL OR ${day('publicity_from')}),
  publicity_to TEXT CHECK (publicity_to IS NULL OR ${day('publicity_to')}),
  publicity_days INTEGER CHECK (publicity_days IS NULL OR publicity_days >= 1),
  approved_by TEXT NOT NULL DEFAULT '',
  document TEXT NOT NULL DEFAULT '',
  closed_on TEXT CHECK (closed_on IS NULL OR ${day('closed_on')}),
  note TEXT NOT NULL DEFAULT '',
  ${stamps}
) STRICT;

CREATE TABLE score_input (
  result_id TEXT PRIMARY KEY NOT NULL REFERENCES score_result(id) ON DELETE RESTRICT,
  input BLOB NOT NULL
) STRICT;
${appendOnly('score_input')}

CREATE TABLE standing_result (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  owner_unit TEXT NOT NULL REFERENCES organisation(id),
  branch_id TEXT NOT NULL REFERENCES organisation(id),
  period TEXT NOT NULL CHECK (${long('period')}),
  scheme_version_id TEXT NOT NULL REFERENCES scheme_version(id),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  known_at INTEGER NOT NULL,
  category_code TEXT,
  status TEXT NOT NULL CHECK (status IN ('scored', 'not_rated')),
  total_exact TEXT,
  total_published TEXT,
  band INTEGER,
  star INTEGER,
  lock INTEGER NOT NULL DEFAULT 0,
  reasons TEXT NOT NULL DEFAULT '',
  rank INTEGER,
  rank_of INTEGER,
  tied INTEGER NOT NULL DEFAULT 0 CHECK (tied IN (0, 1)),
  input_hash TEXT NOT NULL,
  UNIQUE (branch_id, period, revision)
) STRICT;
CREATE INDEX standing_result_by_period ON standing_result(period, branch_id, revision);
${appendOnly('standing_result')}

CREATE TABLE standing_input (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  period TEXT NOT NULL CHECK (${long('period')}),
  input_hash TEXT NOT NULL,
  input BLOB NOT NULL,
  UNIQUE (period, input_hash)
) STRICT;
${appendOnly('standing_input')}

CREATE TABLE standing_entry (
  ${head},
  branch_id TEXT NOT NULL REFERENCES organisation(id),
  period TEXT NOT NULL CHECK (${long('period')}),
  kind TEXT NOT NULL CHECK (kind IN ('direct_award', 'flag', 'own_part', 'deviation')),
  code TEXT NOT NULL DEFAULT '',
  value TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL CHECK (reason <> ''),
  document TEXT NOT NULL DEFAULT '',
  decided_by TEXT NOT NULL DEFAULT '',
  decided_on TEXT NOT NULL CHECK (${day('decided_on')}),
  state TEXT NOT NULL DEFAULT 'confirmed' CHECK (state IN ('confirmed', 'withdrawn')),
  state_reason TEXT NOT NULL DEFAULT '',
  ${stamps}
) STRICT;
CREATE INDEX standing_entry_of ON standing_entry(period, branch_id);

CREATE TABLE score_objection (
  ${head},
  branch_id TEXT NOT NULL REFERENCES organisation(id),
  period TEXT NOT NULL CHECK (${any('period')}),
  indicator_id TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL CHECK (text <> ''),
  raised_by TEXT NOT NULL CHECK (raised_by <> ''),
  raised_on TEXT NOT NULL CHECK (${day('raised_on')}),
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'upheld', 'rejected', 'withdrawn')),
  reply TEXT NOT NULL DEFAULT '',
  decided_by TEXT NOT NULL DEFAULT '',
  decided_on TEXT CHECK (decided_on IS NULL OR ${day('decided_on')}),
  ${stamps}
) STRICT;
CREATE INDEX score_objection_of ON score_objection(period, branch_id);

CREATE TABLE score_correction (
  ${head},
  branch_id TEXT NOT NULL REFERENCES organisation(id),
  period TEXT NOT NULL CHECK (${month('period')}),
  seq INTEGER NOT NULL CHECK (seq >= 1),
  objection_id TEXT REFERENCES score_objection(id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('manual', 'event', 'event_withdrawn', 'veto', 'veto_withdrawn', 'exemption', 'exemption_withdrawn', 'records')),
  indicator_id TEXT NOT NULL DEFAULT '',
  op TEXT NOT NULL CHECK (op IN ('set', 'append', 'remove')),
  path TEXT NOT NULL CHECK (path <> ''),
  value TEXT NOT NULL DEFAULT 'null' CHECK (json_valid(value)),
  reason TEXT NOT NULL CHECK (reason <> ''),
  evidence TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'approved', 'rejected')),
  decided_by TEXT NOT NULL DEFAULT '',
  decided_on TEXT CHECK (decided_on IS NULL OR ${day('decided_on')}),
  reopened_by TEXT NOT NULL DEFAULT '',
  revision INTEGER,
  ${stamps},
  UNIQUE (branch_id, period, seq)
) STRICT;
`)
  },
}
