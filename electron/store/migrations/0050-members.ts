/**
 * 党员名册补全:花名册的其余各项、党籍状态的起止与文号、自定义项目、每个人的列表偏好、批量修改的记载。
 *
 * - member.custom:自定义项目的值,{ 项目标识: 文字 },与行一起存版本;项目的名称、类型在 custom_field。
 * - member_state:党籍状态自哪天起、凭哪个文号;从前没有记过日期的,头一行自 0001-01-01 起。
 * - member_view:各人自己的列表样子与存下的筛选,不是业务记录。
 * - member_batch:一次批量修改改了谁的哪一版,供整批撤销;改的内容在各人的版本里,这里不存个人值。
 */
interface Executor {
  exec(sql: string): unknown
}

const day = (column: string): string => `${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`
const dayOrMonth = (column: string): string => `TEXT CHECK (${column} IS NULL OR ${day(column)} OR ${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]')`
const flag = (column: string): string => `INTEGER NOT NULL DEFAULT 0 CHECK (${column} IN (0, 1))`
const text = "TEXT NOT NULL DEFAULT ''"
const editable = `id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  owner_unit TEXT NOT NULL REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
  rev INTEGER NOT NULL DEFAULT 1 CHECK (rev >= 1)`

export const members = {
  version: 50,
  name: '0050-members',
  up(db: Executor): void {
    db.exec(`
ALTER TABLE member ADD COLUMN native_place ${text};
ALTER TABLE member ADD COLUMN birth_place ${text};
ALTER TABLE member ADD COLUMN work_from ${dayOrMonth('work_from')};
ALTER TABLE member ADD COLUMN degree TEXT NOT NULL DEFAULT '' CHECK (degree IN ('', '1', '2', '3', '4'));
ALTER TABLE member ADD COLUMN graduated_from ${text};
ALTER TABLE member ADD COLUMN major ${text};
ALTER TABLE member ADD COLUMN party_school ${flag('party_school')};
ALTER TABLE member ADD COLUMN administrative_post ${text};
ALTER TABLE member ADD COLUMN professional_title ${text};
ALTER TABLE member ADD COLUMN post_kind TEXT NOT NULL DEFAULT '' CHECK (post_kind IN ('', 'front_line', 'technical', 'management'));
ALTER TABLE member ADD COLUMN management_level TEXT NOT NULL DEFAULT '' CHECK (management_level IN ('', 'ordinary', 'middle', 'senior'));
ALTER TABLE member ADD COLUMN is_backbone ${flag('is_backbone')};
ALTER TABLE member ADD COLUMN is_retired ${flag('is_retired')};
ALTER TABLE member ADD COLUMN applied_on ${dayOrMonth('applied_on')};
ALTER TABLE member ADD COLUMN activist_on ${dayOrMonth('activist_on')};
ALTER TABLE member ADD COLUMN candidate_on ${dayOrMonth('candidate_on')};
ALTER TABLE member ADD COLUMN sponsors ${text};
ALTER TABLE member ADD COLUMN transferred_in_on ${dayOrMonth('transferred_in_on')};
ALTER TABLE member ADD COLUMN transferred_from ${text};
ALTER TABLE member ADD COLUMN sort_order INTEGER NOT NULL DEFAULT 0 CHECK (sort_order BETWEEN 0 AND 999999);
ALTER TABLE member ADD COLUMN custom TEXT NOT NULL DEFAULT '{}' CHECK (json_type(custom) = 'object');

CREATE TABLE member_state (
  ${editable},
  member_id TEXT NOT NULL REFERENCES member(id) ON DELETE RESTRICT,
  state TEXT NOT NULL CHECK (state IN ('normal', 'kept', 'restored', 'stopped', 'expelled', 'left', 'deceased')),
  document ${text},
  from_day TEXT NOT NULL CHECK (${day('from_day')}),
  to_day TEXT CHECK (to_day IS NULL OR (${day('to_day')} AND to_day >= from_day))
) STRICT;
CREATE INDEX member_personal_photo ON member_personal(photo_blob) WHERE photo_blob <> '';
CREATE INDEX member_state_of ON member_state(member_id, from_day);
CREATE UNIQUE INDEX member_state_current ON member_state(member_id) WHERE to_day IS NULL;

CREATE TABLE custom_field (
  ${editable},
  name TEXT NOT NULL CHECK (name <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('text', 'number', 'date', 'choice')),
  choices TEXT NOT NULL DEFAULT '[]' CHECK (json_type(choices) = 'array'),
  sort_order INTEGER NOT NULL DEFAULT 0,
  retired_at INTEGER
) STRICT;
CREATE UNIQUE INDEX custom_field_name ON custom_field(name) WHERE retired_at IS NULL;

CREATE TABLE member_view (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  account_id TEXT NOT NULL,
  name TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX member_view_name ON member_view(account_id, name);

CREATE TABLE member_batch (
  ${editable},
  field TEXT NOT NULL CHECK (field <> ''),
  actor TEXT NOT NULL,
  at INTEGER NOT NULL,
  undone_at INTEGER
) STRICT;
CREATE INDEX member_batch_of ON member_batch(actor, at);

CREATE TABLE member_batch_item (
  batch_id TEXT NOT NULL REFERENCES member_batch(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  member_id TEXT NOT NULL REFERENCES member(id) ON DELETE RESTRICT,
  rev_before INTEGER NOT NULL,
  rev_after INTEGER NOT NULL,
  group_before TEXT REFERENCES organisation(id) ON DELETE RESTRICT,
  PRIMARY KEY (batch_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_batch_item_member ON member_batch_item(member_id);
`)
  },
} as const
