import { afterAll, beforeAll, expect, test } from 'vitest'
import { malformedFiles } from '../../support/malformed-files.ts'
import { bitFlips, csvFlips, xmlMutations } from '../../support/malformed/broken-bytes.ts'
import type { MalformedFile } from '../../support/malformed/case.ts'
import { judgeFile, type Judgement } from '../../support/malformed/judge-file.ts'
import { letReadersStartFast } from '../../support/malformed/quick-readers.ts'
import { watchAnswers } from '../../support/malformed/watch-answers.ts'
import { figure, isLong, patience, seed } from '../../support/faults/amount.ts'
import { makeRosterOffice, type RosterOffice } from '../../support/roster-office.ts'
import { must } from '../../support/make-core.ts'

letReadersStartFast()

/** 几个核心同时核对(一个核心一次只导一份),两个处理器都用上。 */
const OFFICES = 3
const SLOWEST_MILLISECONDS = 60_000
const SLOWEST_ANSWER = 3_000

const ONE_LINE = { organisationId: null, search: '', memberType: null, offset: 0, limit: 1 } as const
let offices: readonly RosterOffice[]
beforeAll(async () => {
  offices = await Promise.all(Array.from({ length: OFFICES }, makeRosterOffice))
})
afterAll(() => offices.forEach((office) => office.close()))

const stored = async (): Promise<number[]> => Promise.all(offices.map(async (office) => (await must(office.api.members.list(ONE_LINE))).counts.total))

const judgeAll = async (files: readonly MalformedFile[]): Promise<(Judgement & { readonly title: string })[]> => {
  const waiting = [...files]
  const results: (Judgement & { readonly title: string })[] = []
  const work = async (office: RosterOffice): Promise<void> => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) results.push({ title: `${file.family}:${file.title}`, ...(await judgeFile(office, file)) })
  }
  await Promise.all(offices.map(work))
  return results
}
const byFamily = Map.groupBy([...malformedFiles, ...(isLong ? [...bitFlips(seed, 1_000), ...xmlMutations(seed + 1, 1_000), ...csvFlips(seed + 2, 500)] : [])], (file) => file.family)

test('坏文件不少于 300 份,没有重样的标题', () => {
  expect(malformedFiles.length).toBeGreaterThanOrEqual(300)
  expect(new Set(malformedFiles.map(({ family, title }) => `${family}:${title}`)).size).toBe(malformedFiles.length)
})

test.each([...byFamily])('F23 至 F31 %s:每份都有说法,一行不写,程序照常应答', async (family, files) => {
  const watch = watchAnswers(() => offices[0]?.api.members.list(ONE_LINE) ?? Promise.resolve({ ok: false }))
  const results = await judgeAll(files)
  const longest = await watch.stop()
  expect(results.filter((result) => result.problem !== null).map(({ title, problem }) => `${title}:${problem ?? ''}`)).toEqual([])
  expect(results.filter((result) => result.milliseconds > SLOWEST_MILLISECONDS)).toEqual([])
  expect(await stored()).toEqual(offices.map(() => 0))
  expect(longest).toBeLessThan(SLOWEST_ANSWER)
  const slowest = Math.max(...results.map((result) => result.milliseconds))
  figure('F23-F31', family, `${files.length} 份,全部有说法;最慢 ${slowest} ms,其间别的请求最慢 ${longest} ms`)
}, patience(60, 900))
