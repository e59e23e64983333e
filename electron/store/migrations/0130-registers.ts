/**
 * 登记簿:一条登记照它那一版定义填,正文一份 JSON;只给本支部看的几项另列一份(private_body)。
 * register_definition:用到的每一版定义整份存着,程序里的定义以后改了,旧的登记照旧的显示。
 * 本文件随本版本冻结,不引用任何会变的代码。
 */
interface Executor {
  exec(sql: string): unknown
}
const day = (column: string): string => `${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`

/** 年度封存的锁(0115-year-closing.ts):封存了的年度,登记不能再改。 */
const yearClosed = (row: string): string => `EXISTS (SELECT 1 FROM year_closing c WHERE c.branch_id = ${row}.branch_id AND c.year = CAST(substr(${row}.day, 1, 4) AS INTEGER) AND c.reopened_at IS NULL)`
/** 擦除个人资料只清只给本支部看的那一份,封存了也要擦得掉。 */
const erased = "(NEW.private_body = '{}' AND NEW.body IS OLD.body AND NEW.day IS OLD.day AND NEW.title IS OLD.title AND NEW.branch_id IS OLD.branch_id AND NEW.deleted_at IS OLD.deleted_at)"

export const registers = {
  version: 130,
  name: '0130-registers',
  up(db: Executor): void {
    db.exec(`
CREATE TABLE register_definition (
  id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
  owner_unit TEXT NOT NULL REFERENCES organisation(id),
  rev INTEGER NOT NULL DEFAULT 1 CHECK (rev >= 1),
  definition_key TEXT NOT NULL CHECK (definition_key <> ''),
  version INTEGER NOT NULL CHECK (version >= 1),
  name TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  created_at INTEGER NOT NULL,
  UNIQUE (definition_key, version)
) STRICT;

CREATE TABLE register_entry (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  owner_unit TEXT NOT NULL REFERENCES organisation(id),
  rev INTEGER NOT NULL DEFAULT 1 CHECK (rev >= 1),
  branch_id TEXT NOT NULL REFERENCES organisation(id) ON DELETE RESTRICT,
  definition_key TEXT NOT NULL,
  definition_version INTEGER NOT NULL,
  day TEXT NOT NULL CHECK (${day('day')}),
  title TEXT NOT NULL DEFAULT '',
  body TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(body)),
  private_body TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(private_body)),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  FOREIGN KEY (definition_key, definition_version) REFERENCES register_definition(definition_key, version) ON DELETE RESTRICT
) STRICT;
CREATE INDEX register_entry_of ON register_entry(branch_id, definition_key, day);
CREATE INDEX register_entry_by_key ON register_entry(definition_key, day);

CREATE TRIGGER register_entry_year_closed_insert BEFORE INSERT ON register_entry WHEN ${yearClosed('NEW')} BEGIN SELECT RAISE(ABORT, 'YEAR_CLOSED'); END;
CREATE TRIGGER register_entry_year_closed_update BEFORE UPDATE ON register_entry WHEN (${yearClosed('OLD')} OR ${yearClosed('NEW')}) AND NOT ${erased} BEGIN SELECT RAISE(ABORT, 'YEAR_CLOSED'); END;
CREATE TRIGGER register_entry_year_closed_delete BEFORE DELETE ON register_entry WHEN ${yearClosed('OLD')} BEGIN SELECT RAISE(ABORT, 'YEAR_CLOSED'); END;
`)
  },
} as const
