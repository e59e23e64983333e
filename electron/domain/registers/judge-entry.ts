import { daySchema } from '../../../shared/model/common.ts'
import { registerValueText } from '../../../shared/util/register-value-text.ts'
import type { EntryFinding, EntryValues, FieldValue, RegisterDefinition, RegisterField } from '../../../shared/model/register.ts'

const LINE_LIMIT = 200
const isEmpty = (value: FieldValue | undefined): boolean => value === undefined || value === null || value === '' || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0)

const suits = (field: RegisterField, value: FieldValue): boolean => {
  switch (field.type) {
    case 'line':
      return typeof value === 'string' && value.length <= LINE_LIMIT && !value.includes('\n')
    case 'paragraphs':
      return typeof value === 'string'
    case 'day':
      return daySchema.safeParse(value).success
    case 'integer':
      return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    case 'decimal':
      return typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= 1_000_000
    case 'choice':
      return field.options.some(({ code }) => code === value)
    case 'people':
      return Array.isArray(value)
    case 'flag':
      return typeof value === 'boolean'
  }
}

/** 照定义看一条登记:必填的没填、填得不合这一项的种类、定义里没有的项。 */
export const judgeEntry = (definition: RegisterDefinition, values: EntryValues): EntryFinding[] => {
  const known = new Set(definition.fields.map(({ key }) => key))
  return [
    ...definition.fields.flatMap((field): EntryFinding[] => {
      const value = values[field.key]
      if (value === undefined || isEmpty(value)) return field.required ? [{ field: field.key, problem: 'missing' }] : []
      return suits(field, value) ? [] : [{ field: field.key, problem: 'unsuitable' }]
    }),
    ...Object.keys(values)
      .filter((key) => !known.has(key))
      .map((key): EntryFinding => ({ field: key, problem: 'unknown' })),
  ]
}

/** 没填的不存:同样的内容总是同一份正文。 */
export const tidyValues = (definition: RegisterDefinition, values: EntryValues): EntryValues =>
  Object.fromEntries(
    definition.fields.flatMap(({ key, type }) => {
      const value = values[key]
      if (value === undefined || isEmpty(value) || value === false) return []
      return [[key, typeof value === 'string' && type === 'line' ? value.trim() : value]]
    }),
  )

const TITLE_LIMIT = 200
/** 列表、督办、回收站里怎么称呼这一条;只给本支部看的项不进标题。 */
export const titleOf = (definition: RegisterDefinition, values: EntryValues): string =>
  definition.titleFields
    .flatMap((key) => {
      const field = definition.fields.find((each) => each.key === key)
      const text = field === undefined || field.ownBranchOnly ? '' : registerValueText(field, values[key]).replaceAll(/\s+/g, ' ')
      return text === '' ? [] : [text]
    })
    .join(' ')
    .slice(0, TITLE_LIMIT)
