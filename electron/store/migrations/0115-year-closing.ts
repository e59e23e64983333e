/**
 * 年度封存:一个支部一年一行,封存的那份档案(PDF、表格、附件、指纹清单)存成附件;重新打开写明原因,行留着。
 *
 * 封存了的年度,那一年的记录不能再改。锁写成触发器:打字、导入、撤销、合并,不论从哪条路来都拦得住,漏不掉。
 * 跨年的事(流动、困难、失联)与擦除个人资料要动的几样不锁。
 * 本文件随本版本冻结,不引用任何会变的代码。以后的登记簿照 lock 的写法自己加触发器(migrations/README.md)。
 */
interface Executor {
  exec(sql: string): unknown
}

/** 这一行属于封存了的年度。 */
const closed = (row: string, branch: string, year: string): string => `EXISTS (SELECT 1 FROM year_closing c WHERE c.branch_id = ${row}.${branch} AND c.year = CAST(substr(${row}.${year}, 1, 4) AS INTEGER) AND c.reopened_at IS NULL)`
const lock = (table: string, branch: string, year: string, only = (_row: string): string => '1'): string =>
  ([['INSERT', ['NEW']], ['UPDATE', ['OLD', 'NEW']], ['DELETE', ['OLD']]] as const)
    .map(([event, rows]) => `CREATE TRIGGER ${table}_year_closed_${event.toLowerCase()} BEFORE ${event} ON ${table} WHEN ${rows.map((row) => `(${only(row)} AND ${closed(row, branch, year)})`).join(' OR ')} BEGIN SELECT RAISE(ABORT, 'YEAR_CLOSED'); END;`)
    .join('\n')

export const yearClosing = {
  version: 115,
  name: '0115-year-closing',
  up(db: Executor): void {
    db.exec(`
CREATE TABLE year_closing (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  owner_unit TEXT NOT NULL REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
  rev INTEGER NOT NULL DEFAULT 1 CHECK (rev >= 1),
  branch_id TEXT NOT NULL REFERENCES organisation(id) ON DELETE RESTRICT,
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9999),
  pages INTEGER NOT NULL CHECK (pages > 0),
  files TEXT NOT NULL CHECK (json_valid(files)),
  archive_name TEXT NOT NULL CHECK (archive_name <> ''),
  archive_blob TEXT NOT NULL CHECK (archive_blob <> ''),
  closed_at INTEGER NOT NULL,
  closed_by TEXT NOT NULL,
  reopened_at INTEGER,
  reopened_by TEXT NOT NULL DEFAULT '',
  reopen_reason TEXT NOT NULL DEFAULT '' CHECK (reopened_at IS NULL OR reopen_reason <> '')
) STRICT;
CREATE UNIQUE INDEX year_closing_of ON year_closing(branch_id, year) WHERE reopened_at IS NULL;

${lock('meeting', 'branch_id', 'start_at')}
${lock('dues_entry', 'branch_id', 'month')}
${lock('dues_donation', 'branch_id', 'paid_on')}
${lock('dues_handover', 'organisation_id', 'to_month')}
${lock('care_record', 'branch_id', 'from_day', (row) => `${row}.kind IN ('award', 'discipline')`)}
`)
  },
} as const
