import { afterAll, beforeAll, expect, test } from 'vitest'
import { createOrganisationHandlers } from '../../../electron/services/organisations-service.ts'
import { populateNewWorkspace } from '../../../electron/services/populate-new-workspace.ts'
import { malformedFiles } from '../../support/malformed-files.ts'
import { BRANCH } from '../../support/malformed/book.ts'
import { bitFlips, csvFlips, xmlMutations } from '../../support/malformed/broken-bytes.ts'
import type { MalformedFile } from '../../support/malformed/case.ts'
import { judgeFile, previewHere, previewThrough, type Judgement, type Preview } from '../../support/malformed/judge-file.ts'
import { letReadersStartFast } from '../../support/malformed/quick-readers.ts'
import { watchAnswers } from '../../support/malformed/watch-answers.ts'
import { figure, isLong, patience, seed } from '../../support/faults/amount.ts'
import { makeRosterOffice, type RosterOffice } from '../../support/roster-office.ts'
import { must } from '../../support/make-core.ts'
import { makeScope, type TestScope } from '../../support/make-scope.ts'

letReadersStartFast()

/** 几个核心同时核对(一个核心一次只导一份),两个处理器都用上。 */
const OFFICES = 3
const SLOWEST_MILLISECONDS = 60_000
const SLOWEST_ANSWER = 3_000

const ONE_LINE = { organisationId: null, search: '', memberType: null, offset: 0, limit: 1 } as const
let offices: readonly RosterOffice[]
let here: TestScope
beforeAll(async () => {
  offices = await Promise.all(Array.from({ length: OFFICES }, makeRosterOffice))
  here = makeScope()
  const root = populateNewWorkspace(here.scope, '测试单位党委')
  await must(here.clientOf({ organisations: createOrganisationHandlers(here.scope) }).organisations.add({ parentId: root, kind: 'branch', name: BRANCH, shortName: '', code: '001', category: null }))
})
afterAll(() => {
  for (const office of offices) office.close()
  here.close()
})

const stored = async (): Promise<number[]> => Promise.all(offices.map(async (office) => (await must(office.api.members.list(ONE_LINE))).counts.total))

type Judged = Judgement & { readonly title: string }
const judgeAll = async (files: readonly MalformedFile[], previews: readonly Preview[]): Promise<Judged[]> => {
  const waiting = [...files]
  const results: Judged[] = []
  const work = async (preview: Preview): Promise<void> => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) results.push({ title: `${file.family}:${file.title}`, ...(await judgeFile(preview, file)) })
  }
  await Promise.all(previews.map(work))
  return results
}
const problemsOf = (results: readonly Judged[]): string[] => results.filter((result) => result.problem !== null).map(({ title, problem }) => `${title}:${problem ?? ''}`)
const slowestOf = (results: readonly Judged[]): number => Math.max(...results.map((result) => result.milliseconds))
const files = [...malformedFiles, ...(isLong ? [...bitFlips(seed, 1_000), ...xmlMutations(seed + 1, 1_000), ...csvFlips(seed + 2, 500)] : [])]
const byFamily = [...Map.groupBy(files, (file) => file.family)]

test('坏文件不少于 300 份,没有重样的标题', () => {
  expect(malformedFiles.length).toBeGreaterThanOrEqual(300)
  expect(new Set(malformedFiles.map(({ family, title }) => `${family}:${title}`)).size).toBe(malformedFiles.length)
})

// 全部 600 多份都经同样的读法与规则核对;另起线程、走完契约的,短的一组里每类取三分之一(每个线程要花五十毫秒起来),长的一组里全走。
test.each(byFamily)('F23 至 F31 %s:每份都有说法', async (family, every) => {
  const results = await judgeAll(every, [previewHere(here.scope)])
  expect(problemsOf(results)).toEqual([])
  // 压缩炸弹不到一秒就拒(F23);忙的机器上放宽。
  if (family === '压缩包') expect(slowestOf(results)).toBeLessThan(3_000)
}, patience(60, 600))

test.each(byFamily)('F23 至 F31 %s:在线程里读,一行不写,程序照常应答', async (family, every) => {
  const chosen = every.filter((_, index) => isLong || every.length <= 20 || index % 5 === 0)
  const watch = watchAnswers(() => offices[0]?.api.members.list(ONE_LINE) ?? Promise.resolve({ ok: false }))
  const results = await judgeAll(chosen, offices.map(previewThrough))
  const longest = await watch.stop()
  expect(problemsOf(results)).toEqual([])
  expect(slowestOf(results)).toBeLessThan(SLOWEST_MILLISECONDS)
  expect(await stored()).toEqual(offices.map(() => 0))
  expect(longest).toBeLessThan(SLOWEST_ANSWER)
  figure('F23-F31', family, `${every.length} 份,全部有说法,${chosen.length} 份走完全程;最慢 ${slowestOf(results)} ms,其间别的请求最慢 ${longest} ms`)
}, patience(60, 1_800))
