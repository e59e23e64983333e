import { execFile } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { figure, isLong } from '../../support/faults/amount.ts'
import { bundleMeasure } from '../../support/malformed/bundle-measure.ts'
import { goodHundredThousand, heavyFiles, PEOPLE } from '../../support/malformed/heavy-files.ts'
import { matchesExpectation } from '../../support/malformed/judge-file.ts'
import type { FileMeasure } from '../../support/malformed/measure-file.ts'

const MOST_MILLISECONDS = 60_000
/** 整个进程(核心连同读文件的线程)的常驻内存(G10)。 */
const MOST_MEGABYTES = 700
const SLOWEST_ANSWER = 3_000

// 放在项目里面:打好的包要照样找得到不打进去的几个库。
const base = fileURLToPath(new URL(`../../../out/heavy-${process.pid}/`, import.meta.url))
let script = ''
beforeAll(async () => {
  if (!isLong) return
  mkdirSync(base, { recursive: true })
  script = join(base, await bundleMeasure(base))
}, 300_000)
afterAll(() => rmSync(base, { recursive: true, force: true }))

const measure = async (bytes: Uint8Array, ...parameters: readonly string[]): Promise<FileMeasure> => {
  const path = join(base, 'file')
  writeFileSync(path, bytes)
  const { stdout } = await promisify(execFile)(process.execPath, [script, path, ...parameters], { maxBuffer: 64 * 1024 * 1024 })
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as FileMeasure
}

describe.skipIf(!isLong)('大的坏文件(长的一组):有说法,一行不写,时间、内存不超,程序照常应答', () => {
  test.each(heavyFiles)('F23、F30 $title', async (file) => {
    const result = await measure(await file.make(), file.fileName)
    expect(matchesExpectation(file.expected, result.outcome, result.verdicts)).toBeNull()
    expect(result.stored).toBe(0)
    expect(result.checkMilliseconds).toBeLessThan(MOST_MILLISECONDS)
    expect(result.slowestAnswer).toBeLessThan(SLOWEST_ANSWER)
    expect(result.rssMegabytes).toBeLessThanOrEqual(MOST_MEGABYTES)
    figure('F23', file.title, `${result.outcome};${result.checkMilliseconds} ms,常驻内存最高 ${result.rssMegabytes} MB,其间别的请求最慢 ${result.slowestAnswer} ms`)
  }, 300_000)

  test('F30、G11 十万人的好名册,两种写法:读得下,写得进,内存不超', async () => {
    for (const [kind, bytes] of Object.entries(goodHundredThousand())) {
      const result = await measure(bytes, 'a.xlsx', 'commit')
      expect([kind, result.outcome, result.stored]).toEqual([kind, `${PEOPLE} 行`, PEOPLE])
      expect(result.cpuMilliseconds).toBeLessThan(MOST_MILLISECONDS)
      expect(result.rssMegabytes).toBeLessThanOrEqual(MOST_MEGABYTES)
      figure('F30', `十万人(${kind})`, `核对 ${result.checkMilliseconds} ms,写入 ${result.writeMilliseconds} ms(处理器时间共 ${result.cpuMilliseconds} ms),常驻内存最高 ${result.rssMegabytes} MB,核对时别的请求最慢 ${result.slowestAnswer} ms`)
    }
  }, 600_000)
})
