import { writeXlsx, type CellValue, type MergeRange } from 'hucre'
import type { CorpusFile } from './import-corpus.ts'
import { gbkBytes, makeXls } from './old-excel.ts'
import { madeIdNumber } from './roster-workbook.ts'

/** 发展党员台账、党费表:样子各不相同。党费表里的人是 CORPUS_PEOPLE,先在名册上。 */
type Cell = CellValue
type Grid = readonly (readonly Cell[])[]
const BRANCH = '铸造车间党支部'
export const CORPUS_PEOPLE = [['郑国强', 81], ['孙丽华', 82], ['欧阳敏', 83]] as const

const book = (rows: Grid, merges: MergeRange[] = [], more: readonly { readonly name: string; readonly rows: Grid }[] = [], name = '台账'): Promise<Uint8Array> =>
  writeXlsx({ sheets: [{ name, rows: rows.map((row) => [...row]), merges }, ...more.map((sheet) => ({ name: sheet.name, rows: sheet.rows.map((row) => [...row]) }))] })
const lines = (rows: Grid): string => rows.map((row) => row.map((value) => String(value ?? '')).join(',')).join('\r\n')
const plain = (rows: Grid): (string | number | null)[][] => rows.map((row) => row.map((value) => (typeof value === 'string' || typeof value === 'number' ? value : null)))

const STAGES = ['序号', '姓名', '身份证号', '人员类别', '申请入党时间', '确定为积极分子时间', '确定为发展对象时间', '所在支部'] as const
const person = (index: number, ...days: readonly Cell[]): Cell[] => [index, `李发展${'甲乙丙丁戊己'[index] ?? ''}`, madeIdNumber(60 + index), days[0] ?? null, days[1] ?? null, days[2] ?? null, days[3] ?? null, BRANCH]
const candidates = (title: string, rows: Grid, merges: MergeRange[] = []): CorpusFile => ({ title, kind: 'candidates', name: '发展党员台账.xlsx', bytes: () => book(rows, merges) })
const three: Grid = [person(1, '申请人', '2026-03-02'), person(2, '入党积极分子', '2024-01-05', '2025-06-01'), person(3, '发展对象', '2023-01-10', '2024-03-15', '2025-03-20')]

const CANDIDATES: readonly CorpusFile[] = [
  candidates('发展:规矩的三个人', [STAGES, ...three]),
  candidates('发展:标题、单位两行,整张右移一列', [[null, '发展党员工作台账'], [null, '填报单位:某某公司'], [null, ...STAGES], ...three.map((row) => [null, ...row])], [{ startRow: 0, startCol: 1, endRow: 0, endCol: 8 }]),
  candidates('发展:两行表头,大项横着合并', [['序号', '基本情况', null, null, '时间', null, null, '所在支部'], [null, '姓名', '身份证号', '人员类别', '申请入党', '确定为积极分子', '确定为发展对象', null], ...three], [{ startRow: 0, startCol: 1, endRow: 0, endCol: 3 }, { startRow: 0, startCol: 4, endRow: 0, endCol: 6 }]),
  candidates('发展:日期几种写法', [STAGES, person(1, '申请人', '2025.12'), person(2, '积极分子', '２０２４年１月５日', 45_809), person(3, '积极分子', 2023.1, '2025-06-01')]),
  candidates('发展:不满一年、先后颠倒、将来', [STAGES, person(1, '发展对象', '2023-01-10', '2024-06-15', '2025-03-20'), person(2, '积极分子', '2025-06-01', '2024-06-01'), person(3, '申请人', '2031-01-01')]),
  candidates('发展:证号被截断、类别看不懂、姓名有间隔号', [STAGES, person(1, '申请人', '2026-03-02').with(2, Number(madeIdNumber(61).slice(0, 15)) * 1000), person(2, '苗子', '2026-03-02'), person(3, '申请人', '2026-03-02').with(1, '买买提•江')]),
  { title: '发展:各阶段一张表', kind: 'candidates', name: '发展.xlsx', bytes: () => book([STAGES, three[0] ?? []], [], [{ name: '积极分子', rows: [['积极分子名册'], STAGES, three[1] ?? [], ['合计', '1人']] }, { name: '发展对象', rows: [STAGES, three[2] ?? []] }], '申请人') },
  { title: '发展:GBK 的 CSV', kind: 'candidates', name: '发展.csv', bytes: () => gbkBytes(lines([STAGES, ...three])) },
  { title: '发展:旧 .xls', kind: 'candidates', name: '发展.xls', bytes: () => makeXls([{ name: '台账', rows: plain([['发展党员台账'], STAGES, ...three]) }]) },
  candidates('发展:全程二十五步都有', [['姓名', '身份证号', '所在支部', '递交入党申请书日期', '谈话日期', '确定为积极分子日期', '积极分子备案日期', '指定培养联系人日期', '培养教育考察期满日期', '确定发展对象日期', '发展对象备案日期', '确定入党介绍人日期', '政审日期', '政审结论', '培训结业日期', '培训结论', '培训天数', '支委会审查日期', '预审日期'], ['钱全程', madeIdNumber(70), BRANCH, '2023-01-10', '2023-02-01', '2024-03-15', '2024-04-01', '2024-04-02', '2025-03-15', '2025-03-20', '2025-04-10', '2025-04-15', '2025-05-20', '合格', '2025-06-10', '合格', '4天', '2025-06-20', '2025-07-10']]),
  candidates('发展:没有政审就过了支委会', [['姓名', '身份证号', '所在支部', '确定为积极分子日期', '确定发展对象日期', '支委会审查日期'], ['周无审', madeIdNumber(71), BRANCH, '2024-03-15', '2025-03-20', '2025-06-20']]),
  candidates('发展:公示几种写法', [['姓名', '身份证号', '所在支部', '确定为积极分子日期', '确定发展对象日期', '公示时间', '公示结果'], ...['2025.3.10-2025.3.14', '2025年3月10日至14日', '2025-03-10~03-12', '三月中旬'].map((span, index): Cell[] => [`吴公示${'甲乙丙丁'[index] ?? ''}`, madeIdNumber(72 + index), BRANCH, '2024-03-01', '2025-03-20', span, '无异议'])]),
  candidates('发展:公示起、止各一列,只有起', [['姓名', '身份证号', '所在支部', '确定为积极分子日期', '确定发展对象日期', '公示开始日期', '公示结束日期'], ['吴公示戊', madeIdNumber(76), BRANCH, '2024-03-01', '2025-03-20', '2025-03-10', '2025-03-16'], ['吴公示己', madeIdNumber(77), BRANCH, '2024-03-01', '2025-03-20', '2025-03-10', null]]),
  candidates('发展:票数各占一列', [['姓名', '身份证号', '所在支部', '支部大会通过日期', '应到', '实到', '赞成', '反对', '弃权'], ['吴票决甲', madeIdNumber(84), BRANCH, '2026-03-01', 20, 18, '18票', 0, 0], ['吴票决乙', madeIdNumber(85), BRANCH, '2026-03-01', 20, 10, 10, 0, 0], ['吴票决丙', madeIdNumber(86), BRANCH, '2026-03-01', 20, 18, 9, 9, 0], ['吴票决丁', madeIdNumber(87), BRANCH, '2026-03-01', 20, 18, 15, 1, 0], ['吴票决戊', madeIdNumber(88), BRANCH, '2026-03-01', null, null, 18, null, null]]),
  candidates('发展:票数写在一格,志愿书编号', [['姓名', '身份证号', '所在支部', '支部大会通过日期', '表决情况', '入党志愿书编号'], ['吴票决己', madeIdNumber(89), BRANCH, '2026-03-01', '应到会30人,实到28人,全票通过', 'A0001'], ['吴票决庚', madeIdNumber(90), BRANCH, '2026-03-01', '应到30、实到28、同意26、不同意1、弃权1', 'A0002'], ['吴票决辛', madeIdNumber(91), BRANCH, '2026-03-01', '一致同意', 'A0002']]),
]

const GRID = ['序号', '姓名', '交纳基数', '1月', '2月', '3月', '合计'] as const
const dues = (title: string, rows: Grid, options: { readonly merges?: MergeRange[]; readonly name?: string } = {}): CorpusFile => ({ title, kind: 'dues', name: options.name ?? '2026年党费.xlsx', intoBranch: true, bytes: () => book(rows, options.merges) })
const two: Grid = [[1, '郑国强', 4862.37, 48.62, 48.62, 48.62, 145.86], [2, '孙丽华', 5000, 50, 50, 50, 150]]
const DUES: readonly CorpusFile[] = [
  dues('党费:规矩的年表', [GRID, ...two]),
  dues('党费:标题里写年度,有合计行和填表人', [['某某公司2026年度党费收缴登记表'], ['填报单位:铸造车间', null, null, '单位:元'], GRID, ...two, ['合计', null, null, 98.62, 98.62, 98.62, 295.86], ['填表人:李敏', null, null, '审核人:赵强']], { merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 6 }], name: '党费.xlsx' }),
  dues('党费:没写是哪一年', [GRID, ...two], { name: '党费.xlsx' }),
  dues('党费:两行表头,应交实交', [['姓名', '1月', null, '2月', null], [null, '应交', '实交', '应交', '实交'], ['郑国强', 48, 48.5, 48, 49]], { merges: [{ startRow: 0, startCol: 0, endRow: 1, endCol: 0 }, { startRow: 0, startCol: 1, endRow: 0, endCol: 2 }, { startRow: 0, startCol: 3, endRow: 0, endCol: 4 }] }),
  dues('党费:金额几种写法', [GRID, [1, '郑国强', '4,862.37元', '４８.６２', '￥48.62', '48.620', null], [2, '孙丽华', 5000, '五十', '50.005', -3, null]]),
  dues('党费:打勾、免交、零', [GRID, [1, '郑国强', 4862.37, '√', '免交', 0, null], [2, '孙丽华', null, '√', null, null, null]]),
  dues('党费:没有这个人、空姓名、姓名有空格', [GRID, [1, '没有这人', null, 10, null, null, null], [2, null, null, 20, null, null, null], [3, '欧 阳 敏', null, 10, null, null, 10]]),
  dues('党费:合计不符、应交不符', [['姓名', '交纳基数', '月应交', '1月', '2月', '合计'], ['郑国强', 3000, 30, 15, 15, 31]]),
  dues('党费:流水', [['姓名', '所属月份', '实缴金额', '交纳日期'], ['郑国强', '2026年1月', 48.62, '2026.1.15'], ['郑国强', '2月', 48.62, null], ['郑国强', '2月', 48.62, null], ['孙丽华', '哪个月', 50, null]]),
  dues('党费:季度各一列', [['姓名', '交纳基数', '一季度', '二季度', '三季度'], ['郑国强', 4862.37, 145.86, 150, 100.01], ['孙丽华', 5000, 150, '√', null]]),
  dues('党费:几个月合在一列', [['姓名', '1-2月', '3—6月', '7月至8月', '9月'], ['郑国强', 60, 120, 60.01, 30], ['孙丽华', null, '免交', null, 30]]),
  dues('党费:上半年、全年', [['姓名', '交纳基数', '上半年', '下半年', '全年'], ['郑国强', 3000, 90, 90, 180], ['孙丽华', 3000, 90, 90, 200]]),
  dues('党费:各月之后有季度小计', [['姓名', '1月', '2月', '3月', '一季度', '合计'], ['郑国强', 15, 15, 15, 45, 45], ['孙丽华', 15, 15, 15, 50, 45]]),
  dues('党费:流水写着一段月份', [['姓名', '所属月份', '实缴金额'], ['郑国强', '1-3月', 90], ['郑国强', '2026年二季度', 91], ['郑国强', '2026年7月至2026年8月', 60], ['郑国强', '8-9月', 60], ['孙丽华', '3-1月', 90]]),
  { title: '党费:GBK 的 CSV', kind: 'dues', name: '2026党费.csv', intoBranch: true, bytes: () => gbkBytes(lines([GRID, ...two])) },
  { title: '党费:旧 .xls', kind: 'dues', name: '2026党费.xls', intoBranch: true, bytes: () => makeXls([{ name: '党费', rows: plain([['党费登记'], GRID, ...two]) }]) },
]

export const registerCorpus: readonly CorpusFile[] = [...CANDIDATES, ...DUES]
