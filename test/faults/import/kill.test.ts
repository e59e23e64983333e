import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSeededRandom } from '../../../electron/services/sample/seeded-random.ts'
import { openStore } from '../../../electron/store/open-store.ts'
import { amount, figure, patience, seed } from '../../support/faults/amount.ts'
import { knownKey } from '../../support/faults/data-key.ts'
import { makeFilledWorkspace, type FilledWorkspace } from '../../support/faults/filled-workspace.ts'
import { inspectWorkspace } from '../../support/faults/inspect-workspace.ts'
import { childEnvironment } from '../../support/faults/run-workload.ts'
import { HEADER, person, sheetOf, withSheet } from '../../support/malformed/book.ts'

const PEOPLE = 800
const CHILD = fileURLToPath(new URL('../../support/malformed/import-child.ts', import.meta.url))

let filled: FilledWorkspace
let roster = ''
beforeAll(async () => {
  filled = await makeFilledWorkspace()
  roster = join(filled.base, 'roster.xlsx')
  writeFileSync(roster, withSheet(sheetOf([[...HEADER], ...Array.from({ length: PEOPLE }, (_, index) => person(index, { 所在党支部: '炼铁党支部', 备注: index % 2 === 0 ? '先进' : null }))])))
})
afterAll(() => filled.remove())

interface Round {
  readonly writing: boolean
  readonly done: boolean
  /** 从报 WRITE 到报 DONE 的毫秒数。 */
  readonly took: number
}
/** @param after 报 WRITE(开始写)之后过多久结束它;null 让它跑完。 */
const importAndKill = async (folder: string, round: number, after: (() => number) | null): Promise<Round> => {
  const child = spawn(process.execPath, [CHILD, folder, roster, String(seed + round)], { stdio: ['ignore', 'pipe', 'pipe'], env: childEnvironment })
  const errors: string[] = []
  createInterface({ input: child.stderr }).on('line', (line) => errors.push(line))
  let [writing, done, started, took] = [false, false, 0, 0]
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('WRITE')) {
      writing = true
      started = performance.now()
      if (after !== null) setTimeout(() => child.kill('SIGKILL'), after())
    } else if (line.startsWith('DONE')) {
      done = true
      took = performance.now() - started
    } else if (!line.startsWith('COMMIT')) errors.push(line)
  })
  await once(child, 'close')
  expect(errors).toEqual([])
  return { writing, done, took }
}
const facts = (folder: string): { readonly members: number; readonly batches: number; readonly imports: number } => {
  const key = knownKey(folder)
  const store = openStore(folder, key === undefined ? {} : { key })
  const count = (sql: string): number => store.db.prepare(sql).pluck().get() as number
  try {
    return { members: count('SELECT count(*) FROM member'), batches: count('SELECT count(*) FROM import_batch'), imports: count("SELECT count(*) FROM audit_log WHERE kind = 'import'") }
  } finally {
    store.close()
  }
}

test('F32 写入名册当中被强行结束:要么全在,要么一个没有;接着再导入,正好一份', async () => {
  const rounds = amount(5, 60)
  const random = createSeededRandom(seed)
  const whole = await importAndKill(filled.copy(), 0, null)
  expect(whole.done).toBe(true)
  const before = facts(filled.copy())
  const all = { members: before.members + PEOPLE, batches: before.batches + 1, imports: before.imports + 1 }
  let [inside, finished] = [0, 0]
  for (let round = 1; round <= rounds; round += 1) {
    const folder = filled.copy()
    const result = await importAndKill(folder, round, () => random.next() * whole.took * 1.1)
    expect(result.writing, `seed ${seed} round ${round}`).toBe(true)
    const found = inspectWorkspace(folder)
    expect([found.refused, found.problems], `seed ${seed} round ${round}`).toEqual(['', []])
    const after = facts(folder)
    expect(result.done ? [all] : [before, all], `seed ${seed} round ${round}`).toContainEqual(after)
    if (after.members === all.members) finished += 1
    else inside += 1
    // 恢复之后再导入一次:全在的那次是「没有变化」,没在的补上,都正好一份。
    if (round <= amount(2, 10) && after.members === before.members) {
      expect((await importAndKill(folder, round, null)).done).toBe(true)
      expect(facts(folder)).toEqual(all)
    }
  }
  expect(inside).toBeGreaterThan(0)
  figure('F32', '导入当中强行结束', `${rounds} 次(每次 ${PEOPLE} 人),${inside} 次一个没有,${finished} 次全在,0 次半截`)
}, patience(90, 900))
