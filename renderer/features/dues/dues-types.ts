import type { OutputOf } from '../../../shared/contract/define.ts'
import type { duesContract } from '../../../shared/contract/dues.contract.ts'

export type AssessmentSheet = OutputOf<typeof duesContract.assessments>
export type AssessmentRow = AssessmentSheet['rows'][number]
export type MoneyView = OutputOf<typeof duesContract.money>
export type ArrearsRow = OutputOf<typeof duesContract.arrears>['rows'][number]
