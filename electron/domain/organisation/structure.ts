import type { OrganisationKind } from '../../../shared/model/organisation.ts'
import { mayBeUnder } from './parent-rules.ts'
import { segmentOn } from './timeline.ts'

interface Span<V> {
  readonly from: string
  readonly to: string | null
  readonly value: V
}
/** 一个组织的一生:哪天成立、哪天撤销,各段的类别与上级。 */
export interface OrganisationLife {
  readonly id: string
  readonly foundedOn: string | null
  readonly revokedOn: string | null
  /** 没有变过类别的为空,看 kind。 */
  readonly kinds: readonly Span<OrganisationKind>[]
  readonly kind: OrganisationKind
  readonly parents: readonly Span<string>[]
}
export interface StructureFault {
  /** 上级类别不合、上级那天不在、绕成圈、没有上级。 */
  readonly fault: 'unsuitable_parent' | 'absent_parent' | 'cycle' | 'no_parent'
  readonly id: string
  readonly parentId: string | null
  readonly day: string
}

export const kindOn = (life: OrganisationLife, day: string): OrganisationKind => segmentOn(life.kinds, day)?.value ?? life.kind
export const standsOn = ({ foundedOn, revokedOn }: OrganisationLife, day: string): boolean => (foundedOn === null || foundedOn <= day) && (revokedOn === null || revokedOn > day)
const parentOn = (life: OrganisationLife, day: string): string | undefined => segmentOn(life.parents, day)?.value
const daysOf = (life: OrganisationLife): string[] => [...life.kinds.map(({ from }) => from), ...life.parents.map(({ from }) => from), ...[life.foundedOn, life.revokedOn].filter((day) => day !== null)]

/** 往上走,又走到自己。 */
const climbsToItself = (lives: ReadonlyMap<string, OrganisationLife>, start: OrganisationLife, day: string): boolean => {
  const seen = new Set<string>()
  for (let at = parentOn(start, day); at !== undefined && !seen.has(at); ) {
    if (at === start.id) return true
    seen.add(at)
    const life = lives.get(at)
    at = life === undefined ? undefined : parentOn(life, day)
  }
  return false
}

/**
 * 变动之后,自 fromDay 起的每一天,树还成不成树。只看牵涉到的组织和它们的上下级;只有结构在变的那些日子才会出新毛病,所以只看那些日子。
 *
 * @param focus 这次变动牵涉的组织。
 * @returns 头一处不对;都对为 null。
 */
export const structureFault = (lives: ReadonlyMap<string, OrganisationLife>, focus: ReadonlySet<string>, fromDay: string): StructureFault | null => {
  const allDays = [...new Set([...lives.values()].flatMap((life) => life.parents.map(({ from }) => from)))].filter((day) => day > fromDay)
  for (const child of lives.values()) {
    const parentIds = [...new Set(child.parents.map(({ value }) => value))]
    const isFocus = focus.has(child.id)
    if (!isFocus && !parentIds.some((id) => focus.has(id))) continue
    const related = [child, ...parentIds.flatMap((id) => lives.get(id) ?? [])].flatMap(daysOf)
    for (const day of new Set([fromDay, ...related.filter((each) => each > fromDay)])) {
      if (!standsOn(child, day)) continue
      const parentId = parentOn(child, day)
      if (parentId === undefined) {
        if (child.parents.length > 0) return { fault: 'no_parent', id: child.id, parentId: null, day }
        continue
      }
      const parent = lives.get(parentId)
      if (parent === undefined || !standsOn(parent, day)) return { fault: 'absent_parent', id: child.id, parentId, day }
      if (!mayBeUnder(kindOn(child, day), kindOn(parent, day))) return { fault: 'unsuitable_parent', id: child.id, parentId, day }
    }
    if (isFocus && [fromDay, ...allDays].some((day) => climbsToItself(lives, child, day))) return { fault: 'cycle', id: child.id, parentId: null, day: fromDay }
  }
  return null
}
