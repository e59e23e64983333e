import type { DateCell } from '../../domain/roster/sheet.ts'

/** 一种显示格式里与读名册有关的:是不是日期、显示哪几样;小数显示几位。 */
export type NumberFormat =
  | { readonly kind: 'number'; /** 按「0.00」显示的小数位数 */ readonly decimals: number | null }
  | { readonly kind: 'date'; readonly year: boolean; readonly month: boolean; readonly day: boolean }

/**
 * 文件里只写编号、不写格式的日期格式。27 至 36、50 至 58 随 Excel 的语言而变,按中文(中国)的定义
 * (ECMA-376 第一部分 18.8.30):27、36、50、52、57 只到月,28、29、51、53、54、58 只有月日,32 至 35、55、56 是时刻。
 */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [2, '0.00'],
  [14, 'yyyy-m-d'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm'],
  [19, 'h:mm:ss'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'yyyy-m-d h:mm'],
  [27, 'yyyy-m'],
  [28, 'm-d'],
  [29, 'm-d'],
  [30, 'm-d-yy'],
  [31, 'yyyy-m-d'],
  [32, 'h:mm'],
  [33, 'h:mm:ss'],
  [34, 'h:mm'],
  [35, 'h:mm:ss'],
  [36, 'yyyy-m'],
  [45, 'mm:ss'],
  [46, 'h:mm:ss'],
  [47, 'mm:ss'],
  [50, 'yyyy-m'],
  [51, 'm-d'],
  [52, 'yyyy-m'],
  [53, 'm-d'],
  [54, 'm-d'],
  [55, 'h:mm'],
  [56, 'h:mm:ss'],
  [57, 'yyyy-m'],
  [58, 'm-d'],
])
const GENERAL: NumberFormat = { kind: 'number', decimals: null }
const DECIMALS = /^0\.(0+)(?:_ )?$/
const MAX_FORMAT = 400

/** 看一段自定格式显示什么:去掉引号里的字、方括号、转义与占位,只剩记号字母。 */
const readFormat = (code: string): NumberFormat => {
  const first = code.slice(0, MAX_FORMAT).replaceAll(/"[^"]*"|\\.|[_*]./g, '').split(';', 1)[0] ?? ''
  const decimals = DECIMALS.exec(code)?.[1]
  const letters = first.toLowerCase().replaceAll(/\[(?:h+|m+|s+)\]/g, 'h').replaceAll(/\[[^\]]*\]/g, '').replaceAll(/am\/pm|a\/p|general/g, '')
  // e 在日期里是年,在数里是科学记数。
  const isNumber = /[0#?@]/.test(letters)
  const time = /[hs]/.test(letters)
  const year = /y/.test(letters) || (!isNumber && /e/.test(letters))
  const day = /d/.test(letters)
  // 单独的 m 是月;和时、秒在一起而没有年、日的 m 是分。
  const month = letters.includes('m') && (!time || year || day)
  if (isNumber || !(time || year || day || month)) return { kind: 'number', decimals: decimals?.length ?? null }
  return { kind: 'date', year, month, day }
}

/** @param custom 文件里写明的格式;同一编号以它为准。 */
export const numberFormatOf = (id: number, custom: ReadonlyMap<number, string>): NumberFormat => {
  const code = custom.get(id) ?? BUILT_IN.get(id)
  return code === undefined ? GENERAL : readFormat(code)
}

const MILLISECONDS_A_DAY = 86_400_000
const EPOCH_1900 = Date.UTC(1899, 11, 30)
const EPOCH_1904 = Date.UTC(1904, 0, 1)
/** 9999-12-31;再大 Excel 自己也显示成一排井号。 */
const LAST_SERIAL = 2_958_465
/** 1900 系统里并不存在的 1900-02-29;在它之前的序号差一天。 */
const LEAP_BUG = 60
const UNDISPLAYABLE = '#####'
const pad = (value: number, width = 2): string => String(value).padStart(width, '0')

/**
 * 序号按格式显示的样子。只显示年月的格式里,1 日是 Excel 补的,给 `YYYY-MM`;人填过日的(不是 1 日)给整天。
 * 不显示年份的只给月日、只显示时刻的只给时刻:年份没有人看见过,不替他猜。
 */
export const dateCellOf = (serial: number, format: Extract<NumberFormat, { kind: 'date' }>, is1904: boolean): DateCell => {
  const cell = (text: string): DateCell => ({ kind: 'date', text })
  const whole = Math.floor(serial)
  if (!(serial >= 0 && whole <= LAST_SERIAL) || (!is1904 && (whole === LEAP_BUG || whole === 0))) return cell(UNDISPLAYABLE)
  const date = new Date((is1904 ? EPOCH_1904 : EPOCH_1900) + (whole + (!is1904 && whole < LEAP_BUG ? 1 : 0)) * MILLISECONDS_A_DAY)
  const [year, month, day] = [pad(date.getUTCFullYear(), 4), pad(date.getUTCMonth() + 1), pad(date.getUTCDate())]
  if (!format.year) return cell(format.day || format.month ? `${month}-${day}` : timeOf(serial - whole))
  if (!format.day && day === '01') {
    if (format.month) return cell(`${year}-${month}`)
    if (month === '01') return cell(year)
  }
  return cell(`${year}-${month}-${day}`)
}
const timeOf = (fraction: number): string => {
  const minutes = Math.floor(fraction * 24 * 60)
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
}
