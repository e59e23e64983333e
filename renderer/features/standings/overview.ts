import type { StandingRow } from '../../../shared/model/evaluation-period.ts'

/** standings.overview 的答复里各处要用的几样。 */
export interface StandingOverview {
  readonly levels: readonly { readonly star: number; readonly min: string; readonly name: string }[]
  readonly flags: readonly { readonly code: string; readonly name: string }[]
  readonly ownShare: string | null
  readonly rows: readonly StandingRow[]
}
export const flagName = ({ flags }: StandingOverview, code: string): string => flags.find((flag) => flag.code === code)?.name ?? code
