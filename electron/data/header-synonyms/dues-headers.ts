import { MONTH_FIELDS, MONTH_RANGES, type DuesField, type MonthField, type RangeField } from '../../domain/import/dues-fields.ts'
import { ROSTER_HEADERS } from './roster-headers.ts'

const HAN_MONTHS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
/** 带年度的月份认这些年的。 */
const [FIRST_YEAR, LAST_YEAR] = [2008, 2045]
const PAID_WORDS = ['', '份', '实交', '实缴', '交纳', '缴纳', '已交', '实收', '金额', '党费', '实交金额', '实缴金额', '交纳金额', '缴纳金额', '份实交', '份实缴']

/** 一个月的说法:「1月」「一月份」「1月实交」「2026年1月」「2026-01」。 */
const monthWords = (month: number): string[] => {
  const two = String(month).padStart(2, '0')
  const plain = [`${month}月`, ...(month < 10 ? [`${two}月`] : []), `${HAN_MONTHS[month - 1] ?? ''}月`]
  const dated = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index).flatMap((year) => [`${year}年${month}月`, `${year}年${two}月`, `${year}.${month}`, `${year}.${two}`, `${year}-${two}`, `${year}/${month}`, `${year}/${two}`, `${year}${two}`])
  return [...plain.flatMap((word) => PAID_WORDS.map((ending) => `${word}${ending}`)), ...dated]
}
const MONTHS = Object.fromEntries(MONTH_FIELDS.map((field, index) => [field, monthWords(index + 1)])) as unknown as Readonly<Record<MonthField, readonly string[]>>

/** 几个月有个名字的。 */
export const RANGE_WORDS: readonly (readonly [from: number, to: number, ...words: readonly string[]])[] = [
  [1, 3, '一季度', '第一季度', '1季度', '第1季度', '首季度', '一季'],
  [4, 6, '二季度', '第二季度', '2季度', '第2季度', '二季'],
  [7, 9, '三季度', '第三季度', '3季度', '第3季度', '三季'],
  [10, 12, '四季度', '第四季度', '4季度', '第4季度', '四季'],
  [1, 6, '上半年'],
  [7, 12, '下半年'],
  [1, 12, '全年'],
]
const JOINS = ['-', '—', '–', '--', '——', '~', '至', '到']
const RANGE_ENDINGS = ['', '份', '实交', '实缴', '党费', '交纳', '缴纳', '金额']
/** 几个月合在一列的说法:「1-3月」「1月至3月」「一季度」「2026年一季度」;「全年实交」是合计,不在此列。 */
const rangeWords = (from: number, to: number): string[] => {
  const named = RANGE_WORDS.find(([first, last]) => first === from && last === to)?.slice(2) as readonly string[] | undefined
  const counted = JOINS.flatMap((join) => [`${from}${join}${to}月`, `${from}月${join}${to}月`, `${from}月份${join}${to}月份`])
  const endings = from === 1 && to === 12 ? ['', '党费', '金额'] : RANGE_ENDINGS
  const years = named === undefined ? [] : Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => `${FIRST_YEAR + index}年`)
  return [...[...(named ?? []), ...counted].flatMap((word) => endings.map((ending) => `${word}${ending}`)), ...years.flatMap((year) => [...(named ?? []), `${from}-${to}月`].map((word) => `${year}${word}`))]
}
const RANGES = Object.fromEntries(MONTH_RANGES.map(({ field, from, to }) => [field, rangeWords(from, to)])) as unknown as Readonly<Record<RangeField, readonly string[]>>

/** 党费表的表头说法;次序的意思同 roster-headers.ts。 */
export const DUES_HEADERS: Readonly<Record<DuesField, readonly string[]>> = {
  name: [...ROSTER_HEADERS.name, '交纳人', '缴纳人', '交费人'],
  idNumber: ROSTER_HEADERS.idNumber,
  branch: ROSTER_HEADERS.branch,
  year: ['年度', '年份', '交纳年度', '缴纳年度', '所属年度', '年'],
  category: ['人群', '人员类别', '党员类别', '收入类别', '交纳人群', '类别', '人员性质', '在职或退休'],
  base: ['交纳基数', '缴纳基数', '党费基数', '党费交纳基数', '党费缴纳基数', '计算基数', '核定基数', '月交纳基数', '月缴费基数', '工资基数', '月工资收入', '月收入', '工资收入', '计费基数', '基数'],
  due: ['月应交', '月应缴', '每月应交', '每月应缴', '月交党费', '月缴党费', '月应交党费', '月应缴党费', '应交金额', '应缴金额', '月应交金额', '月应缴金额', '应交党费', '应缴党费', '核定额', '月交纳额', '月缴纳额', '应交', '应缴'],
  ...MONTHS,
  ...RANGES,
  total: ['合计', '总计', '小计', '全年实交', '全年实缴', '全年合计', '实交合计', '实缴合计', '交纳合计', '累计', '年合计', '全年交纳', '全年缴纳'],
  month: ['月份', '所属月份', '交纳月份', '缴纳月份', '交费月份', '党费月份', '所属期', '月'],
  amount: ['金额', '实交', '实缴', '实交金额', '实缴金额', '交纳金额', '缴纳金额', '交费金额', '党费金额', '实收金额', '交纳党费', '缴纳党费', '实交党费', '实缴党费', '党费'],
  paidOn: ['交纳日期', '缴纳日期', '交纳时间', '缴纳时间', '交费日期', '交费时间', '收款日期', '日期'],
  receiptNumber: ['收据号', '收据编号', '票据号', '收据号码'],
  note: ROSTER_HEADERS.note,
  sequence: ROSTER_HEADERS.sequence,
}

/** 人群的各种写法。 */
export const PAYER_WORDS = [
  ['employed', '在职', '在岗', '按月领工资', '职工', '正式党员', '预备党员', '正式', '预备', '在职党员', '在职职工'],
  ['annual_salary', '年薪', '年薪制'],
  ['self_employed', '个体', '不按月取得收入', '个体经营'],
  ['retired', '退休', '离退休', '离休', '退休党员', '离退休党员', '退休人员'],
  ['farmer', '农民'],
  ['no_income', '学生', '下岗', '失业', '下岗失业', '低保', '无固定收入', '无收入', '学生、下岗失业、低保抚恤'],
] as const
export const TICK_WORDS = ['√', '✓', '已交', '已缴', '交', '缴', '是', 'v']
export const EXEMPT_WORDS = ['免', '减免']
