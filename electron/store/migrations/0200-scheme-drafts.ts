/**
 * 考核方案的草稿。
 *
 * - scheme_version.discarded_at:不要了的草稿。行留着(来历查得到),下一份草稿接着用它,版本号不跳。
 * - 一个方案同时只有一份草稿。
 * 本文件随本版本冻结,不引用任何会变的代码。
 */
interface Executor {
  exec(sql: string): unknown
}

export const schemeDrafts = {
  version: 200,
  name: '0200-scheme-drafts',
  up(db: Executor): void {
    db.exec(`
ALTER TABLE scheme_version ADD COLUMN discarded_at INTEGER CHECK (discarded_at IS NULL OR status = 'draft');
CREATE UNIQUE INDEX scheme_version_one_draft ON scheme_version(scheme_id) WHERE status = 'draft';
`)
  },
}
