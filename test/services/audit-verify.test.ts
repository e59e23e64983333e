import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '../../electron/store/open-store.ts'
import { readStoreHealth } from '../../electron/store/store-health.ts'
import { verifyStore, type StoreVerdict } from '../../electron/store/verify/verify-store.ts'
import { copyReleased, releasedStores } from '../support/faults/released-stores.ts'
import { fillAuditedOffice } from '../support/audited-office.ts'
import { makeCore, must, TEST_PERSON } from '../support/make-core.ts'
import { memberFields } from '../support/office.ts'
import { openRaw } from '../support/raw-store.ts'

let base = ''
let folder = ''
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'baolei-adopt-'))
  folder = join(base, 'workspace')
})
afterEach(() => rmSync(base, { recursive: true, force: true }))

/** 打开(会升级、补记)、核对、合上。 */
const openAndVerify = (): StoreVerdict => {
  const store = openStore(folder)
  try {
    return verifyStore(store.db)
  } finally {
    store.close()
  }
}

/** 从这一版起,每个版本当场封进链里。 */
const SEALED_SINCE = 20

describe('从前版本的库', () => {
  it.each(releasedStores())('%s:升级之后从前的版本都封进链里,没有版本的记录补上,样样相符;再打开不再补', (name) => {
    copyReleased(name, folder)
    const first = openAndVerify()
    expect(first).toMatchObject({ sound: true, altered: [], brokenAuditAt: null, brokenVersionAt: null })
    expect(openAndVerify()).toEqual(first)
    const raw = openRaw(folder)
    expect(raw.prepare('SELECT count(*) FROM record_version WHERE hash IS NULL OR digest IS NULL').pluck().get()).toBe(0)
    expect(raw.prepare("SELECT count(*) FROM audit_log WHERE procedure = 'store.adopt'").pluck().get()).toBe(Number(name) < SEALED_SINCE ? 1 : 0)
    // 封好之后不能再封一次。
    expect(() => raw.exec("UPDATE record_version SET digest = 'x', hash = 'x'")).toThrow(/append-only/)
    raw.close()
  })

  it.each([
    ['改了党员一项', "UPDATE member SET note = '升级之前改的' WHERE id = (SELECT min(id) FROM member)", 'member', 1],
    ['删了一条任免', 'DELETE FROM membership WHERE id = (SELECT min(id) FROM membership)', 'membership', 1],
    ['添了一个没有版本的人', "INSERT INTO member (id, owner_unit, name, member_type, created_at, updated_at) SELECT '01a1f677-aa8e-7000-9953-bd33398903dd', owner_unit, '甲', 'full', 1, 1 FROM member LIMIT 1", 'member', 1],
    ['改了一个人的到会', "UPDATE attendance SET status = CASE status WHEN 'present' THEN 'absent' ELSE 'present' END WHERE member_id = (SELECT min(member_id) FROM attendance)", 'meeting', 1],
    ['改了分类的名称', "UPDATE branch_category SET name = '改过' WHERE code = 'mixed'", 'branch_category', 1],
  ])('升级之前%s:不会被补记盖过去', (_what, change, table, count) => {
    copyReleased('0010', folder)
    const raw = openRaw(folder)
    raw.pragma('foreign_keys = OFF')
    if (raw.exec(change).prepare('SELECT changes()').pluck().get() === 0) throw new Error('nothing was changed')
    raw.close()
    expect(openAndVerify().altered).toEqual([{ table, count }])
    expect(openAndVerify()).toMatchObject({ sound: false, altered: [{ table, count }] })
  })
})

it('示例企业:四千多个版本,样样相符;检查的报告也这么说', async () => {
  const test = await makeCore({ workspace: 'sample' })
  try {
    const path = join(test.folder, 'sample')
    test.core.close()
    const store = openStore(path)
    const started = performance.now()
    const health = readStoreHealth(store)
    const milliseconds = performance.now() - started
    store.close()
    expect(health).toMatchObject({ integrity: [], foreignKeys: [], brokenAuditAt: null, brokenVersionAt: null, altered: [] })
    expect(health.versions).toBeGreaterThan(4000)
    console.log(`health of the sample (${health.versions} versions): ${milliseconds.toFixed(0)} ms`)
  } finally {
    test.close()
  }
})

it('用备份恢复之后:样样相符;备份那时抄的链头还在,之后抄的已经不在,看得出恢复过', async () => {
  const test = await makeCore()
  const by = { confirm: { reason: '误删了一批', password: TEST_PERSON.password } }
  try {
    const { branch } = await fillAuditedOffice(test)
    const before = (await must(test.api.audit.head({}))).head
    const backup = await must(test.api.backups.make({}))
    await must(test.api.members.add({ fields: memberFields(branch, { name: '备份之后' }) }))
    const later = (await must(test.api.audit.head({}))).head
    await must(test.api.backups.restore({ id: backup.id }, by))
    expect(await must(test.api.audit.verify({ externalHead: before }))).toMatchObject({ sound: true, headFound: true, altered: [] })
    expect(await must(test.api.audit.verify({ externalHead: later }))).toMatchObject({ sound: false, headFound: false, brokenAt: null, brokenVersionAt: null, altered: [] })
    const { rows } = await must(test.api.audit.search({ fromDay: null, toDay: null, kind: 'restore', accountId: null, search: '', beforeSeq: null, limit: 10 }))
    expect(rows.map(({ procedure }) => procedure)).toEqual(['backups.restore', 'store.epoch'])
    expect(rows[0]).toMatchObject({ actorName: TEST_PERSON.displayName, reason: '误删了一批' })
  } finally {
    test.close()
  }
})

it('接受缺失、换了纪元:记着缺的是哪几次,核对得过;偷偷改纪元看得出', async () => {
  const test = await makeCore({ workspace: 'sample' })
  const path = join(test.folder, 'sample')
  test.core.close()
  try {
    // 库退回去两次,记号还在前头。
    const raw = openRaw(path)
    raw.exec('UPDATE commit_head SET seq = seq - 2')
    raw.close()
    expect(() => openStore(path)).toThrow(expect.objectContaining({ code: 'STORE_BEHIND_MARK' }))
    const store = openStore(path, { acceptLoss: true })
    expect(verifyStore(store.db)).toMatchObject({ sound: true })
    expect(store.db.prepare('SELECT count(*) FROM accepted_loss').pluck().get()).toBe(1)
    expect(store.db.prepare("SELECT detail FROM audit_log WHERE procedure = 'store.epoch'").pluck().get()).toMatch(/"action":"new_epoch","epoch":2,"lostFrom":\d+,"lostTo":\d+/)
    store.db.exec('UPDATE workspace SET epoch = 3')
    expect(verifyStore(store.db)).toMatchObject({ sound: false, altered: [{ table: 'workspace', count: 1 }] })
    store.close()
  } finally {
    test.close()
  }
})
