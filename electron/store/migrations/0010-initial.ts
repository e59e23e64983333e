/**
 * 第一步迁移:全部基础表。
 *
 * 约定:STRICT 表;标识为 UUIDv7 文本;可改的行带 owner_unit(归属组织)与 rev(修订号);
 * 名称、隶属、分类、党籍所在都带起止日期(from_day 含、to_day 不含,null 为至今),从不覆盖;
 * 证号、电话、住址、照片单独一表,便于日后加第二层密钥;得分与审计只追加。
 * score_dirty:记录变动后待重算的(支部,月份),与变动写在同一事务里。
 * audit_log:与变动同一事务,不含姓名、证号等个人值,只含表名、记录标识与字段名,逐条摘要相连。
 * record_version:每次变动后整行的样子(含个人值,随库加密),供「谁在何时把什么改成什么」与恢复。
 * 本文件随第一个版本冻结,不引用任何会变的代码。
 */
interface Executor {
  exec(sql: string): unknown
}

const day = (column: string): string => `${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`
const dayOrMonth = (column: string): string => `(${day(column)} OR ${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]')`
const month = (column: string): string => `${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'`
const editable = `id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  owner_unit TEXT NOT NULL REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
  rev INTEGER NOT NULL DEFAULT 1 CHECK (rev >= 1)`
const dated = `from_day TEXT NOT NULL CHECK (${day('from_day')}),
  to_day TEXT CHECK (to_day IS NULL OR (${day('to_day')} AND to_day >= from_day))`
const stamps = `created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL`
const appendOnly = (table: string): string => `
CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;`

export const initial = {
  version: 10,
  name: '0010-initial',
  up(db: Executor): void {
    db.exec(`
CREATE TABLE workspace (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  single INTEGER NOT NULL DEFAULT 1 UNIQUE CHECK (single = 1),
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('sample', 'office')),
  epoch INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE organisation (
  ${editable},
  code TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL CHECK (kind IN ('party_committee', 'general_branch', 'branch', 'party_group')),
  founded_on TEXT CHECK (founded_on IS NULL OR ${dayOrMonth('founded_on')}),
  revoked_on TEXT CHECK (revoked_on IS NULL OR ${day('revoked_on')}),
  meeting_place TEXT NOT NULL DEFAULT '',
  theme_day TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  sort_order INTEGER NOT NULL DEFAULT 0,
  ${stamps},
  deleted_at INTEGER
) STRICT;
CREATE UNIQUE INDEX organisation_code ON organisation(code) WHERE code <> '' AND deleted_at IS NULL;

CREATE TABLE organisation_name (
  ${editable},
  organisation_id TEXT NOT NULL REFERENCES organisation(id) ON DELETE RESTRICT,
  name TEXT NOT NULL CHECK (name <> ''),
  short_name TEXT NOT NULL DEFAULT '',
  ${dated}
) STRICT;
CREATE INDEX organisation_name_of ON organisation_name(organisation_id, from_day);
CREATE UNIQUE INDEX organisation_name_current ON organisation_name(organisation_id) WHERE to_day IS NULL;

CREATE TABLE organisation_parent (
  ${editable},
  organisation_id TEXT NOT NULL REFERENCES organisation(id) ON DELETE RESTRICT,
  parent_id TEXT NOT NULL REFERENCES organisation(id) ON DELETE RESTRICT,
  ${dated},
  CHECK (parent_id <> organisation_id)
) STRICT;
CREATE INDEX organisation_parent_of ON organisation_parent(organisation_id, from_day);
CREATE INDEX organisation_parent_children ON organisation_parent(parent_id);
CREATE UNIQUE INDEX organisation_parent_current ON organisation_parent(organisation_id) WHERE to_day IS NULL;

CREATE TABLE branch_category (
  code TEXT PRIMARY KEY NOT NULL,
  owner_unit TEXT NOT NULL REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL CHECK (name <> ''),
  built_in INTEGER NOT NULL CHECK (built_in IN (0, 1)),
  sort_order INTEGER NOT NULL,
  rev INTEGER NOT NULL DEFAULT 1,
  retired_at INTEGER
) STRICT;
CREATE UNIQUE INDEX branch_category_name ON branch_category(name) WHERE retired_at IS NULL;

CREATE TABLE organisation_category (
  ${editable},
  organisation_id TEXT NOT NULL REFERENCES organisation(id) ON DELETE RESTRICT,
  category_code TEXT NOT NULL REFERENCES branch_category(code) ON DELETE RESTRICT,
  ${dated}
) STRICT;
CREATE INDEX organisation_category_of ON organisation_category(organisation_id, from_day);
CREATE UNIQUE INDEX organisation_category_current ON organisation_category(organisation_id) WHERE to_day IS NULL;

CREATE TABLE organisation_term (
  ${editable},
  organisation_id TEXT NOT NULL REFERENCES organisation(id) ON DELETE RESTRICT,
  from_day TEXT NOT NULL CHECK (${day('from_day')}),
  due_day TEXT CHECK (due_day IS NULL OR (${day('due_day')} AND due_day >= from_day)),
  ended_day TEXT CHECK (ended_day IS NULL OR (${day('ended_day')} AND ended_day >= from_day))
) STRICT;
CREATE INDEX organisation_term_of ON organisation_term(organisation_id, from_day);
CREATE UNIQUE INDEX organisation_term_current ON organisation_term(organisation_id) WHERE ended_day IS NULL;

CREATE TABLE member (
  ${editable},
  name TEXT NOT NULL CHECK (name <> ''),
  pinyin_full TEXT NOT NULL DEFAULT '',
  pinyin_initials TEXT NOT NULL DEFAULT '',
  gender TEXT NOT NULL DEFAULT '0' CHECK (gender IN ('0', '1', '2', '9')),
  ethnicity TEXT NOT NULL DEFAULT '',
  birth_date TEXT CHECK (birth_date IS NULL OR ${dayOrMonth('birth_date')}),
  education TEXT NOT NULL DEFAULT '',
  member_type TEXT NOT NULL CHECK (member_type IN ('full', 'probationary')),
  joined_on TEXT CHECK (joined_on IS NULL OR ${dayOrMonth('joined_on')}),
  regular_on TEXT CHECK (regular_on IS NULL OR ${dayOrMonth('regular_on')}),
  post TEXT NOT NULL DEFAULT '',
  membership_state TEXT NOT NULL DEFAULT 'normal' CHECK (membership_state IN ('normal', 'kept', 'restored', 'stopped', 'expelled', 'left', 'deceased')),
  work_number TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  ${stamps},
  deleted_at INTEGER
) STRICT;
CREATE INDEX member_name ON member(name);

CREATE TABLE member_personal (
  member_id TEXT PRIMARY KEY NOT NULL REFERENCES member(id) ON DELETE CASCADE,
  rev INTEGER NOT NULL DEFAULT 1 CHECK (rev >= 1),
  id_number TEXT NOT NULL DEFAULT '',
  mobile TEXT NOT NULL DEFAULT '',
  telephone TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT '',
  photo_blob TEXT
) STRICT;
CREATE UNIQUE INDEX member_personal_id_number ON member_personal(id_number) WHERE id_number <> '';

CREATE TABLE membership (
  ${editable},
  member_id TEXT NOT NULL REFERENCES member(id) ON DELETE RESTRICT,
  organisation_id TEXT NOT NULL REFERENCES organisation(id) ON DELETE RESTRICT,
  ${dated}
) STRICT;
CREATE INDEX membership_of ON membership(member_id, from_day);
CREATE INDEX membership_in ON membership(organisation_id, from_day);
CREATE UNIQUE INDEX membership_current ON membership(member_id) WHERE to_day IS NULL;

CREATE TABLE group_membership (
  ${editable},
  member_id TEXT NOT NULL REFERENCES member(id) ON DELETE RESTRICT,
  party_group_id TEXT NOT NULL REFERENCES organisation(id) ON DELETE RESTRICT,
  ${dated}
) STRICT;
CREATE INDEX group_membership_of ON group_membership(member_id, from_day);
CREATE INDEX group_membership_in ON group_membership(party_group_id, from_day);
CREATE UNIQUE INDEX group_membership_current ON group_membership(member_id) WHERE to_day IS NULL;

CREATE TABLE organisation_post (
  ${editable},
  organisation_id TEXT NOT NULL REFERENCES organisation(id) ON DELETE RESTRICT,
  member_id TEXT REFERENCES member(id) ON DELETE RESTRICT,
  name TEXT NOT NULL CHECK (name <> ''),
  post TEXT NOT NULL,
  duty TEXT NOT NULL DEFAULT '',
  ${dated}
) STRICT;
CREATE INDEX organisation_post_of ON organisation_post(organisation_id, from_day);
CREATE INDEX organisation_post_member ON organisation_post(member_id);

CREATE TABLE meeting (
  ${editable},
  branch_id TEXT NOT NULL REFERENCES organisation(id) ON DELETE RESTRICT,
  meeting_type TEXT NOT NULL CHECK (meeting_type IN ('general_meeting', 'committee_meeting', 'group_meeting', 'party_lecture', 'theme_day')),
  party_group_id TEXT REFERENCES organisation(id) ON DELETE RESTRICT,
  title TEXT NOT NULL DEFAULT '',
  start_at TEXT NOT NULL CHECK (start_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-2][0-9]:[0-5][0-9]'),
  end_at TEXT CHECK (end_at IS NULL OR end_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-2][0-9]:[0-5][0-9]'),
  place TEXT NOT NULL DEFAULT '',
  host TEXT NOT NULL DEFAULT '',
  recorder TEXT NOT NULL DEFAULT '',
  lecturer TEXT NOT NULL DEFAULT '',
  observers TEXT NOT NULL DEFAULT '',
  content TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'finished', 'submitted', 'approved', 'evaluated', 'returned', 'voided')),
  state_reason TEXT NOT NULL DEFAULT '',
  finished_at INTEGER,
  ${stamps},
  deleted_at INTEGER
) STRICT;
CREATE INDEX meeting_by_branch ON meeting(branch_id, start_at);

CREATE TABLE meeting_topic (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  meeting_id TEXT NOT NULL REFERENCES meeting(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('study', 'report', 'election', 'admission', 'confirmation', 'commendation', 'discipline', 'other')),
  is_first_topic INTEGER NOT NULL DEFAULT 0 CHECK (is_first_topic IN (0, 1)),
  UNIQUE (meeting_id, position)
) STRICT;

CREATE TABLE meeting_resolution (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  meeting_id TEXT NOT NULL REFERENCES meeting(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  owner TEXT NOT NULL DEFAULT '',
  due_on TEXT CHECK (due_on IS NULL OR ${day('due_on')}),
  UNIQUE (meeting_id, position)
) STRICT;

CREATE TABLE attendance (
  meeting_id TEXT NOT NULL REFERENCES meeting(id) ON DELETE CASCADE,
  member_id TEXT NOT NULL REFERENCES member(id) ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  has_vote INTEGER NOT NULL CHECK (has_vote IN (0, 1)),
  status TEXT NOT NULL CHECK (status IN ('present', 'on_leave', 'absent')),
  reason TEXT NOT NULL DEFAULT '',
  reason_note TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (meeting_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX attendance_member ON attendance(member_id);

CREATE TABLE scheme (
  ${editable},
  name TEXT NOT NULL CHECK (name <> ''),
  ${stamps},
  deleted_at INTEGER
) STRICT;

CREATE TABLE scheme_version (
  ${editable},
  scheme_id TEXT NOT NULL REFERENCES scheme(id) ON DELETE RESTRICT,
  version INTEGER NOT NULL CHECK (version >= 1),
  effective_from TEXT NOT NULL CHECK (${day('effective_from')}),
  status TEXT NOT NULL CHECK (status IN ('draft', 'published', 'retired')),
  body TEXT NOT NULL CHECK (json_valid(body)),
  hash TEXT NOT NULL,
  published_at INTEGER,
  published_by TEXT NOT NULL DEFAULT '',
  UNIQUE (scheme_id, version)
) STRICT;
CREATE TRIGGER scheme_version_frozen BEFORE UPDATE OF id, body, hash, version, effective_from, scheme_id, published_at, published_by ON scheme_version WHEN OLD.status <> 'draft'
BEGIN SELECT RAISE(ABORT, 'a published scheme version is immutable'); END;
CREATE TRIGGER scheme_version_no_return BEFORE UPDATE OF status ON scheme_version WHEN OLD.status <> 'draft' AND NEW.status = 'draft'
BEGIN SELECT RAISE(ABORT, 'a published scheme version is immutable'); END;
CREATE TRIGGER scheme_version_kept BEFORE DELETE ON scheme_version WHEN OLD.status <> 'draft'
BEGIN SELECT RAISE(ABORT, 'a published scheme version is immutable'); END;

CREATE TABLE manual_score (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  owner_unit TEXT NOT NULL REFERENCES organisation(id),
  scheme_version_id TEXT NOT NULL REFERENCES scheme_version(id),
  branch_id TEXT NOT NULL REFERENCES organisation(id),
  period TEXT NOT NULL CHECK (${month('period')}),
  indicator_id TEXT NOT NULL,
  points TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL CHECK (state IN ('draft', 'confirmed', 'withdrawn')),
  supersedes TEXT REFERENCES manual_score(id),
  recorded_at INTEGER NOT NULL,
  recorded_by TEXT NOT NULL
) STRICT;
CREATE INDEX manual_score_of ON manual_score(branch_id, period, indicator_id, recorded_at);
${appendOnly('manual_score')}

CREATE TABLE score_event (
  ${editable},
  branch_id TEXT NOT NULL REFERENCES organisation(id),
  period TEXT NOT NULL CHECK (${month('period')}),
  indicator_id TEXT NOT NULL,
  occurred_on TEXT NOT NULL CHECK (${day('occurred_on')}),
  count INTEGER NOT NULL DEFAULT 1 CHECK (count >= 1),
  level TEXT,
  matter TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'confirmed' CHECK (state IN ('draft', 'confirmed', 'withdrawn')),
  state_reason TEXT NOT NULL DEFAULT '',
  recorded_at INTEGER NOT NULL,
  recorded_by TEXT NOT NULL
) STRICT;
CREATE INDEX score_event_of ON score_event(branch_id, period);

CREATE TABLE veto_decision (
  ${editable},
  branch_id TEXT NOT NULL REFERENCES organisation(id),
  period TEXT NOT NULL CHECK (${month('period')}),
  indicator_id TEXT NOT NULL,
  decided_on TEXT NOT NULL CHECK (${day('decided_on')}),
  decided_by TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'confirmed' CHECK (state IN ('draft', 'confirmed', 'withdrawn')),
  state_reason TEXT NOT NULL DEFAULT '',
  recorded_at INTEGER NOT NULL,
  recorded_by TEXT NOT NULL
) STRICT;
CREATE INDEX veto_decision_of ON veto_decision(branch_id, period);

CREATE TABLE exemption (
  ${editable},
  branch_id TEXT NOT NULL REFERENCES organisation(id),
  period TEXT NOT NULL CHECK (${month('period')}),
  indicator_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  approved_by TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'confirmed' CHECK (state IN ('draft', 'confirmed', 'withdrawn')),
  recorded_at INTEGER NOT NULL,
  recorded_by TEXT NOT NULL
) STRICT;
CREATE INDEX exemption_of ON exemption(branch_id, period);

CREATE TABLE score_result (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  owner_unit TEXT NOT NULL REFERENCES organisation(id),
  branch_id TEXT NOT NULL REFERENCES organisation(id),
  period TEXT NOT NULL CHECK (${month('period')}),
  scheme_version_id TEXT NOT NULL REFERENCES scheme_version(id),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  known_at INTEGER NOT NULL,
  category_code TEXT,
  status TEXT NOT NULL CHECK (status IN ('scored', 'failed', 'insufficient', 'blocked')),
  total_exact TEXT,
  total_published TEXT,
  star INTEGER,
  body TEXT NOT NULL CHECK (json_valid(body)),
  input_hash TEXT NOT NULL,
  UNIQUE (branch_id, period, revision)
) STRICT;
CREATE INDEX score_result_by_period ON score_result(period, branch_id, revision);
${appendOnly('score_result')}

CREATE TABLE score_dirty (
  branch_id TEXT NOT NULL REFERENCES organisation(id) ON DELETE CASCADE,
  period TEXT NOT NULL CHECK (${month('period')}),
  since INTEGER NOT NULL,
  PRIMARY KEY (branch_id, period)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_batch (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  owner_unit TEXT NOT NULL REFERENCES organisation(id),
  kind TEXT NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  file_hash TEXT NOT NULL,
  counts TEXT NOT NULL CHECK (json_valid(counts))
) STRICT;
${appendOnly('import_batch')}

CREATE TABLE audit_log (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL,
  procedure TEXT NOT NULL,
  owner_unit TEXT,
  table_name TEXT NOT NULL DEFAULT '',
  record_id TEXT NOT NULL DEFAULT '',
  detail TEXT NOT NULL CHECK (json_valid(detail)),
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX audit_log_record ON audit_log(record_id);
${appendOnly('audit_log')}

CREATE TABLE record_version (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  table_name TEXT NOT NULL,
  record_id TEXT NOT NULL,
  rev INTEGER NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  audit_seq INTEGER NOT NULL REFERENCES audit_log(seq),
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE INDEX record_version_of ON record_version(table_name, record_id, rev);
${appendOnly('record_version')}
`)
  },
} as const
