import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isErrorCode } from './known-names.ts'

/** 一个错误里能写进日志的部分。没有报错的话:话里可能带着姓名、证号、路径(F69)。 */
export interface ErrorFacts {
  readonly name: string
  readonly code?: string
  /** 出错的位置,`文件:行`,相对程序所在的文件夹;别处的为 `elsewhere`。 */
  readonly frames: readonly string[]
  /** 数据形状不合时,是哪一类不合;不含字段与值。 */
  readonly issues?: readonly string[]
  readonly cause?: ErrorFacts
}

export const MOST_FRAMES = 12
export const MOST_ISSUES = 8
export const DEEPEST_CAUSE = 2
export const ERROR_NAME = /^\$?[A-Z][A-Za-z]{0,40}(Error|Exception|Failure|Fault|Missing|Refused|Rejected|Stale)$|^Error$|^NotAnError$/
/** 文件名里没有连着七位的数字:证号、电话混不进来。 */
export const FRAME = /^(?!.*\d{7})(?:node:[a-z_/-]{1,60}|[\w@+./-]{1,160}\.(?:ts|tsx|js|mjs|cjs)):\d{1,6}$|^elsewhere$/
export const ISSUE_CODES = ['invalid_type', 'too_big', 'too_small', 'invalid_format', 'not_multiple_of', 'unrecognized_keys', 'invalid_union', 'invalid_key', 'invalid_element', 'invalid_value', 'custom'] as const

const ELSEWHERE = 'elsewhere'
/** 源码运行时在 electron/services/support;打包后在 out/ 下的某一层。 */
const ROOT = join(import.meta.dirname, ...(import.meta.url.endsWith('.ts') ? ['..', '..', '..'] : ['..', '..'])) + sep
const STACK_LINE = /^\s+at (?:.* \()?(?:async )?(.+?):(\d+):\d+\)?$/

/** ES 模块的位置是 file: 地址,中文的安装位置在里面是编码过的。 */
const pathOf = (place: string): string => (place.startsWith('file:') ? fileURLToPath(place) : place)

const frameOf = (line: string): string | null => {
  const found = STACK_LINE.exec(line)
  if (found === null) return null
  const [, place = '', row = ''] = found
  const path = pathOf(place)
  const short = path.startsWith(ROOT) ? path.slice(ROOT.length).replaceAll('\\', '/') : path.startsWith('node:') ? path : null
  const frame = `${short ?? ''}:${row}`
  return short !== null && FRAME.test(frame) ? frame : ELSEWHERE
}

/** 栈的开头是报错的话,话里也可能有看着像位置的行:先跳过去。 */
const framesOf = (error: Error): string[] => {
  const stack = typeof error.stack === 'string' ? error.stack : ''
  const message = typeof error.message === 'string' ? error.message : ''
  const at = stack.indexOf(message)
  return stack
    .slice(at < 0 ? 0 : at + message.length)
    .split('\n')
    .flatMap((line) => frameOf(line) ?? [])
    .filter((frame, index, all) => frame !== ELSEWHERE || all[index - 1] !== ELSEWHERE)
    .slice(0, MOST_FRAMES)
}

const codeOf = (error: object): { readonly code?: string } => ('code' in error && typeof error.code === 'string' && isErrorCode(error.code) ? { code: error.code } : {})
const issuesOf = (error: object): { readonly issues?: readonly string[] } => {
  if (!('issues' in error) || !Array.isArray(error.issues)) return {}
  const known: readonly string[] = ISSUE_CODES
  const codes = (error.issues as readonly unknown[]).flatMap((issue) => (typeof issue === 'object' && issue !== null && 'code' in issue && typeof issue.code === 'string' && known.includes(issue.code) ? [issue.code] : []))
  return codes.length === 0 ? {} : { issues: [...new Set(codes)].slice(0, MOST_ISSUES) }
}
const causeOf = (error: Error, depth: number): { readonly cause?: ErrorFacts } => (error.cause === undefined || error.cause === null || depth >= DEEPEST_CAUSE ? {} : { cause: factsAt(error.cause, depth + 1) })

const factsAt = (error: unknown, depth: number): ErrorFacts => {
  try {
    if (!(error instanceof Error)) return { name: 'NotAnError', frames: [] }
    return { name: ERROR_NAME.test(error.name) ? error.name : 'Error', ...codeOf(error), frames: framesOf(error), ...issuesOf(error), ...causeOf(error, depth) }
  } catch {
    // 取它的属性也会出错的东西(代理、坏的取值器)。
    return { name: 'NotAnError', frames: [] }
  }
}

/** 从随便什么抛出来的东西里取出能记的:名称、代码、位置。从不抛。 */
export const errorFacts = (error: unknown): ErrorFacts => factsAt(error, 0)
