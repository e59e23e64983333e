interface Fingerprinted {
  readonly key: string
  readonly fingerprint: string
}

/** 同一叠的放在一起:一张,连同印在它背面的。 */
export const stacksOf = <T extends { readonly onBack: boolean }>(leaves: readonly T[]): readonly (readonly T[])[] => {
  const stacks: T[][] = []
  for (const leaf of leaves) {
    const last = stacks.at(-1)
    if (leaf.onBack && last !== undefined) last.push(leaf)
    else stacks.push([leaf])
  }
  return stacks
}

/**
 * 纸面上的一叠叠与现在的比:内容变了、换了搭配、新添的要重印;没有了的要抽掉。
 *
 * @param printed 上一次印在纸上的,依次。
 */
export const changedStacks = <T extends Fingerprinted & { readonly onBack: boolean }, P extends Fingerprinted & { readonly group: string }>(
  now: readonly T[],
  printed: readonly P[],
): { readonly changed: readonly (readonly T[])[]; readonly removed: readonly (readonly P[])[] } => {
  const before = Map.groupBy(printed, ({ group }) => group)
  const stacks = stacksOf(now)
  const same = (stack: readonly T[]): boolean => {
    const old = before.get(stack[0]?.key ?? '') ?? []
    return old.length === stack.length && stack.every(({ key, fingerprint }, index) => old[index]?.key === key && old[index].fingerprint === fingerprint)
  }
  const heads = new Set(stacks.map((stack) => stack[0]?.key))
  return { changed: stacks.filter((stack) => !same(stack)), removed: [...before].flatMap(([group, stack]) => (heads.has(group) ? [] : [stack])) }
}
