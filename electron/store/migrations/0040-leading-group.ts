/**
 * 第四步迁移:规则里的数字。
 *
 * - norm_setting:只存改过的数;改回缺省时 value 为空,行留着,来历看得到。
 * 本文件随本版本冻结,不引用任何会变的代码。
 */
interface Executor {
  exec(sql: string): unknown
}

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
`)
  },
} as const
