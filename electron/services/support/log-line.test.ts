import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contract } from '../../../shared/contract/index.ts'
import { COMMON_ERROR_CODES, DOMAIN_ERROR_CODES, FILE_ERROR_CODES, SAFETY_ERROR_CODES, STORE_ERROR_CODES } from '../../../shared/rpc/error-codes.ts'
import type { Log } from '../ports.ts'
import { composeLine, readLine } from './log-line.ts'
import type { LogFacts } from './log-events.ts'

const AT = Date.parse('2026-11-20T01:00:00Z')
const ID = '0193432f-7c00-7a10-8b11-0123456789ab'
const SECRETS = ['赵䶮', '230102197603121234', '13912345678', '南山路 7 号', '谈心谈话:家中有困难', 'Tian-Shan-2026!']

const fail = (message: string): Error => {
  try {
    throw new Error(message)
  } catch (error) {
    return error as Error
  }
}
const written = (facts: LogFacts & { readonly error?: unknown }): string => JSON.stringify(composeLine(AT, 'error', 'procedure failed', facts))

describe('只许名单上的', () => {
  it('合形状的原样写,读得回来', () => {
    const line = composeLine(AT, 'warn', 'slow procedure', { traceId: ID, path: 'members.save', milliseconds: 312, code: 'STALE', push: 'members.changed', version: '0.1.0', node: '24.21.0', platform: 'linux', schemaVersion: 20, count: 3 })
    expect(line).toEqual({ at: '2026-11-20T01:00:00.000Z', level: 'warn', event: 'slow procedure', traceId: ID, path: 'members.save', milliseconds: 312, code: 'STALE', push: 'members.changed', version: '0.1.0', node: '24.21.0', platform: 'linux', schemaVersion: 20, count: 3 })
    expect(readLine(JSON.stringify(line))).toEqual(line)
  })
  it('本程序的每个错误代码、每个过程都写得进去', () => {
    const codes = [...COMMON_ERROR_CODES, ...STORE_ERROR_CODES, ...DOMAIN_ERROR_CODES, ...FILE_ERROR_CODES, ...SAFETY_ERROR_CODES, 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_IOERR_WRITE', 'ENOSPC', 'EACCES', 'ERR_WORKER_OUT_OF_MEMORY']
    for (const code of codes) expect(composeLine(AT, 'error', 'procedure failed', { code }), code).toMatchObject({ code })
    const paths = Object.entries(contract).flatMap(([group, names]) => Object.keys(names).map((name) => `${group}.${name}`))
    for (const path of paths) expect(composeLine(AT, 'error', 'procedure failed', { path })).toMatchObject({ path })
    expect(paths.length).toBeGreaterThan(30)
  })
  it.each(SECRETS)('每一项里塞进「%s」都写不出来', (secret) => {
    const names = ['traceId', 'path', 'code', 'push', 'version', 'build', 'node', 'platform'] as const
    for (const name of names) {
      const line = written({ [name]: secret } as LogFacts)
      expect(line).not.toContain(secret)
      expect(line).toContain('"withheld":1')
    }
    expect(written({ path: `members.${secret}` })).not.toContain(secret)
    expect(written({ code: `SQLITE_${secret}` })).not.toContain(secret)
  })
  it('数字也装不下证号、电话', () => {
    expect(written({ count: 13_912_345_678 })).not.toContain('13912345678')
    expect(written({ milliseconds: 230_102_197_603_121 })).not.toContain('2301021976')
  })
  it('名单上没有的项没有地方放', () => {
    expect(written({ name: '赵䶮', note: '230102197603121234', __proto__: { path: '赵䶮' } } as unknown as LogFacts)).toBe(JSON.stringify({ at: '2026-11-20T01:00:00.000Z', level: 'error', event: 'procedure failed', withheld: 2 }))
  })
  it('先转成文字的错误编译不过', () => {
    const log: Log = { write: () => undefined }
    const error: unknown = fail('x')
    log.write('error', 'print failed', { error })
    // @ts-expect-error 文字不是错误
    log.write('error', 'print failed', { error: String(error) })
    // @ts-expect-error 没有这件事
    log.write('error', '赵䶮没有存上', {})
    // @ts-expect-error 没有这一项
    log.write('error', 'print failed', { message: '赵䶮' })
    expect(written({ error: String(fail('赵䶮')) })).not.toContain('赵䶮')
  })
})

describe('错误', () => {
  it('有名称、代码、位置,没有报错的话', () => {
    const line = written({ error: Object.assign(fail(`UNIQUE constraint failed: ${SECRETS.join(' ')}`), { name: 'SqliteError', code: 'SQLITE_CONSTRAINT_UNIQUE' }) })
    expect(line).toContain('"name":"SqliteError"')
    expect(line).toContain('SQLITE_CONSTRAINT_UNIQUE')
    expect(line).toMatch(/electron\/services\/support\/log-line\.test\.ts:\d+/)
    for (const secret of SECRETS) expect(line).not.toContain(secret)
  })
  it('位置只到程序自己的文件夹,没有本机的路径', () => {
    const line = written({ error: fail('x') })
    expect(line).not.toContain(process.cwd())
    expect(line).toContain('"electron/')
  })
  it('报错的话里假冒位置的行不算', () => {
    const line = written({ error: fail(`x\n    at 赵䶮 (${process.cwd()}/electron/zhao-yan.ts:1:2)\n    at ${process.cwd()}/electron/fake.ts:3:4`) })
    expect(line).toContain('log-line.test.ts')
    expect(line).not.toContain('zhao-yan')
    expect(line).not.toContain('fake.ts')
  })
  it('名称、代码、文件名里的值也挡住;原因一层层同样处理', () => {
    const error = new Error('外', { cause: Object.assign(new Error(SECRETS[0], { cause: new Error(SECRETS[1], { cause: new Error(SECRETS[2]) }) }), { code: SECRETS[1] }) })
    error.name = SECRETS[0] ?? ''
    error.stack = `Error: 外\n    at f (${process.cwd()}/electron/230102197603121234.ts:1:1)\n    at g (/somewhere/赵䶮/x.ts:1:1)`
    const line = written({ error })
    for (const secret of SECRETS) expect(line).not.toContain(secret)
    expect(line.match(/"cause"/g)).toHaveLength(2)
    expect(line).toContain('"frames":["elsewhere"]')
  })
  it('数据形状不合:只有是哪一类,没有字段和值', () => {
    const line = written({ error: Object.assign(fail('[{"path":["members",3,"赵䶮"]}]'), { name: 'ZodError', issues: [{ code: 'invalid_type', path: ['赵䶮'], message: '赵䶮' }, { code: '赵䶮' }] }) })
    expect(line).toContain('"issues":["invalid_type"]')
    expect(line).not.toContain('赵䶮')
  })
  it('抛出来的不是错误、取属性就出错的,也记得下,不抛', () => {
    const trap = new Proxy(new Error('x'), { get: () => { throw new Error('赵䶮') } })
    for (const error of ['赵䶮', 42, null, { message: '赵䶮' }, trap]) expect(written({ error })).not.toContain('赵䶮')
    expect(written({ error: trap })).toContain('"name":"NotAnError"')
  })
  it('随便什么报错的话都不进日志', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 6, maxLength: 60 }), (message) => {
        fc.pre(!/^[\x20-\x7e]*$/.test(message)) // 纯英文的可能碰巧是文件名的一部分
        expect(written({ error: fail(message) })).not.toContain(message)
        expect(readLine(written({ error: fail(message) }))).not.toBeNull()
      }),
      { numRuns: 300 },
    )
  })
})

describe('读回', () => {
  it.each(['', '{', 'null', '[]', '{"at":"2026-11-20T01:00:00.000Z","level":"error","message":"赵䶮"}', '{"at":"2026-11-20T01:00:00.000Z","level":"error","event":"print failed","note":"赵䶮"}', '{"at":"2026-11-20T01:00:00.000Z","level":"error","event":"print failed","error":{"name":"Error","frames":["赵䶮.ts:1"]}}', '{"at":"赵䶮","level":"error","event":"print failed"}'])('%s 不要', (text) => expect(readLine(text)).toBeNull())
})
