import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createStore } from '../../../electron/store/open-store.ts'
import { runOnce, scriptCommand } from '../../support/faults/run-once.ts'
import { snapshot } from '../../support/store-snapshot.ts'

let base = ''
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'baolei-driver-'))
})
afterEach(() => rmSync(base, { recursive: true, force: true }))

it('F20 装错驱动的样子是真的:不认得 cipher 也不报错,写出来是明文', () => {
  const file = join(base, 'plain.db')
  const db = new DatabaseSync(file)
  expect(db.prepare('PRAGMA cipher').all()).toEqual([])
  db.exec("PRAGMA key = 'x'; CREATE TABLE canary (name TEXT)")
  db.close()
  expect(readFileSync(file).includes('canary')).toBe(true)
})

it.each(['plain', 'old'])('F20 驱动不对(%s):打开、新建都拒绝,一个字节不写', (kind) => {
  const existing = join(base, 'existing')
  createStore(existing, ({ db }) => void db.prepare("INSERT INTO workspace (id, name, kind, created_at) VALUES ('019aa000-0000-7000-8000-000000000000', '测试', 'office', 1)").run()).close()
  const before = snapshot(existing)
  expect(runOnce(scriptCommand('wrong-driver.ts', kind, existing, join(base, 'new')))).toEqual(['open STORE_DRIVER_UNSUITABLE', 'create STORE_DRIVER_UNSUITABLE', 'left nothing'])
  expect(snapshot(existing)).toEqual(before)
})
