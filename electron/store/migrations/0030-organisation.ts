/**
 * 第三步迁移:组织的沿革与登记。
 *
 * - organisation_kind、organisation_form:类别、组建方式也带起止日期。没有行的,类别看 organisation.kind,组建方式是单独组建;
 *   头一次改变时才写行,所以升级不必给从前的组织补记。
 * - organisation_event:成立、改名、划转、合并、拆分、升格、撤销,各有日期、文号、理由;body 里是当时改了哪些行、从什么改成什么,撤销这次变动时照着改回去。
 * - covered_unit、unit_coverage:单位与哪个党组织覆盖它。没有党组织覆盖的单位也登记,才数得出空白点。
 * - membership_roster、member_counted:数人只看索引,十万人的树也不必翻名册的正文。
 * 本文件随本版本冻结,不引用任何会变的代码。
 */
interface Executor {
  exec(sql: string): unknown
}

const day = (column: string): string => `${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`
const dayOrMonth = (column: string): string => `(${day(column)} OR ${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]')`
const editable = `id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  owner_unit TEXT NOT NULL REFERENCES organisation(id),
  rev INTEGER NOT NULL DEFAULT 1 CHECK (rev >= 1)`
const dated = `from_day TEXT NOT NULL CHECK (${day('from_day')}),
  to_day TEXT CHECK (to_day IS NULL OR (${day('to_day')} AND to_day >= from_day))`
const ofOrganisation = 'organisation_id TEXT NOT NULL REFERENCES organisation(id) ON DELETE RESTRICT'
const indexes = (table: string): string => `CREATE INDEX ${table}_of ON ${table}(organisation_id, from_day);`

export const organisation = {
  version: 30,
  name: '0030-organisation',
  up(db: Executor): void {
    db.exec(`
ALTER TABLE organisation ADD COLUMN unit_relation TEXT NOT NULL DEFAULT '' CHECK (unit_relation IN ('', 'same_as_parent', 'legal_unit', 'joint'));
ALTER TABLE organisation ADD COLUMN contact TEXT NOT NULL DEFAULT '';
ALTER TABLE organisation ADD COLUMN phone TEXT NOT NULL DEFAULT '';
ALTER TABLE organisation ADD COLUMN approval_document TEXT NOT NULL DEFAULT '';

CREATE INDEX membership_roster ON membership(organisation_id, from_day, to_day, member_id);
CREATE INDEX member_counted ON member(id, deleted_at, joined_on, member_type, regular_on);

CREATE TABLE organisation_kind (
  ${editable},
  ${ofOrganisation},
  kind TEXT NOT NULL CHECK (kind IN ('party_committee', 'general_branch', 'branch', 'party_group')),
  ${dated}
) STRICT;
${indexes('organisation_kind')}
CREATE UNIQUE INDEX organisation_kind_current ON organisation_kind(organisation_id) WHERE to_day IS NULL;

CREATE TABLE organisation_form (
  ${editable},
  ${ofOrganisation},
  build_form TEXT NOT NULL CHECK (build_form IN ('single', 'joint', 'project', 'temporary', 'floating')),
  ${dated}
) STRICT;
${indexes('organisation_form')}
CREATE UNIQUE INDEX organisation_form_current ON organisation_form(organisation_id) WHERE to_day IS NULL;

CREATE TABLE organisation_label (
  ${editable},
  ${ofOrganisation},
  label TEXT NOT NULL CHECK (label IN ('retired', 'model', 'weak')),
  document_number TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  ${dated}
) STRICT;
${indexes('organisation_label')}

CREATE TABLE organisation_event (
  ${editable},
  kind TEXT NOT NULL CHECK (kind IN ('founding', 'renaming', 'moving', 'merging', 'splitting', 'upgrading', 'revoking')),
  day TEXT NOT NULL CHECK (${day('day')}),
  document_number TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  body TEXT NOT NULL CHECK (json_valid(body)),
  recorded_at INTEGER NOT NULL,
  recorded_by TEXT NOT NULL,
  undone_at INTEGER
) STRICT;
CREATE INDEX organisation_event_day ON organisation_event(day);

CREATE TABLE organisation_event_part (
  event_id TEXT NOT NULL REFERENCES organisation_event(id) ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  organisation_id TEXT NOT NULL REFERENCES organisation(id) ON DELETE RESTRICT,
  role TEXT NOT NULL CHECK (role IN ('subject', 'source', 'target', 'parent', 'group')),
  PRIMARY KEY (event_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX organisation_event_part_of ON organisation_event_part(organisation_id);

CREATE TABLE covered_unit (
  ${editable},
  name TEXT NOT NULL CHECK (name <> ''),
  unit_kind TEXT NOT NULL,
  code TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  ${dated}
) STRICT;

CREATE TABLE unit_coverage (
  ${editable},
  unit_id TEXT NOT NULL REFERENCES covered_unit(id) ON DELETE RESTRICT,
  ${ofOrganisation},
  ${dated}
) STRICT;
${indexes('unit_coverage')}
CREATE INDEX unit_coverage_unit ON unit_coverage(unit_id, from_day);

CREATE TABLE organisation_place (
  ${editable},
  ${ofOrganisation},
  place_kind TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  address TEXT NOT NULL DEFAULT '',
  area INTEGER CHECK (area IS NULL OR area >= 0),
  equipped_on TEXT CHECK (equipped_on IS NULL OR ${dayOrMonth('equipped_on')}),
  ${dated}
) STRICT;
${indexes('organisation_place')}

CREATE TABLE organisation_brand (
  ${editable},
  ${ofOrganisation},
  name TEXT NOT NULL CHECK (name <> ''),
  meaning TEXT NOT NULL DEFAULT '',
  ${dated}
) STRICT;
${indexes('organisation_brand')}
`)
  },
} as const
