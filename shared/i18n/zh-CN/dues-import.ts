import type { ReasonValues } from './import-reason-values.ts'

const monthLabels = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`m${index + 1}`, `${index + 1}月`]))
const rangeLabels = Object.fromEntries(Array.from({ length: 12 }, (_, from) => Array.from({ length: 11 - from }, (_more, more) => [`m${from + 1}to${from + 2 + more}`, `${from + 1}—${from + 2 + more}月`] as const)).flat())
const monthWord = (month: string): string => (month.length === 7 ? `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月` : month)

/** 党费导入:列名、示例与逐行说明。 */
export const duesImportText = {
  headings: ['党支部', '年度', '交纳基数', '月数', '合计（元）'],
  fields: {
    name: '姓名', idNumber: '公民身份号码', branch: '所在党支部', year: '年度', category: '人群', base: '交纳基数', due: '月应交', ...monthLabels, ...rangeLabels, total: '合计', month: '月份', amount: '实交金额', paidOn: '交纳日期', receiptNumber: '收据号', note: '备注', sequence: '序号',
  } as Readonly<Record<string, string>>,
  examples: { name: '王建国', branch: '炼铁作业区党支部', year: '2026', category: '在职', base: '4862.37', m1: '48.62', m2: '48.62', m3: '48.62' } as Readonly<Record<string, string>>,
  yuan: (fen: number) => (fen / 100).toFixed(2),
  months: (n: number) => (n === 0 ? '' : `${n} 个月`),
  reasons: {
    dues_member_unknown: ({ text = '', other }: ReasonValues) => `${other === undefined ? '名册上' : `“${other}”的名册上`}没有“${text}”，请核对姓名，或先导入名册`,
    dues_member_several: ({ text = '', limit = 0 }: ReasonValues) => `有 ${limit} 个叫“${text}”的，请补上身份证号，或写清所在党支部`,
    dues_matched_by_name: ({ text = '' }: ReasonValues) => `按姓名认作${text}的这一位`,
    dues_amount_unreadable: ({ text = '' }: ReasonValues) => `金额“${text}”看不懂，请写成 30 或 30.50`,
    dues_month_unreadable: ({ text = '' }: ReasonValues) => (text === '' ? '没有写月份，请补上' : `月份“${text}”看不懂，请写成 2026-03 或 3月`),
    dues_year_assumed: ({ text = '' }: ReasonValues) => `没有写是哪一年的，按 ${text} 年登记，请核对`,
    dues_not_obliged: ({ text = '' }: ReasonValues) => `${monthWord(text)}还没有入党或不在本单位交，请核对`,
    dues_not_allowed: () => '临时党支部不收党费（ORG-07），请登记到原来的支部',
    dues_exempt_word: ({ text = '' }: ReasonValues) => `${monthWord(text)}写着免交，没有写入；减免请在党费里办，批准后就不算欠`,
    dues_tick_assumed: ({ text = '' }: ReasonValues) => `只打了勾，按应交的 ${text} 元登记，请核对`,
    dues_tick_unknown: () => '只打了勾，还没有核定应交多少，请写上金额',
    dues_total_differs: ({ text = '', other = '' }: ReasonValues) => `合计写的是 ${text} 元，各月加起来是 ${other} 元，请核对`,
    dues_due_differs: ({ text = '', other = '' }: ReasonValues) => `月应交写的是 ${text} 元，按基数和标准应是 ${other} 元，请核对`,
    dues_large: ({ limit = 0 }: ReasonValues) => `比应交多出 ${limit} 元以上，自愿多交的请记到“自愿多交”`,
    dues_too_early: ({ text = '', limit = 0 }: ReasonValues) => `${monthWord(text)}还早，预交一般不超过 ${limit} 个月，请核对`,
    dues_range_split: ({ text = '', other, limit = 0 }: ReasonValues) => `按 ${limit} 个月平均，每月登记 ${text} 元；${other === undefined ? '还没有核定应交多少' : `应交合计是 ${other} 元`}，请核对`,
    dues_range_uneven: ({ text = '', other, limit = 0 }: ReasonValues) => `${text} 元不能平均分到 ${limit} 个月${other === undefined ? '' : `，也不是应交的合计 ${other} 元`}，请按月填写`,
    dues_twice: ({ text = '', row = 0, sheet }: ReasonValues) => `${monthWord(text)}与${sheet === undefined ? '' : `“${sheet}”`}第 ${row} 行重复，请只留一行`,
  },
} as const
