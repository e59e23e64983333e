import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contract } from '../../shared/contract/index.ts'
import { createClient } from '../../shared/rpc/client.ts'
import { createCore, type Core } from '../../electron/core.ts'
import { createKeyKeeper } from '../../electron/services/session/key-keeper.ts'
import { codeOf } from '../support/evaluation-calls.ts'
import { directTransport, makeCore, must, TEST_PERSON, type TestCore } from '../support/make-core.ts'
import { keyOf, openRaw } from '../support/raw-store.ts'
import { confirmBy, makeSeparated } from '../support/separated-office.ts'

const MINUTE = 60_000
const WRONG = 'Wrong-Password-1'

describe('猜口令(F55)', () => {
  let test: TestCore
  const cores: Core[] = []
  beforeEach(async () => {
    test = await makeCore()
  })
  afterEach(() => {
    for (const core of cores.splice(0)) core.close()
    test.close()
  })
  const path = (): string => join(test.folder, 'workspace')
  /** 关掉程序重开:另一个核心,同一个钟,同一个文件夹。 */
  const restart = async (): Promise<TestCore['api']> => {
    test.core.close()
    for (const core of cores.splice(0)) core.close()
    const core = createCore({ ports: test.ports, openAtStart: 'none' })
    cores.push(core)
    const api = createClient(contract, directTransport(core), () => test.ports.ids.next())
    await must(api.system.openWorkspace({ path: path() }))
    return api
  }
  const attempt = (api: TestCore['api'], password: string = WRONG, userName: string = TEST_PERSON.userName) => api.session.signIn({ userName, password })
  const auditRows = async (): Promise<{ actor: string; record_id: string; detail: string }[]> => {
    const raw = openRaw(path(), await keyOf(path()))
    try {
      return raw.prepare("SELECT actor, record_id, detail FROM audit_log WHERE kind = 'session' ORDER BY seq").all() as { actor: string; record_id: string; detail: string }[]
    } finally {
      raw.close()
    }
  }

  it('错五次停十五分钟,对的口令也不行;到时可以;再错,停得更久;成功一次,前账勾销', async () => {
    const api = await restart()
    for (const remaining of [4, 3, 2, 1]) expect(await attempt(api)).toMatchObject({ ok: false, error: { code: 'PASSWORD_WRONG', data: { remaining } } })
    const blocks = [15, 30, 60]
    for (const [index, minutes] of blocks.entries()) {
      const before = test.clock.now()
      const blocked = await attempt(api)
      expect(blocked).toMatchObject({ ok: false, error: { code: 'ACCOUNT_BLOCKED' } })
      const until = (blocked as unknown as { error: { data: { until: number } } }).error.data.until
      expect(Math.round((until - before) / MINUTE)).toBe(minutes)
      test.clock.advance((minutes - 1) * MINUTE)
      expect(await codeOf(attempt(api, TEST_PERSON.password))).toBe('ACCOUNT_BLOCKED')
      test.clock.advance(MINUTE)
      if (index < blocks.length - 1) for (let turn = 0; turn < 4; turn++) expect(await codeOf(attempt(api))).toBe('PASSWORD_WRONG')
    }
    expect(await codeOf(attempt(api, TEST_PERSON.password))).toBe('ok')
    expect(await attempt(api)).toMatchObject({ error: { data: { remaining: 4 } } })
  })

  it('关掉程序重开不清零;时钟往回拨也不放行', async () => {
    let api = await restart()
    for (let turn = 0; turn < 3; turn++) await attempt(api)
    api = await restart()
    expect(await attempt(api)).toMatchObject({ error: { data: { remaining: 1 } } })
    expect(await codeOf(attempt(api))).toBe('ACCOUNT_BLOCKED')
    api = await restart()
    expect(await codeOf(attempt(api, TEST_PERSON.password))).toBe('ACCOUNT_BLOCKED')
    test.clock.advance(-400 * 24 * 60 * MINUTE)
    expect(await codeOf(attempt(api, TEST_PERSON.password))).toBe('ACCOUNT_BLOCKED')
    test.clock.advance(16 * MINUTE)
    expect(await codeOf(attempt(api, TEST_PERSON.password))).toBe('ok')
  })

  it('库关着时试错的,登录之后补记;库开着时当场记;不记打了什么', async () => {
    let api = await restart()
    await attempt(api, WRONG)
    await attempt(api, WRONG, 'admin')
    await attempt(api, WRONG, 'admin')
    await must(attempt(api, TEST_PERSON.password))
    await attempt(api, WRONG, 'nobody.here')
    await attempt(api, WRONG)
    await must(attempt(api, TEST_PERSON.password))
    const rows = await auditRows()
    const account = rows.find(({ detail }) => detail.includes('"sign_in"'))?.record_id
    const found = rows.map(({ record_id, detail }) => [record_id === account, (JSON.parse(detail) as { action: string; failures?: number }).action, (JSON.parse(detail) as { failures?: number }).failures])
    expect(found).toEqual([
      // 建好就登录着的那一次。
      [true, 'sign_in', undefined],
      // 关掉程序就是退出。
      [true, 'sign_out', undefined],
      [true, 'sign_in_failed_while_closed', 1],
      [false, 'sign_in_failed_while_closed', 2],
      [true, 'sign_in', undefined],
      [false, 'sign_in_failed', undefined],
      [true, 'sign_in_failed', undefined],
      [true, 'sign_in', undefined],
    ])
    expect(JSON.stringify(rows)).not.toMatch(/Wrong-Password|nobody\.here|admin"/)
    // 记过的不再重记。
    api = await restart()
    await must(attempt(api, TEST_PERSON.password))
    expect((await auditRows()).filter(({ detail }) => detail.includes('while_closed'))).toHaveLength(2)
  })

  it('确认框也不能拿来猜:一样计次数,猜到头就锁屏,锁屏后口令对也要等', async () => {
    const guess = () => test.api.accounts.renewRecovery({}, confirmBy({ password: WRONG }))
    for (let turn = 0; turn < 4; turn++) expect(await guess()).toMatchObject({ ok: false, error: { code: 'CONFIRMATION_WRONG', data: { who: 'self' } } })
    expect(await codeOf(guess())).toBe('SESSION_LOCKED')
    expect(await must(test.api.session.state({}))).toMatchObject({ phase: 'locked', lockedBy: 'guesses' })
    expect(await codeOf(test.api.accounts.renewRecovery({}, confirmBy(TEST_PERSON)))).toBe('SESSION_LOCKED')
    expect(await codeOf(attempt(test.api, TEST_PERSON.password))).toBe('ACCOUNT_BLOCKED')
    test.clock.advance(15 * MINUTE)
    expect(await codeOf(attempt(test.api, TEST_PERSON.password))).toBe('ok')
    expect((await auditRows()).filter(({ detail }) => detail.includes('confirmation_failed'))).toHaveLength(5)
  })
  it('换口令时猜现在的口令,一样计次数', async () => {
    const guess = () => test.api.session.changePassword({ currentPassword: WRONG, newPassword: 'Pebble-Anchor-31x' })
    for (let turn = 0; turn < 4; turn++) expect(await codeOf(guess())).toBe('PASSWORD_WRONG')
    expect(await codeOf(guess())).toBe('ACCOUNT_BLOCKED')
  })
})

it('第二个人的口令也不能拿来猜:记在他名下', async () => {
  const office = await makeSeparated()
  try {
    const { system, security } = office.officers
    await office.signIn(system)
    const ask = (password: string) => office.api.backups.restore({ id: 'nothing' }, { confirm: { reason: '演练', password: system.password, second: { userName: security.userName, password } } })
    for (let turn = 0; turn < 5; turn++) expect(await ask(WRONG)).toMatchObject({ ok: false, error: { code: 'CONFIRMATION_WRONG', data: { who: 'second' } } })
    expect(await codeOf(ask(security.password))).toBe('CONFIRMATION_WRONG')
    expect((await office.accountOf(security.userName)).blockedUntil).not.toBeNull()
    expect(await office.state()).toMatchObject({ phase: 'open', user: { userName: system.userName } })
  } finally {
    office.close()
  }
})

it('有没有这个使用人,快慢上看不出来', async () => {
  const test = await makeCore({ workspace: 'none' })
  const keeper = createKeyKeeper(14)
  const slow = createCore({ ports: { ...test.ports, scryptLogN: 14 }, openAtStart: 'none' })
  try {
    const api = createClient(contract, directTransport(slow), () => test.ports.ids.next())
    const path = join(test.folder, 'workspace')
    await must(api.system.createWorkspace({ path, name: '测试单位党委', people: { setup: 'one_office', person: TEST_PERSON } }))
    // 轮着量、各取最快的一次:机器忙起来两边一样慢。
    const fastest = { known: Infinity, unknown: Infinity }
    for (let turn = 0; turn < 4; turn++) {
      for (const [who, userName] of [['known', TEST_PERSON.userName], ['unknown', 'nobody.here']] as const) {
        const from = performance.now()
        expect((await keeper.tryPassword(path, userName, WRONG, turn)).kind).toBe('wrong')
        fastest[who] = Math.min(fastest[who], performance.now() - from)
      }
    }
    const { known, unknown } = fastest
    // 一次要算几十毫秒,读文件、改次数只占一两毫秒;差到一半以上就是漏了那一遍计算。
    expect(unknown).toBeGreaterThan(known * 0.5)
    expect(unknown).toBeLessThan(known * 2)
  } finally {
    slow.close()
    test.close()
  }
})
