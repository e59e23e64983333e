import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { ImportMeasure } from '../support/measure-import.ts'

const PEOPLE = 10_000

test('一万行:写得对、再导一次全是没变化;时间与内存只印不判(判在性能测量里)', { timeout: 120_000 }, () => {
  // 另起一个进程量,免得算上别的测试用过的内存。
  const output = execFileSync(process.execPath, [fileURLToPath(new URL('../support/measure-import.ts', import.meta.url)), String(PEOPLE)], { encoding: 'utf8' })
  const measure = JSON.parse(output.trim().split('\n').at(-1) ?? '') as ImportMeasure
  console.log(`名册 ${PEOPLE} 行:核对 ${measure.checkMilliseconds} ms(最长一段 ${measure.longestBlockMilliseconds} ms),写入 ${measure.writeMilliseconds} ms,常驻内存最高 ${measure.rssMegabytes} MB`)
  expect(measure).toMatchObject({ written: PEOPLE, listed: PEOPLE, stages: ['reading', 'checking', 'writing'], again: { same: PEOPLE, new: 0, changed: 0 } })
})
