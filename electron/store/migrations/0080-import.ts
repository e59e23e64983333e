/**
 * 导入的余下部分:批次记下文件名与写了几行;撤销另记一行(批次只追加,不改);人改过的列名对照按表头记住。
 *
 * - import_undo:一次导入最多撤销一次。从前是什么样,由版本里取,这里不另存。
 * - import_mapping:signature 是一行表头的摘要,不存表头原文;columns 是各列改定的字段,依次,null 为不导入。
 */
interface Executor {
  exec(sql: string): unknown
}

const editable = `id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  owner_unit TEXT NOT NULL REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
  rev INTEGER NOT NULL DEFAULT 1 CHECK (rev >= 1)`

export const importing = {
  version: 80,
  name: '0080-import',
  up(db: Executor): void {
    db.exec(`
ALTER TABLE import_batch ADD COLUMN file_name TEXT NOT NULL DEFAULT '';
ALTER TABLE import_batch ADD COLUMN written INTEGER NOT NULL DEFAULT 0;

CREATE TABLE import_undo (
  ${editable},
  batch_id TEXT NOT NULL UNIQUE REFERENCES import_batch(id) ON DELETE RESTRICT,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  restored INTEGER NOT NULL CHECK (restored >= 0),
  removed INTEGER NOT NULL CHECK (removed >= 0)
) STRICT;

CREATE TABLE import_mapping (
  ${editable},
  kind TEXT NOT NULL CHECK (kind <> ''),
  signature TEXT NOT NULL CHECK (length(signature) = 64),
  columns TEXT NOT NULL CHECK (json_valid(columns)),
  updated_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX import_mapping_of ON import_mapping(kind, signature);
`)
  },
} as const
