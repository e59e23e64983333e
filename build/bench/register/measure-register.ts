import { join } from 'node:path'
import { DEFAULT_COLUMNS, WHOLE_ROSTER, type MemberQuery } from '../../../shared/model/member-columns.ts'
import { makeCore, must, type TestCore } from '../../../test/support/make-core.ts'
import { median } from '../bench-row.ts'
import { makeRegister } from './make-register.ts'

/** 一件事的中位数:墙上的钟与本进程用的处理器时间(机器忙的时候后者才说明程序)。 */
interface Timed {
  readonly milliseconds: number
  readonly cpuMilliseconds: number
}
export interface RegisterMeasure {
  readonly organisations: number
  readonly members: number
  readonly open: Timed
  /** 打开之后马上要名册的第一屏:还没有预读。 */
  readonly coldScreen: Timed
  readonly screen: Timed
  /** 几种查找里最慢的一种。 */
  readonly search: Timed & { readonly word: string }
  readonly filter: Timed
  readonly sort: Timed
  readonly tree: Timed
  readonly coldTree: Timed
  readonly exportSheet: Timed
  readonly exported: number
  readonly rssMegabytes: number
}

const TIMES = 7
const PAGE = 100
/** 姓名、全拼、首字母、工号、手机末四位、证号末四位、查不到的。 */
const WORDS = ['\u738b', 'wang', 'zhangyh', 'W0123', '8888', '013X', 'zzzzzz'] as const

const timed = async (run: () => Promise<unknown>, times = TIMES): Promise<Timed> => {
  const [wall, used]: [number[], number[]] = [[], []]
  for (let turn = 0; turn < times; turn++) {
    const from = process.cpuUsage()
    const started = performance.now()
    await run()
    wall.push(performance.now() - started)
    const { user, system } = process.cpuUsage(from)
    used.push((user + system) / 1000)
  }
  return { milliseconds: Math.round(median(wall) * 10) / 10, cpuMilliseconds: Math.round(median(used) * 10) / 10 }
}
const once = (run: () => Promise<unknown>): Promise<Timed> => timed(run, 1)

const measure = async (test: TestCore, folder: string): Promise<RegisterMeasure> => {
  const { api } = test
  const browse = (changes: Partial<MemberQuery> = {}) => must(api.roster.browse({ query: { ...WHOLE_ROSTER, ...changes }, columns: [...DEFAULT_COLUMNS], offset: 0, limit: PAGE }))
  const open = await once(() => must(api.system.openWorkspace({ path: folder })))
  const coldTree = await once(() => must(api.organisations.tree({})))
  const coldScreen = await once(() => browse())
  const { totals } = await browse()
  const { nodes } = await must(api.organisations.tree({}))
  const branch = nodes.find(({ kind }) => kind === 'general_branch')?.id ?? null
  const searches: RegisterMeasure['search'][] = []
  for (const word of WORDS) searches.push({ ...(await timed(() => browse({ search: word }))), word })
  const screen = await timed(() => browse())
  const filter = await timed(() => browse({ organisationId: branch, filters: [{ kind: 'oneOf', column: 'education', values: ['21'] }, { kind: 'range', column: 'age', from: '30', to: '45' }] }))
  const sort = await timed(() => browse({ sort: [{ column: 'birthDate', descending: true }] }))
  let day = 0
  // 每次另一天:没有一天是记着的。
  const tree = await timed(() => must(api.organisations.tree({ day: `2020-01-0${1 + (day++ % 9)}` })))
  let exported = 0
  const exportSheet = await once(async () => {
    exported = (await must(api.members.exportList({ query: WHOLE_ROSTER, columns: [...DEFAULT_COLUMNS], purpose: 'bench' }))).rows
  })
  return { organisations: nodes.length, members: totals.total, open, coldScreen, screen, search: searches.toSorted((a, b) => b.milliseconds - a.milliseconds)[0] ?? { milliseconds: 0, cpuMilliseconds: 0, word: '' }, filter, sort, tree, coldTree, exportSheet, exported, rssMegabytes: Math.round(process.resourceUsage().maxRSS / 1024) }
}

const test = await makeCore({ workspace: 'none' })
try {
  const folder = makeRegister(join(import.meta.dirname, '..', '..', '..'), test.ports, (done) => process.stderr.write(`\r${done}`))
  console.log(JSON.stringify(await measure(test, folder)))
} finally {
  test.close()
}
