import { shippedRegister } from '../../../shared/data/registers/index.ts'
import type { EntryValues } from '../../../shared/model/register.ts'
import { failWith } from '../../rpc/handlers.ts'
import type { RegisterRecord } from '../../store/repos/register-repo.ts'
import type { SubmissionRepo } from '../../store/repos/submission-repo.ts'

type Entry = Pick<RegisterRecord, 'branchId' | 'definitionKey' | 'day' | 'values'>

/** 报了、批了的计划和总结不能直接改;办的情况随时能填。要改的先「改一下」写明原因(记录生命周期)。 */
export const createRequireUnsubmitted = (submissions: SubmissionRepo, today: () => string) => {
  const isClosed = ({ definitionKey, branchId, day }: Entry): boolean => {
    const state = submissions.of(definitionKey, branchId, Number(day.slice(0, 4)), today())?.state
    return state === 'submitted' || state === 'approved'
  }
  const fixed = (values: EntryValues, open: readonly string[]): string =>
    JSON.stringify(
      Object.entries(values)
        .filter(([key]) => !open.includes(key))
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    )
  /**
   * @param before 改之前;新登记、取回的为 null。
   * @param after 改之后;删除的为 null。
   * @throws DeclaredFailure SUBMITTED_ALREADY
   */
  return (before: Entry | null, after: Entry | null): void => {
    const yearly = shippedRegister((after ?? before)?.definitionKey ?? '')?.yearly
    if (yearly === undefined) return
    if (before !== null && after !== null && fixed(before.values, yearly.openFields) === fixed(after.values, yearly.openFields)) return
    if ([before, after].some((entry) => entry !== null && isClosed(entry))) failWith('SUBMITTED_ALREADY')
  }
}
