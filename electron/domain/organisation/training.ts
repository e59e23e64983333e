import type { ManagementLevel } from '../../../shared/model/member.ts'
import type { TrainingStep } from '../../../shared/model/coverage.ts'
import { addMonths } from '../../../shared/util/day-arithmetic.ts'

interface Backbone {
  readonly joinedOn: string
  readonly managementLevel: ManagementLevel
}
export interface TrainingGroup<T> {
  readonly step: TrainingStep
  readonly since: string | null
  readonly people: readonly T[]
}

/**
 * 三培养(只点数、列名单,不给个人评分):把骨干培养成党员看近几年(recentMonths)入党的骨干;
 * 把党员培养成骨干看现有的党员骨干;把党员骨干培养成中高层看其中的中层、高层。
 */
export const trainingGroups = <T extends Backbone>(backbone: readonly T[], today: string, recentMonths: number): readonly TrainingGroup<T>[] => {
  const since = addMonths(today, -recentMonths)
  return [
    { step: 'backbone_joined', since, people: backbone.filter(({ joinedOn }) => joinedOn !== '' && joinedOn >= since.slice(0, joinedOn.length)) },
    { step: 'member_backbone', since: null, people: backbone },
    { step: 'backbone_managing', since: null, people: backbone.filter(({ managementLevel }) => managementLevel === 'middle' || managementLevel === 'senior') },
  ]
}
