import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createSeededRandom } from '../../../electron/services/sample/seeded-random.ts'
import { amount, figure, patience, seed } from '../../support/faults/amount.ts'
import { makeFilledWorkspace, type FilledWorkspace } from '../../support/faults/filled-workspace.ts'
import { inspectWorkspace } from '../../support/faults/inspect-workspace.ts'
import { openReader } from '../../support/faults/open-reader.ts'
import { scriptCommand } from '../../support/faults/run-once.ts'
import { childEnvironment } from '../../support/faults/run-workload.ts'

const PEOPLE = 400

let filled: FilledWorkspace
beforeAll(async () => {
  filled = await makeFilledWorkspace()
})
afterAll(() => filled.remove())

const countPeople = async (folder: string): Promise<number> => {
  const reader = await openReader(folder)
  try {
    return reader.prepare('SELECT count(*) FROM member').pluck().get() as number
  } finally {
    reader.close()
  }
}

/** 导入一份名册,说了要写之后过 wait 毫秒强行结束(null 为跑到底);返回说过的话与写了多久。 */
const importAndKill = async (folder: string, wait: number | null): Promise<{ readonly lines: readonly string[]; readonly writing: number }> => {
  const [program = '', ...parameters] = scriptCommand('import-once.ts', folder, String(PEOPLE))
  const child = spawn(program, parameters, { stdio: ['ignore', 'pipe', 'inherit'], env: childEnvironment })
  const lines: string[] = []
  let from = 0
  let until = 0
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line)
    if (line === 'WRITING') {
      from = performance.now()
      if (wait !== null) setTimeout(() => child.kill('SIGKILL'), wait)
    } else until = performance.now()
  })
  await once(child, 'close')
  return { lines, writing: until - from }
}

it('F32 导入到一半被强行结束:全有或全无,没有半份名册', async () => {
  const kills = amount(6, 100)
  const random = createSeededRandom(seed)
  const before = await countPeople(filled.copy())
  const whole = filled.copy()
  const { lines, writing } = await importAndKill(whole, null)
  expect(lines).toEqual(['WRITING', `WRITTEN ${PEOPLE}`])
  expect(await countPeople(whole)).toBe(before + PEOPLE)
  const outcomes = { none: 0, all: 0 }
  for (let kill = 0; kill < kills; kill++) {
    const folder = filled.copy()
    const run = await importAndKill(folder, random.next() * writing)
    const found = inspectWorkspace(folder)
    expect([found.refused, found.problems], `seed ${seed} kill ${kill}`).toEqual(['', []])
    const people = await countPeople(folder)
    expect([before, before + PEOPLE], `seed ${seed} kill ${kill}`).toContain(people)
    if (run.lines.includes(`WRITTEN ${PEOPLE}`)) expect(people).toBe(before + PEOPLE)
    outcomes[people === before ? 'none' : 'all'] += 1
  }
  figure('F32', '导入到一半被强行结束', `${kills} 次(每次 ${PEOPLE} 人):${outcomes.none} 次一人未写,${outcomes.all} 次全写了,0 半份`)
}, patience(180, 900))
