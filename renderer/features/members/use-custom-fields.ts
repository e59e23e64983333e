import type { CustomField } from '../../../shared/model/custom-field.ts'
import { api } from '../../platform/api.ts'
import { useQuery } from '../../platform/use-query.ts'

const NONE: readonly CustomField[] = []
const nothing = {}

/** 自定义项目,在用的在前。 */
export const useCustomFields = (): readonly (CustomField & { readonly used?: number })[] => useQuery(api.customFields.list, nothing, ['customFields.changed', 'members.changed']).data?.fields ?? NONE
