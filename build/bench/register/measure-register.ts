import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
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
  /** 党费汇总:第一次(全部推一遍)、再看、登记一格之后再看。 */
  readonly duesFirst: Timed
  readonly dues: Timed
  readonly duesAfterChange: Timed
  /** 预读整本名册、导出与第一次汇总的当中,别的调用最多等多久。 */
  readonly longestReading: number
  readonly longestWait: number
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
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const open = await once(() => must(api.system.openWorkspace({ path: folder })))
  const coldTree = await once(() => must(api.organisations.tree({})))
  const coldScreen = await once(() => browse())
  // 整本读完:等到细的合计有了。
  let { totals } = await browse()
  while (totals.mix === null) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    ;({ totals } = await browse())
  }
  const longestReading = delay.max / 1e6
  delay.reset()
  const { nodes } = await must(api.organisations.tree({}))
  const branch = nodes.find(({ kind }) => kind === 'general_branch')?.id ?? null
  const branchId = nodes.find(({ kind }) => kind === 'branch')?.id ?? ''
  const searches: RegisterMeasure['search'][] = []
  for (const word of WORDS) searches.push({ ...(await timed(() => browse({ search: word }))), word })
  const screen = await timed(() => browse())
  const filter = await timed(() => browse({ organisationId: branch, filters: [{ kind: 'oneOf', column: 'education', values: ['21'] }, { kind: 'range', column: 'age', from: '30', to: '45' }] }))
  const sort = await timed(() => browse({ sort: [{ column: 'birthDate', descending: true }] }))
  let day = 0
  // 每次另一天:没有一天是记着的。
  const tree = await timed(() => must(api.organisations.tree({ day: `2020-01-0${1 + (day++ % 9)}` })))
  delay.reset()
  let exported = 0
  const exportSheet = await once(async () => {
    exported = (await must(api.members.exportList({ query: WHOLE_ROSTER, columns: [...DEFAULT_COLUMNS], purpose: 'bench' }))).rows
  })
  const summary = () => must(api.dues.summary({ organisationId: null, year: 2026 }))
  const duesFirst = await once(summary)
  const longestWait = delay.max / 1e6
  const dues = await timed(summary)
  const cell = (await must(api.dues.ledger({ branchId, year: 2026 }))).rows[0]
  let paid = 5_000
  const duesAfterChange = await timed(async () => {
    const rev = (await must(api.dues.ledger({ branchId, year: 2026 }))).rows[0]?.cells[9]?.rev ?? null
    await must(api.dues.saveCells({ branchId, paidOn: '2026-10-15', cells: [{ memberId: cell?.memberId ?? '', month: '2026-10', rev, paidFen: (paid += 100) }] }))
    await summary()
  }, 3)
  return { organisations: nodes.length, members: totals.total, open, coldScreen, screen, search: searches.toSorted((a, b) => b.milliseconds - a.milliseconds)[0] ?? { milliseconds: 0, cpuMilliseconds: 0, word: '' }, filter, sort, tree, coldTree, exportSheet, exported, duesFirst, dues, duesAfterChange, longestReading: Math.round(longestReading), longestWait: Math.round(longestWait), rssMegabytes: Math.round(process.resourceUsage().maxRSS / 1024) }
}

const test = await makeCore({ workspace: 'none' })
try {
  const folder = makeRegister(join(import.meta.dirname, '..', '..', '..'), test.ports, (done) => process.stderr.write(`\r${done}`))
  console.log(JSON.stringify(await measure(test, folder)))
} finally {
  test.close()
}
