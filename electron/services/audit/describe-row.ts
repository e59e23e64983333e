import { auditText } from '../../../shared/i18n/zh-CN/audit.ts'
import { historyText } from '../../../shared/i18n/zh-CN/history.ts'
import { BUILT_IN_ACTOR } from '../session/current-call.ts'

interface Described {
  readonly procedure: string
  readonly table: string
  readonly detail: string
}

const fields: Readonly<Record<string, Readonly<Record<string, string>>>> = historyText.fields
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)
const parse = (text: string): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : {}
  } catch {
    // 被人改坏的也要看得到:照原样放在那里,由从头核对去指出来。
    return {}
  }
}
/** 数目一类的;嵌着的(导入的各项条数)展开。 */
const numbersOf = (detail: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(detail).flatMap(([key, value]) => {
    if (isRecord(value)) return numbersOf(value)
    const label = auditText.facts[key]
    return label !== undefined && (typeof value === 'number' || typeof value === 'string') ? [auditText.fact(label, String(value))] : []
  })

/** 授了哪些角色;组织是标识,不念。 */
const grantsOf = ({ grants }: Readonly<Record<string, unknown>>): string[] => (Array.isArray(grants) ? [auditText.granted([...new Set(grants.map((grant) => String(grant).split('@')[0] ?? ''))].map((role) => auditText.roles[role] ?? role))] : [])

/** 一条审计说成一句话:做了什么、动了哪张表的哪些项、几条。审计里本来就没有个人值。 */
export const describeAudit = ({ procedure, table, detail: text }: Described): string => {
  const detail = parse(text)
  const { action, fields: changed, field } = detail
  const label = auditText.procedures[procedure] ?? procedure
  const actionLabel = typeof action === 'string' ? (auditText.actions[action] ?? action) : ''
  const names = [...(Array.isArray(changed) ? changed : []), ...(typeof field === 'string' ? [field] : [])].filter((name) => typeof name === 'string').filter((name) => name !== 'updated_at' && name !== 'owner_unit')
  const about = auditText.about(auditText.tables[table] ?? table, actionLabel === label ? '' : actionLabel)
  const rest = [about === label ? '' : about, names.length === 0 ? '' : auditText.fields(names.map((name) => fields[table]?.[name] ?? auditText.settings[name] ?? name)), ...grantsOf(detail), ...numbersOf(detail)].filter((part) => part !== '')
  return auditText.line(label, rest.join('，'))
}

/** 谁:账号的姓名;没设口令时是内置使用人,程序自己做的没有人。 */
export const actorLabel = (actor: string, name: string | null): string => name ?? (actor === '' ? auditText.program : actor === BUILT_IN_ACTOR ? auditText.builtIn : actor)

const namesWith = (labels: Readonly<Record<string, string>>, search: string): string[] => (search === '' ? [] : Object.entries(labels).filter(([, label]) => label.includes(search)).map(([code]) => code))

/** 人按中文找:名称里含有这几个字的契约路径与表。 */
export const codesNamed = (search: string): { readonly procedures: string[]; readonly tables: string[] } => ({ procedures: namesWith(auditText.procedures, search), tables: namesWith(auditText.tables, search) })
