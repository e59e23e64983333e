import type { TermFields } from '../../shared/model/leading-group.ts'
import { EMPTY_TERM } from '../../electron/store/repos/term-writes.ts'

/** 一届,三年;只写与缺省不同的。 */
export const termFields = (fromDay: string, changes: Partial<TermFields> = {}): TermFields => ({ ...EMPTY_TERM, fromDay, years: 3, ...changes })
