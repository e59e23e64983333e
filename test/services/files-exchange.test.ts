import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fileRefSchema } from '../../shared/model/files.ts'
import { createFileExchange, type FileExchange } from '../../electron/services/file-exchange.ts'

const bytes = new TextEncoder().encode('名册内容')
let files: FileExchange
beforeEach(() => {
  files = createFileExchange()
})
afterEach(() => files.close())

describe('凭据', () => {
  it('收一个文件:凭据合契约,内容原样,只有本人能看', () => {
    const ref = files.accept('名册.xlsx', bytes)
    expect(fileRefSchema.parse(ref)).toEqual(ref)
    const held = files.open(ref.ticket)
    expect(files.read(ref.ticket)).toEqual(new Uint8Array(bytes))
    expect(readFileSync(held.path).includes(Buffer.from(bytes))).toBe(false)
    expect(held).toMatchObject({ name: '名册.xlsx', size: bytes.length })
    if (process.platform === 'win32') return
    expect(statSync(held.path).mode & 0o777).toBe(0o600)
    expect(statSync(dirname(held.path)).mode & 0o777).toBe(0o700)
  })
  it('盘上的是封着的:每次都不一样,改一个字节就打不开,不会交出坏的(F53)', () => {
    const [one, other] = [files.accept('a', bytes), files.accept('a', bytes)].map(({ ticket }) => files.open(ticket).path)
    expect(readFileSync(one ?? '')).not.toEqual(readFileSync(other ?? ''))
    const ref = files.accept('a', bytes)
    const { path } = files.open(ref.ticket)
    for (const at of [0, 12, bytes.length + 12, bytes.length + 27]) {
      const sealed = readFileSync(path)
      sealed.writeUInt8(sealed.readUInt8(at) ^ 1, at)
      writeFileSync(path, sealed)
      expect(() => files.read(ref.ticket)).toThrow()
      sealed.writeUInt8(sealed.readUInt8(at) ^ 1, at)
      writeFileSync(path, sealed)
    }
    expect(files.read(ref.ticket)).toEqual(new Uint8Array(bytes))
    expect(files.read(files.accept('空', new Uint8Array()).ticket)).toHaveLength(0)
  })
  it('磁盘上的名字不含原来的文件名', () => {
    const { path } = files.open(files.accept('王建国.xlsx', bytes).ticket)
    expect(path).not.toContain('王建国')
  })
  it('一次性的取一次就废;文件留到交出去为止', () => {
    const { ticket } = files.offer('手册.pdf', bytes, true)
    const first = files.take(ticket)
    expect(first?.name).toBe('手册.pdf')
    expect(files.take(ticket)).toBeNull()
    expect(() => files.open(ticket)).toThrow('FILE_EXPIRED')
    expect(existsSync(first?.path ?? '')).toBe(true)
    files.discard(ticket)
    expect(existsSync(first?.path ?? '')).toBe(false)
  })
  it('可反复取的(预览)取多少次都行,丢弃之后没有', () => {
    const { ticket } = files.offer('手册.pdf', bytes, false)
    expect(files.take(ticket)).not.toBeNull()
    const held = files.take(ticket)
    files.discard(ticket)
    expect(files.take(ticket)).toBeNull()
    expect(existsSync(held?.path ?? '')).toBe(false)
  })
  it('没见过的、乱写的凭据:没有,也删不到别的文件', () => {
    const { ticket } = files.offer('手册.pdf', bytes, false)
    const held = files.open(ticket)
    for (const wrong of ['', '.', '..', '../x', `../${ticket}`, 'x'.repeat(43), '__proto__']) {
      expect(files.take(wrong)).toBeNull()
      expect(() => files.open(wrong)).toThrow('FILE_EXPIRED')
      files.discard(wrong)
    }
    expect(existsSync(held.path)).toBe(true)
  })
})

describe('收拾', () => {
  it('关上之后一个不留,凭据全废', () => {
    const one = files.open(files.accept('a', bytes).ticket)
    const two = files.offer('b', bytes, true)
    files.close()
    expect(existsSync(dirname(one.path))).toBe(false)
    expect(files.take(two.ticket)).toBeNull()
  })
  it('上次被强行结束留下的,下次启动清掉;别人正用着的不动', () => {
    const dead = spawnSync(process.execPath, ['-e', '']).pid
    const left = mkdtempSync(join(tmpdir(), `baolei-files-${dead}-`))
    const others = join(tmpdir(), `baolei-files-${process.ppid}-test${process.pid}`)
    mkdirSync(others)
    try {
      createFileExchange().close()
      expect(existsSync(left)).toBe(false)
      expect(existsSync(others)).toBe(true)
    } finally {
      rmSync(others, { recursive: true })
    }
    expect(readdirSync(tmpdir()).some((name) => name.startsWith(`baolei-files-${dead}-`))).toBe(false)
  })
})
