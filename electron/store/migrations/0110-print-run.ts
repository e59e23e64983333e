/**
 * 打印过的册子:一次打印一行,记着每一张印在第几页、内容的指纹。
 *
 * - body 是那一次之后整本册子在纸面上的样子(各张的代号、题名、页码、指纹),下一次照它只打改动的页;
 *   不存内容,内容在各自的记录与版本里。
 * - kind:整本(volume)、只打改动(changes)。预览不记,拿去打印、存了文件才记。
 * 本文件随本版本冻结,不引用任何会变的代码。
 */
interface Executor {
  exec(sql: string): unknown
}

export const printRun = {
  version: 110,
  name: '0110-print-run',
  up(db: Executor): void {
    db.exec(`
CREATE TABLE print_run (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  owner_unit TEXT NOT NULL REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
  rev INTEGER NOT NULL DEFAULT 1 CHECK (rev >= 1),
  branch_id TEXT NOT NULL REFERENCES organisation(id) ON DELETE RESTRICT,
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9999),
  kind TEXT NOT NULL CHECK (kind IN ('volume', 'changes')),
  pages INTEGER NOT NULL CHECK (pages > 0),
  printed_at INTEGER NOT NULL,
  printed_by TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE INDEX print_run_of ON print_run(branch_id, year, printed_at);
`)
  },
} as const
