import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { command, job, query } from '../../shared/contract/define.ts'
import type { Role } from '../../shared/model/workspace.ts'
import type { Progress } from '../../shared/rpc/messages.ts'
import { createDispatch, type Admission, type Dispatch, type Gate } from './dispatch.ts'
import { DeclaredFailure, failWith } from './handlers.ts'
import { openGate } from './open-gate.ts'

const common = { scope: 'none', confirmation: 'none', audit: 'none' } as const
const none = z.strictObject({})
const contract = {
  things: {
    get: query({ ...common, roles: ['leader'], input: z.strictObject({ id: z.string().max(5) }), output: z.strictObject({ id: z.string() }), errors: { NOT_FOUND: none, STALE: z.strictObject({ currentRev: z.int() }) } }),
    save: command({ ...common, roles: ['scorer'], input: z.strictObject({ name: z.string() }), output: none, errors: {} }),
    work: job({ ...common, roles: ['leader'], input: none, output: none, errors: {} }),
  },
  system: {
    hello: query({ ...common, roles: 'anyone', withoutWorkspace: true, input: none, output: none, errors: {} }),
    open: command({ ...common, roles: 'anyone', withoutWorkspace: true, input: none, output: none, errors: {} }),
    unlock: command({ ...common, roles: 'anyone', withoutWorkspace: true, duringJobs: true, input: none, output: none, errors: {} }),
  },
}

/** 只看角色与开没开的门:会话与数据范围另有测试。 */
const gateOf = (roles: readonly Role[], isOpen: boolean): Gate => ({
  ...openGate(),
  admit: (procedure) => {
    if (Array.isArray(procedure.roles) && !procedure.roles.some((role: Role) => roles.includes(role))) return { code: 'FORBIDDEN', data: {} }
    return procedure.withoutWorkspace !== true && !isOpen ? { code: 'NO_WORKSPACE', data: {} } : null
  },
})

interface Reply {
  readonly id: string
  readonly ok: boolean
  readonly value?: unknown
  readonly error?: { readonly code: string; readonly data: unknown; readonly traceId: string }
}
interface HandlerContext {
  readonly signal: AbortSignal
  readonly traceId: string
  fail(code: string, data: unknown): never
  progress(progress: Progress): void
}
type AnyHandler = (input: { readonly [key: string]: unknown }, context: HandlerContext) => unknown

const make = (handlers: Readonly<Record<string, AnyHandler>>, given: { readonly gate?: Gate;  readonly roles?: readonly Role[]; readonly isOpen?: boolean; readonly now?: () => number; readonly classify?: (error: unknown) => { code: string; data: unknown } | null } = {}) => {
  const failures: { readonly traceId: string; readonly path: string; readonly error: unknown }[] = []
  const slow: string[] = []
  let ids = 0
  const dispatch: Dispatch = createDispatch({
    contract,
    handlerOf: (group, name) => handlers[`${group}.${name}`] as ((input: unknown, context: unknown) => unknown) | undefined,
    gate: given.gate ?? gateOf(given.roles ?? ['leader'], given.isOpen ?? true),
    classify: given.classify ?? (() => null),
    now: given.now ?? (() => 0),
    createId: () => `made-${++ids}`,
    log: { failure: (entry) => failures.push(entry), slow: ({ path }) => slow.push(path) },
  })
  const send = async (text: string, options?: Parameters<Dispatch>[1]): Promise<Reply> => JSON.parse(await dispatch(text, options)) as Reply
  const call = (path: string, input: unknown = {}, options?: Parameters<Dispatch>[1]): Promise<Reply> => send(JSON.stringify({ id: 'r1', path, input }), options)
  return { send, call, failures, slow }
}
const get: AnyHandler = ({ id }) => ({ id })

describe('认得出与认不出的', () => {
  it('正常往返,编号原样带回', async () => {
    expect(await make({ 'things.get': get }).call('things.get', { id: 'a' })).toEqual({ id: 'r1', ok: true, value: { id: 'a' } })
  })
  it.each(['', 'things', 'things.nothing', 'nothing.get', 'things.get.more', '.get', 'things.', '__proto__.x', '__proto__.toString', 'constructor.name', 'things.constructor', 'things.__proto__', 'things.toString', 'things.hasOwnProperty', 'toString.call'])('没有这个过程:%s', async (path) => {
    const reply = await make({ 'things.get': get }).call(path)
    expect(reply.error?.code).toBe('UNKNOWN_PROCEDURE')
  })
  it('契约里有而这个外壳不提供', async () => {
    expect((await make({}).call('things.get', { id: 'a' })).error?.code).toBe('UNKNOWN_PROCEDURE')
  })
  it('没打开工作区:除声明过的都回 NO_WORKSPACE', async () => {
    const { call } = make({ 'things.get': get, 'system.hello': () => ({}) }, { isOpen: false })
    expect((await call('things.get', { id: 'a' })).error?.code).toBe('NO_WORKSPACE')
    expect((await call('system.hello')).ok).toBe(true)
  })
})

describe('不成样子的消息', () => {
  const { send, call, failures } = make({ 'things.get': get })
  it.each([
    ['空', ''],
    ['不是 JSON', '{"id":'],
    ['不是对象', '[1]'],
    ['null', 'null'],
    ['缺编号', '{"path":"things.get","input":{}}'],
    ['编号太长', JSON.stringify({ id: 'x'.repeat(65), path: 'things.get', input: {} })],
    ['路径太长', JSON.stringify({ id: 'r', path: 'x'.repeat(81), input: {} })],
    ['多出的键', '{"id":"r","path":"things.get","input":{"id":"a"},"role":"system_admin"}'],
    ['太大', `{"id":"r","path":"things.get","input":"${'x'.repeat(8 * 1024 * 1024)}"}`],
    ['层数多得离谱', '['.repeat(1_000_000)],
    ['合法但层数多得离谱', `{"id":"r","path":"things.get","input":${'['.repeat(200_000)}${']'.repeat(200_000)}}`],
  ])('%s', async (_what, text) => {
    const reply = await send(text)
    expect(reply.error?.code).toBe('BAD_INPUT')
    expect(reply.id).not.toBe('')
    expect(failures).toEqual([])
  })
  it('输入多一个键、少一个键、太长、缺 input:都拒,并指出是哪一项', async () => {
    for (const input of [{ id: 'a', more: 1 }, {}, { id: 'abcdef' }, 'a', [], null]) expect((await call('things.get', input)).error?.code).toBe('BAD_INPUT')
    expect((await send('{"id":"r","path":"things.get"}')).error?.code).toBe('BAD_INPUT')
    expect((await call('things.get', { id: 1 })).error?.data).toEqual({ issues: [{ path: ['id'], code: 'invalid_type' }] })
  })
  it('原型污染不起作用', async () => {
    for (const input of ['{"id":"a","__proto__":{"polluted":1}}', '{"id":"a","constructor":{"prototype":{"polluted":1}}}', '{"__proto__":{"id":"a"}}', '{"id":"a","\\u005f_proto__":{"polluted":1}}']) {
      const reply = await send(`{"id":"r","path":"things.get","input":${input}}`)
      expect(JSON.stringify(reply)).not.toContain('polluted')
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})

describe('失败', () => {
  it('声明过的照样返回', async () => {
    const { call, failures } = make({ 'things.get': (_input, { fail }) => fail('STALE', { currentRev: 3 }) })
    expect((await call('things.get', { id: 'a' })).error).toEqual({ code: 'STALE', data: { currentRev: 3 }, traceId: 'r1' })
    expect(failures).toEqual([])
  })
  it.each<[string, () => never]>([
    ['没声明的代码', () => failWith('DUPLICATE_CODE', { code: '机密' })],
    ['声明过但附带数据不对', () => failWith('STALE', { currentRev: '机密' })],
    ['不是代码的代码', () => { throw new DeclaredFailure('__proto__', '机密') }],
    ['原型上的名字', () => { throw new DeclaredFailure('toString', '机密') }],
    ['真的错误', () => { throw new TypeError('机密') }],
    ['抛出的不是错误', () => { throw '机密' }], // oxlint-disable-line no-throw-literal
  ])('%s → INTERNAL,不露细节,日志里有追踪号', async (_what, handler) => {
    const { call, failures } = make({ 'things.get': handler })
    const reply = await call('things.get', { id: 'a' })
    expect(reply).toEqual({ id: 'r1', ok: false, error: { code: 'INTERNAL', data: {}, traceId: 'r1' } })
    expect(failures).toMatchObject([{ traceId: 'r1', path: 'things.get' }])
  })
  it('随时可能的(调度自己的、磁盘满)不必声明', async () => {
    for (const code of ['CANCELLED', 'BUSY', 'STORE_FULL', 'STORE_CORRUPT'] as const) expect((await make({ 'things.get': () => failWith(code) }).call('things.get', { id: 'a' })).error?.code).toBe(code)
  })
  it.each<[string, unknown]>([
    ['少一项', {}],
    ['多一项', { id: 'a', secret: '机密' }],
    ['类型不对', { id: 1 }],
    ['什么也没有', undefined],
    ['不是 JSON 能装的', { id: 1n }],
  ])('返回的与契约不符(%s)→ INTERNAL', async (_what, value) => {
    const { call, failures } = make({ 'things.get': () => value })
    const reply = await call('things.get', { id: 'a' })
    expect(reply.error?.code).toBe('INTERNAL')
    expect(JSON.stringify(reply)).not.toContain('机密')
    expect(failures).toHaveLength(1)
  })
  it('打开之后的存储故障翻成代码', async () => {
    const { call } = make({ 'things.get': () => { throw new Error('disk') } }, { classify: () => ({ code: 'STORE_FULL', data: {} }) })
    expect((await call('things.get', { id: 'a' })).error?.code).toBe('STORE_FULL')
  })
  it.each<[string, Partial<Gate>]>([
    ['查能不能调', { admit: () => { throw new Error('page') } }],
    ['认人、查权限', { authorise: () => { throw new Error('page') } }],
  ])('轮到处理函数之前(%s)读坏了库:同样翻成代码,翻不了才是内部错误', async (_where, broken) => {
    const given = { gate: { ...openGate(), ...broken } }
    const codeWith = async (classify: (error: unknown) => { code: string; data: unknown } | null): Promise<string | undefined> => (await make({ 'things.get': get }, { ...given, classify }).call('things.get', { id: 'a' })).error?.code
    expect(await codeWith(() => ({ code: 'STORE_CORRUPT', data: {} }))).toBe('STORE_CORRUPT')
    expect(await codeWith(() => null)).toBe('INTERNAL')
    expect(await codeWith(() => { throw new Error('no room') })).toBe('INTERNAL')
  })
  it('取处理函数这一步出错也有回话', async () => {
    const dispatch = createDispatch({
      contract,
      handlerOf: () => { throw new Error('assembly') },
      gate: openGate(),
      classify: () => null,
      now: () => 0,
      createId: () => 'x',
      log: { failure: () => undefined, slow: () => undefined },
    })
    expect(JSON.parse(await dispatch('{"id":"r","path":"things.get","input":{"id":"a"}}'))).toMatchObject({ ok: false, error: { code: 'INTERNAL' } })
  })
})

describe('角色', () => {
  it('没有所需角色:FORBIDDEN,且先于看输入', async () => {
    const { call } = make({ 'things.get': get, 'things.save': () => ({}) }, { roles: ['auditor', 'scorer'] })
    expect((await call('things.get', { id: 'a' })).error?.code).toBe('FORBIDDEN')
    expect((await call('things.get', { bad: 1 })).error?.code).toBe('FORBIDDEN')
    expect((await call('things.save', { name: 'a' })).ok).toBe(true)
  })
  it('没有任何角色:只有 anyone 的能调', async () => {
    const { call } = make({ 'things.get': get, 'system.hello': () => ({}) }, { roles: [] })
    expect((await call('things.get', { id: 'a' })).error?.code).toBe('FORBIDDEN')
    expect((await call('system.hello')).ok).toBe(true)
  })
})

describe('长活', () => {
  it('同时只有一个;其间查询与普通保存照常,换工作区不行;做完可再来', async () => {
    const gate = Promise.withResolvers<void>()
    const { call } = make({ 'things.work': async () => { await gate.promise; return {} }, 'things.get': get, 'things.save': () => ({}), 'system.open': () => ({}), 'system.hello': () => ({}) }, { roles: ['leader', 'scorer'] })
    const first = call('things.work')
    expect((await call('things.work')).error?.code).toBe('BUSY')
    expect((await call('system.open')).error?.code).toBe('BUSY')
    expect((await call('system.hello')).ok).toBe(true)
    expect((await call('things.get', { id: 'a' })).ok).toBe(true)
    expect((await call('things.save', { name: 'a' })).ok).toBe(true)
    gate.resolve()
    expect((await first).ok).toBe(true)
    expect((await call('things.work')).ok).toBe(true)
    expect((await call('system.open')).ok).toBe(true)
  })
  it('其间锁屏、解锁、换人照样办得成,只要工作区开着;没开着的,长活可能正在换它,要等', async () => {
    for (const isOpen of [true, false]) {
      const job = Promise.withResolvers<void>()
      const gate: Gate = { ...openGate(), isWorkspaceOpen: () => isOpen }
      const { call } = make({ 'things.work': async () => { await job.promise; return {} }, 'system.unlock': () => ({}) }, { gate })
      const first = call('things.work')
      expect((await call('system.unlock')).error?.code).toBe(isOpen ? undefined : 'BUSY')
      job.resolve()
      expect((await first).ok).toBe(true)
    }
  })
  it('做完时已经锁了屏、换了人:结果不给,失败的缘由也不给;做的事照算', async () => {
    let done = 0
    const gate: Gate = { ...openGate(), authorise: () => ({ ...openGate().authorise(contract.things.get, '', {}, undefined) as Admission, withhold: () => ({ code: 'SESSION_LOCKED', data: {} }) }) }
    const { call } = make({ 'things.get': ({ id }, { fail }) => { done += 1; return id === 'b' ? fail('STALE', { currentRev: 3 }) : { id } } }, { gate })
    for (const id of ['a', 'b']) expect(await call('things.get', { id })).toEqual({ id: 'r1', ok: false, error: { code: 'SESSION_LOCKED', data: {}, traceId: 'r1' } })
    expect(done).toBe(2)
  })
  it('要等的核对(口令)之后再办;没放行就不办', async () => {
    let done = 0
    const gate: Gate = { ...openGate(), authorise: async () => { await Promise.resolve(); return { code: 'CONFIRMATION_WRONG', data: { who: 'self' } } } }
    const { call } = make({ 'things.get': ({ id }) => { done += 1; return { id } } }, { gate })
    expect((await call('things.get', { id: 'a' })).error).toEqual({ code: 'CONFIRMATION_WRONG', data: { who: 'self' }, traceId: 'r1' })
    expect(done).toBe(0)
  })
  it('出错、取消之后也放开', async () => {
    const { call } = make({ 'things.work': () => Promise.reject(new Error('x')) })
    expect((await call('things.work')).error?.code).toBe('INTERNAL')
    expect((await call('things.work')).error?.code).toBe('INTERNAL')
  })
  it('取消:正在做的回 CANCELLED,没开始的不开始;做完才来的取消不算', async () => {
    const controller = new AbortController()
    let started = 0
    const { call, failures } = make({
      'things.work': async (_input, { signal }) => {
        started += 1
        await new Promise((resolve) => setTimeout(resolve, 1))
        signal.throwIfAborted()
        return {}
      },
    })
    const running = call('things.work', {}, { signal: controller.signal })
    controller.abort()
    expect((await running).error?.code).toBe('CANCELLED')
    expect((await call('things.work', {}, { signal: controller.signal })).error?.code).toBe('CANCELLED')
    expect(started).toBe(1)
    expect(failures).toEqual([])
    const late = new AbortController()
    const { call: again } = make({ 'things.work': () => { late.abort(); return Promise.resolve({}) } })
    expect((await again('things.work', {}, { signal: late.signal })).ok).toBe(true)
  })
  it('取消引出的声明过的失败也算取消', async () => {
    const controller = new AbortController()
    const { call, failures } = make({ 'things.work': () => { controller.abort(); return failWith('PRINT_FAILED') } })
    expect((await call('things.work', {}, { signal: controller.signal })).error?.code).toBe('CANCELLED')
    expect(failures).toEqual([])
  })
  it('取消之后冒出来的真错记进日志', async () => {
    const controller = new AbortController()
    const { call, failures } = make({ 'things.work': () => { controller.abort(); throw new TypeError('bug') } })
    expect((await call('things.work', {}, { signal: controller.signal })).error?.code).toBe('CANCELLED')
    expect(failures).toHaveLength(1)
  })
  it('进度每秒至多十次,换阶段与做到头必发', async () => {
    let now = 0
    const seen: Progress[] = []
    const { call } = make({
      'things.work': (_input, { progress }) => {
        for (let done = 1; done <= 1000; done++) {
          now += 1
          progress({ done, total: 1000, stage: done <= 500 ? 'reading' : 'writing' })
        }
        return Promise.resolve({})
      },
    }, { now: () => now })
    await call('things.work', {}, { onProgress: (progress) => seen.push(progress) })
    expect(seen.length).toBeLessThanOrEqual(13)
    expect(seen[0]?.done).toBe(1)
    expect(seen.find(({ stage }) => stage === 'writing')?.done).toBe(501)
    expect(seen.at(-1)).toEqual({ done: 1000, total: 1000, stage: 'writing' })
  })
  it('没做到头就结束的,最后一次也补发', async () => {
    const seen: Progress[] = []
    const { call } = make({
      'things.work': (_input, { progress }) => {
        for (const done of [1, 2, 3]) progress({ done, total: 10, stage: 'a' })
        return Promise.resolve({})
      },
    })
    await call('things.work', {}, { onProgress: (progress) => seen.push(progress) })
    expect(seen.map(({ done }) => done)).toEqual([1, 3])
  })
  it('慢的记日志,长活不算慢', async () => {
    let now = 0
    const wait: AnyHandler = ({ id }) => {
      now += 500
      return id === undefined ? {} : { id }
    }
    const { call, slow } = make({ 'things.get': wait, 'things.work': wait }, { now: () => now })
    await call('things.get', { id: 'a' })
    await call('things.work')
    expect(slow).toEqual(['things.get'])
  })
})

it('调度本身的开销(打印,不作断言)', async () => {
  const { call } = make({ 'things.get': get })
  for (let index = 0; index < 500; index++) await call('things.get', { id: 'a' })
  const from = performance.now()
  for (let index = 0; index < 5000; index++) await call('things.get', { id: 'a' })
  console.log(`调度一次往返 ${(((performance.now() - from) / 5000) * 1000).toFixed(1)} 微秒`)
})
