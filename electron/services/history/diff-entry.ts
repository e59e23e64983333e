import { historyText } from '../../../shared/i18n/zh-CN/history.ts'
import type { EntryValues, RegisterDefinition } from '../../../shared/model/register.ts'
import { registerValueText } from '../../../shared/util/register-value-text.ts'
import { diffColumns, type Body, type Change } from './diff-columns.ts'
import { excerpt } from './excerpt.ts'
import type { Names } from './field-words.ts'

const parse = (value: unknown): EntryValues => {
  try {
    return JSON.parse(typeof value === 'string' && value !== '' ? value : '{}') as EntryValues
  } catch {
    return {}
  }
}
const valuesOf = (body: Body | null): EntryValues => (body === null ? {} : { ...parse(body['body']), ...parse(body['private_body']) })

/**
 * 一条登记前后两个样子,照定义逐项说。
 *
 * @param own 是不是本支部的人:不是的,只给本支部看的项只说改过,不说内容。
 */
export const diffEntry = (definition: RegisterDefinition, before: Body | null, after: Body, names: Names, own: boolean): Change[] => {
  const [old, next] = [valuesOf(before), valuesOf(after)]
  return [
    ...diffColumns('register_entry', before, after, names).filter(({ field }) => field === 'register_entry.branch_id' || field === 'register_entry.deleted_at'),
    ...definition.fields.flatMap((field): Change[] => {
      const [from, to] = [registerValueText(field, old[field.key]), registerValueText(field, next[field.key])]
      if (from === to) return []
      return [{ field: `register_entry.${field.key}`, label: field.label, ...(field.ownBranchOnly && !own ? { from: from === '' ? '' : historyText.filled, to: to === '' ? '' : historyText.filled } : excerpt(from, to)) }]
    }),
  ]
}
