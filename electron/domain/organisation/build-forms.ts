import type { TopicKind } from '../../../shared/model/meeting-parts.ts'
import type { BuildForm } from '../../../shared/model/organisation.ts'

/** 受组建方式限制的几件事:发展党员、处分处置党员、收缴党费、选举党代表、换届。 */
export type RestrictedAction = 'development' | 'discipline' | 'dues' | 'delegates' | 'election'

const NOTHING: readonly RestrictedAction[] = []
const TEMPORARY: readonly RestrictedAction[] = ['development', 'discipline', 'dues', 'delegates', 'election']

/** 这种支部不能办的事:临时党支部组织关系不转接,班子由批准的党组织指定(支部工作条例第八条,ORG-07)。 */
export const forbiddenFor = (buildForm: BuildForm): readonly RestrictedAction[] => (buildForm === 'temporary' ? TEMPORARY : NOTHING)

/** 议题里就是在办这件事的:接收、转正是发展党员,处分是处分处置党员,选举是换届。 */
const TOPIC_ACTIONS: Readonly<Partial<Record<TopicKind, RestrictedAction>>> = { admission: 'development', confirmation: 'development', discipline: 'discipline', election: 'election' }

/** 会上有没有这种支部不能办的议题;没有为 null。 */
export const forbiddenTopic = (buildForm: BuildForm, kinds: readonly TopicKind[]): RestrictedAction | null => {
  const forbidden = forbiddenFor(buildForm)
  for (const kind of kinds) {
    const action = TOPIC_ACTIONS[kind]
    if (action !== undefined && forbidden.includes(action)) return action
  }
  return null
}
