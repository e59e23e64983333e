import type { BrowsedGroup } from '../../../shared/model/member-columns.ts'

/** 表里第几行是什么:第几个人,或哪个分组的小标题。 */
export type Placed = { readonly kind: 'person'; readonly place: number } | { readonly kind: 'group'; readonly group: BrowsedGroup; readonly open: boolean }
export interface Places {
  readonly count: number
  at(index: number): Placed
  /** 看得见的这几行里,人的次序从哪到哪。 */
  people(first: number, last: number): readonly [number, number]
}

/** 分组收起来以后,行号与人的次序怎么换算。没有分组时行号就是次序。 */
export const placesOf = (total: number, groups: readonly BrowsedGroup[], closed: ReadonlySet<string>): Places => {
  if (groups.length === 0) return { count: total, at: (place) => ({ kind: 'person', place }), people: (first, last) => [first, Math.min(last, total)] }
  const blocks: { readonly group: BrowsedGroup; readonly row: number; readonly person: number; readonly open: boolean }[] = []
  let row = 0
  let person = 0
  for (const group of groups) {
    const open = !closed.has(group.value)
    blocks.push({ group, row, person, open })
    row += 1 + (open ? group.count : 0)
    person += group.count
  }
  const blockAt = (index: number) => {
    let [low, high] = [0, blocks.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((blocks[middle]?.row ?? 0) <= index) low = middle
      else high = middle - 1
    }
    return blocks[low]
  }
  const at = (index: number): Placed => {
    const block = blockAt(index)
    if (block === undefined) return { kind: 'person', place: 0 }
    return index === block.row ? { kind: 'group', group: block.group, open: block.open } : { kind: 'person', place: block.person + index - block.row - 1 }
  }
  const personAtOrAfter = (index: number): number => {
    const block = blockAt(index)
    return block === undefined ? 0 : block.person + Math.min(Math.max(0, index - block.row - 1), block.open ? block.group.count : 0)
  }
  return { count: row, at, people: (first, last) => [personAtOrAfter(first), Math.max(personAtOrAfter(first), personAtOrAfter(last))] }
}
