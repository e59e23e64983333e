import { registersText } from '../i18n/zh-CN/registers.ts'
import type { FieldValue, RegisterField } from '../model/register.ts'

/** 登记簿的一项说成一句话:列表、标题、册子、来历都这样写。没填为空串。 */
export const registerValueText = (field: RegisterField, value: FieldValue | undefined): string => {
  if (value === undefined || value === null) return ''
  if (field.type === 'choice') return field.options.find(({ code }) => code === value)?.name ?? ''
  if (Array.isArray(value)) return value.map(({ name }) => name).join(registersText.words.join)
  if (typeof value === 'boolean') return value ? registersText.words.yes : ''
  return String(value)
}
