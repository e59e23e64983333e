import type { EntryValues, FieldValue } from '../../../shared/model/register.ts'
import type { FollowUpItem } from '../../store/repos/follow-up-repo.ts'

const TEXT_LIMIT = 500
const PROBLEM_LIMIT = 300
const OWNER_LIMIT = 40
const text = (value: FieldValue | undefined, limit: number): string => (typeof value === 'string' ? value.replaceAll(/\s+/g, ' ').trim().slice(0, limit) : '')
const names = (value: FieldValue | undefined): string => (Array.isArray(value) ? value.map(({ name }) => name).join('、') : '').slice(0, OWNER_LIMIT)

/** 一次检查里要跟到办完的:写了整改要求的一项。身份就是这一条登记的标识。 */
export const inspectionItems = (entryId: string, values: EntryValues): FollowUpItem[] => {
  const requirement = text(values['requirement'], TEXT_LIMIT)
  if (requirement === '') return []
  const dueOn = values['dueOn']
  return [{ itemId: entryId, kind: 'inspection', problem: text(values['problems'], PROBLEM_LIMIT), text: requirement, owner: names(values['owner']), dueOn: typeof dueOn === 'string' ? dueOn : null }]
}
