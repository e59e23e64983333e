/**
 * 第四步迁移:规则里的数字、班子届次与换届、双向进入交叉任职、联系点、重要岗位。
 *
 * - norm_setting:只存改过的数;改回缺省时 value 为空,行留着,来历看得到。
 * - organisation_term:due_day 是按任期年数算的届满日;extended_to 是批准延到哪天。candidates、seats 是 JSON。
 * - organisation_post:产生方式与任职文件。空缺不存,由届次的职数与在任的人推出来。
 * - term_reminder:换届提醒的记录,记错的撤回,不删。
 * - key_post:重要岗位与任岗的人;不在本单位名册的党员由 is_party_member 记。
 * - cross_post、contact_relation、contact_visit、key_post:不再要的置 removed_at,行与来历都在。
 * 本文件随本版本冻结,不引用任何会变的代码。
 */
interface Executor {
  exec(sql: string): unknown
}

const day = (column: string): string => `${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`
const dayOrNull = (column: string): string => `${column} TEXT CHECK (${column} IS NULL OR ${day(column)})`
const countOrNull = (column: string): string => `${column} INTEGER CHECK (${column} IS NULL OR ${column} >= 0)`
const editable = `id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  owner_unit TEXT NOT NULL REFERENCES organisation(id),
  rev INTEGER NOT NULL DEFAULT 1 CHECK (rev >= 1)`
const ofOrganisation = 'organisation_id TEXT NOT NULL REFERENCES organisation(id) ON DELETE RESTRICT'
const ofMember = 'member_id TEXT REFERENCES member(id) ON DELETE RESTRICT'
const dated = `from_day TEXT NOT NULL CHECK (${day('from_day')}),
  to_day TEXT CHECK (to_day IS NULL OR (${day('to_day')} AND to_day >= from_day))`
const text = "TEXT NOT NULL DEFAULT ''"
const addTo = (table: string, columns: readonly string[]): string => columns.map((column) => `ALTER TABLE ${table} ADD COLUMN ${column};`).join('\n')

export const leadingGroup = {
  version: 40,
  name: '0040-leading-group',
  up(db: Executor): void {
    db.exec(`
CREATE TABLE norm_setting (
  key TEXT PRIMARY KEY NOT NULL CHECK (key <> ''),
  rev INTEGER NOT NULL DEFAULT 1 CHECK (rev >= 1),
  value TEXT NOT NULL,
  basis TEXT NOT NULL DEFAULT '',
  changed_at INTEGER NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

${addTo('organisation_term', [
  'session_number INTEGER CHECK (session_number IS NULL OR session_number >= 1)',
  'years INTEGER CHECK (years IS NULL OR years >= 1)',
  dayOrNull('extended_to'),
  `extension_document ${text}`,
  dayOrNull('election_day'),
  "election_method TEXT NOT NULL DEFAULT '' CHECK (election_method IN ('', 'member_meeting', 'delegate_meeting', 'appointed'))",
  countOrNull('entitled'),
  countOrNull('present'),
  countOrNull('ballots_issued'),
  countOrNull('ballots_returned'),
  countOrNull('ballots_valid'),
  "candidates TEXT NOT NULL DEFAULT '[]' CHECK (json_type(candidates) = 'array')",
  'is_first INTEGER NOT NULL DEFAULT 0 CHECK (is_first IN (0, 1))',
  `request_document ${text}`,
  dayOrNull('request_day'),
  `approval_document ${text}`,
  dayOrNull('approval_day'),
  "seats TEXT NOT NULL DEFAULT '[]' CHECK (json_type(seats) = 'array')",
  `note ${text}`,
])}
${addTo('organisation_post', ["manner TEXT NOT NULL DEFAULT '' CHECK (manner IN ('', 'elected', 'appointed'))", `document ${text}`])}

CREATE TABLE term_reminder (
  ${editable},
  ${ofOrganisation},
  term_id TEXT NOT NULL REFERENCES organisation_term(id) ON DELETE RESTRICT,
  stage TEXT NOT NULL CHECK (stage IN ('first', 'second', 'request', 'due')),
  method TEXT NOT NULL CHECK (method IN ('letter', 'phone', 'meeting', 'other')),
  day TEXT NOT NULL CHECK (${day('day')}),
  person TEXT NOT NULL CHECK (person <> ''),
  note ${text},
  withdrawn_at INTEGER
) STRICT;
CREATE INDEX term_reminder_of ON term_reminder(term_id, day);

CREATE TABLE cross_post (
  ${editable},
  ${ofOrganisation},
  ${ofMember},
  name TEXT NOT NULL CHECK (name <> ''),
  party_post ${text},
  administrative_post ${text},
  direction TEXT NOT NULL CHECK (direction IN ('party_to_company', 'company_to_party', 'mass_organisation')),
  document ${text},
  note ${text},
  ${dated},
  removed_at INTEGER
) STRICT;
CREATE INDEX cross_post_of ON cross_post(organisation_id, from_day);

CREATE TABLE contact_relation (
  ${editable},
  ${ofOrganisation},
  kind TEXT NOT NULL CHECK (kind IN ('instructor', 'leader', 'department', 'other')),
  ${ofMember},
  name TEXT NOT NULL CHECK (name <> ''),
  from_unit ${text},
  duties ${text},
  agreement ${text},
  period TEXT NOT NULL CHECK (period IN ('month', 'quarter', 'half_year', 'year')),
  minimum INTEGER NOT NULL CHECK (minimum >= 0),
  grade ${text},
  note ${text},
  ${dated},
  removed_at INTEGER
) STRICT;
CREATE INDEX contact_relation_of ON contact_relation(organisation_id, from_day);

CREATE TABLE contact_object (
  relation_id TEXT NOT NULL REFERENCES contact_relation(id) ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  organisation_id TEXT REFERENCES organisation(id) ON DELETE RESTRICT,
  name TEXT NOT NULL CHECK (name <> ''),
  PRIMARY KEY (relation_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_object_organisation ON contact_object(organisation_id);

CREATE TABLE contact_visit (
  ${editable},
  relation_id TEXT NOT NULL REFERENCES contact_relation(id) ON DELETE RESTRICT,
  object_name TEXT NOT NULL CHECK (object_name <> ''),
  day TEXT NOT NULL CHECK (${day('day')}),
  note ${text},
  removed_at INTEGER
) STRICT;
CREATE INDEX contact_visit_of ON contact_visit(relation_id, day);

CREATE TABLE key_post (
  ${editable},
  ${ofOrganisation},
  unit_id TEXT REFERENCES covered_unit(id) ON DELETE RESTRICT,
  name TEXT NOT NULL CHECK (name <> ''),
  ${ofMember},
  holder_name ${text},
  is_party_member INTEGER NOT NULL DEFAULT 0 CHECK (is_party_member IN (0, 1)),
  note ${text},
  ${dated},
  removed_at INTEGER
) STRICT;
CREATE INDEX key_post_of ON key_post(organisation_id, from_day);
`)
  },
} as const
