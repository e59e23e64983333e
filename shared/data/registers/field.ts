import type { RegisterField } from '../../model/register.ts'

/** 写定义用的短写:没有给的照缺省。 */
export const field = (key: string, label: string, type: RegisterField['type'], given: Partial<Omit<RegisterField, 'key' | 'label' | 'type' | 'options'>> & { readonly options?: readonly (readonly [code: string, name: string])[] } = {}): RegisterField => ({
  key,
  label,
  type,
  required: given.required ?? false,
  ownBranchOnly: given.ownBranchOnly ?? false,
  hint: given.hint ?? '',
  options: (given.options ?? []).map(([code, name]) => ({ code, name })),
})
