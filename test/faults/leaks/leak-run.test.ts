import { basename, dirname } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createLeakScanner, describeHits, joinReports, type LeakReport } from '../../support/leak-scan.ts'
import { runLeakWorkload, type LeakRun } from '../../support/leaks/run-leak-workload.ts'
import { readWrittenBytes, type WrittenBytes } from '../../support/leaks/written-bytes.ts'
import { figure, patience } from '../../support/faults/amount.ts'
import { canTrace } from '../../support/faults/tools.ts'

const LIMIT = patience(120, 600)
let run: LeakRun | null = null
afterEach(() => {
  run?.remove()
  run = null
})

const CALLED_AT_LEAST = 300
/** 负荷真的走遍了契约;运行中才有的秘密(恢复码、数据密钥)也在找。 */
const expectThorough = ({ lines, canaries }: LeakRun): void => {
  expect(Number(lines.find((line) => line.startsWith('CALLED '))?.slice('CALLED '.length))).toBeGreaterThan(CALLED_AT_LEAST)
  expect(canaries.map(({ what }) => what)).toEqual(expect.arrayContaining(['恢复码', '数据密钥']))
}
const sizeOf = ({ files, bytes, hits }: LeakReport): string => `${files} 个文件 ${bytes} 字节,找到 ${hits.length}`
const inTemporary = ({ home }: LeakRun, written: WrittenBytes): readonly string[] => [...written.files.keys()].filter((path) => path.startsWith(`${home}/tmp/`))

describe('用一遍程序,写出的文件里没有能读的个人信息(F53、G6)', () => {
  it('不关就走:工作区、没收的 WAL、配置、日志、临时文件', { timeout: LIMIT }, () => {
    run = runLeakWorkload({ traced: false, control: false, leaveOpen: true })
    expectThorough(run)
    const report = createLeakScanner(run.canaries).folders([run.home])
    expect(report.hits, describeHits(report)).toEqual([])
    expect(report.files).toBeGreaterThan(8)
    figure('F53', '不关就走,盘上留下的', sizeOf(report))
  })
  it.skipIf(!canTrace)('每一次写入,写完就删的也在内(要 strace)', { timeout: LIMIT }, async () => {
    run = runLeakWorkload({ traced: true, control: false, leaveOpen: false })
    expectThorough(run)
    const written = await readWrittenBytes(run.trace)
    // 先说清楚看全了没有:没有看不见的写法,映射的只有 WAL 的索引(里面只有页号)。
    expect(written.unseen).toEqual([])
    expect([...written.mapped].map((path) => basename(path)).filter((name) => !name.endsWith('-shm'))).toEqual([])
    for (const name of ['baolei.db', 'baolei.db-wal', 'head.mark', 'lock.db-journal', 'owner.json']) expect([...written.files.keys()].map((path) => basename(path))).toContain(name)
    for (const place of ['logs', 'tmp', 'keys', 'backups']) expect([...written.files.keys()].some((path) => dirname(path).split('/').includes(place) || path.includes(`/${place}/`)), place).toBe(true)
    // 交来的三份名册、存过的库都真的写过盘,不是没写所以没有。
    expect(inTemporary(run, written).length).toBeGreaterThanOrEqual(3)
    const scanner = createLeakScanner(run.canaries)
    const report = joinReports([scanner.written(written), scanner.folders([run.home])])
    expect(report.hits, describeHits(report)).toEqual([])
    expect(report.bytes).toBeGreaterThan(4_000_000)
    figure('F53', '每一次写入', sizeOf(report))
  })
  it.skipIf(!canTrace)('对照:临时表放进文件、写一个明文文件,都必须找得到', { timeout: LIMIT }, async () => {
    run = runLeakWorkload({ traced: true, control: true, leaveOpen: false })
    const written = await readWrittenBytes(run.trace)
    const report = createLeakScanner(run.canaries).written(written)
    const where = new Set(report.hits.map(({ file }) => basename(file)))
    expect([...where].some((name) => name.startsWith('plain.txt'))).toBe(true)
    expect([...where].some((name) => /^etilqs_.*\(deleted\)/.test(name)), [...where].join()).toBe(true)
    figure('F53', '对照:临时表放进文件', `${sizeOf(report)}(必须找得到)`)
  })
})
