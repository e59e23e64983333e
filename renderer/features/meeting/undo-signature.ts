import type { MeetingFields } from '../../../shared/model/meeting.ts'

type Rows = readonly Readonly<Record<string, unknown>>[]
/** 不是打字改的:点、选出来的。 */
const chosen = (rows: Rows): string => JSON.stringify(rows.map((row) => [row['status'], row['reason'], row['kind'], row['isFirstTopic'], row['dueOn'], row['grade'], row['sitting'], row['isSecret'], row['exclusion']]))

/** 接着打字的签名相同;加减行、换到会情况、换选项自成一步(空)。 */
export const undoSignature = (patch: Partial<MeetingFields>, before: MeetingFields): string => {
  const keys = Object.keys(patch) as (keyof MeetingFields)[]
  const picked = keys.some((key) => {
    const [old, next] = [before[key], patch[key]]
    if (Array.isArray(old) && Array.isArray(next)) return old.length !== next.length || chosen(old as unknown as Rows) !== chosen(next as unknown as Rows)
    return typeof next !== 'string'
  })
  return picked ? '' : keys.join()
}
