import { constants } from 'node:os'
import { desktopContract } from '../../../shared/contract/desktop.contract.ts'
import { events } from '../../../shared/contract/events.ts'
import { contract } from '../../../shared/contract/index.ts'
import { COMMON_ERROR_CODES, DOMAIN_ERROR_CODES, FILE_ERROR_CODES, SAFETY_ERROR_CODES, STORE_ERROR_CODES } from '../../../shared/rpc/error-codes.ts'

const pathsOf = (tree: Readonly<Record<string, object>>): readonly string[] => Object.entries(tree).flatMap(([group, procedures]) => Object.keys(procedures).map((name) => `${group}.${name}`))

/** 契约里的过程路径。只认这些:路径是请求里来的文字,不是谁写什么就记什么。 */
const PROCEDURE_PATHS: ReadonlySet<string> = new Set([...pathsOf(contract), ...pathsOf(desktopContract)])
export const isProcedurePath = (path: string): boolean => PROCEDURE_PATHS.has(path)

export const isEventName = (name: string): boolean => Object.hasOwn(events, name)

const OWN_CODES: ReadonlySet<string> = new Set([...COMMON_ERROR_CODES, ...STORE_ERROR_CODES, ...DOMAIN_ERROR_CODES, ...FILE_ERROR_CODES, ...SAFETY_ERROR_CODES])
const SYSTEM_CODES: ReadonlySet<string> = new Set(Object.keys(constants.errno))
/** SQLite 与 Node 的代码太多,认写法:全是大写英文,没有数字,写不出证号电话。 */
const FOREIGN_CODE = /^(SQLITE|ERR)(_[A-Z]{1,24}){1,8}$/

/** 错误代码:本程序的、操作系统的、SQLite 与 Node 的。 */
export const isErrorCode = (code: string): boolean => OWN_CODES.has(code) || SYSTEM_CODES.has(code) || FOREIGN_CODE.test(code)
