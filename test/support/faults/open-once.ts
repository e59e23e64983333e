import { writeSync } from 'node:fs'
import { migrations } from '../../../electron/store/migrations/index.ts'

/**
 * 子进程:打开一次(要升级的就升级),再关上。用法:node open-once.ts 文件夹 [坏迁移的种类]
 * 报 `OPENED` 或 `REFUSED 代码 附带数据`。
 */
const [, , folder = '', failing] = process.argv

interface Executor {
  exec(sql: string): unknown
}
/** 各种升不成的样子:中途出错、违反约束、留下悬空的引用、库里的数据不合新表。 */
const FAILING: Readonly<Record<string, (db: Executor) => void>> = {
  throws: (db) => {
    db.exec('ALTER TABLE member ADD COLUMN half_done TEXT; UPDATE member SET half_done = name')
    throw new Error('half-way')
  },
  check: (db) => db.exec("CREATE TABLE strict_member (id TEXT PRIMARY KEY NOT NULL, post TEXT NOT NULL CHECK (post <> '' AND length(post) > 200)) STRICT; INSERT INTO strict_member SELECT id, post FROM member"),
  dangling: (db) => db.exec('UPDATE membership SET organisation_id = (SELECT id FROM member LIMIT 1)'),
  missing: (db) => db.exec('INSERT INTO no_such_table SELECT * FROM member'),
}
if (failing !== undefined) {
  const up = FAILING[failing]
  if (up === undefined) throw new Error(`no such failing step: ${failing}`)
  const last = Math.max(...migrations.map((step) => step.version))
  // 迁移清单在程序里是写死的;这里趁别的模块还没读它,添一步坏的。
  ;(migrations as unknown as { version: number; name: string; up(db: Executor): void }[]).push({ version: last + 10, name: 'failing-step', up })
}
// 程序的模块在这之后才读:最新版本是多少,读的时候就定了。
const { unlock } = await import('./data-key.ts')
const { openStore } = await import('../../../electron/store/open-store.ts')
const { classifyStoreFault } = await import('../../../electron/store/classify-fault.ts')
try {
  const key = await unlock(folder)
  openStore(folder, key === undefined ? {} : { key }).close()
  writeSync(1, 'OPENED\n')
} catch (error) {
  const known = classifyStoreFault(error)
  writeSync(1, `REFUSED ${known?.code ?? `unknown ${String(error)}`} ${JSON.stringify(known?.data)}\n`)
}
