import type { DevelopmentFinding, StepFields } from '../../../shared/model/development.ts'
import type { DevelopmentNorms } from '../norms/development-norms.ts'
import { finding, local, type DevelopmentFacts } from './facts.ts'

/** 培养联系人一至两名,入党介绍人两名,都是正式党员(细则第九、十四条)。名册外的人核对不了,不拦。 */
const NEEDED = { mentor: { least: 1, most: 2 }, sponsor: { least: 2, most: 2 } } as const

export const checkHelpers = (kind: keyof typeof NEEDED, { people }: StepFields, facts: DevelopmentFacts, norms: DevelopmentNorms): readonly (DevelopmentFinding | false)[] => {
  const { least, most } = NEEDED[kind]
  const known = people.flatMap(({ memberId }) => (memberId === null ? [] : (facts.helpers.get(memberId) ?? [])))
  return [
    (people.length < least || people.length > most) && finding('block', kind === 'mentor' ? 'helpers_count' : 'sponsors_count', '', null, people.length),
    known.some(({ isFull }) => !isFull) && finding('block', kind === 'mentor' ? 'helpers_not_full' : 'sponsors_not_full'),
    kind === 'mentor' && norms.mostMentored > 0 && known.some(({ alsoMentors }) => alsoMentors >= norms.mostMentored) && local(norms, 'helpers_busy', null, norms.mostMentored),
  ]
}
