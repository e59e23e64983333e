/** 可重复的随机数:同一个种子总得到同一串,示例企业每次造出来都一样。 */
export interface SeededRandom {
  /** 0(含)到 1(不含)。 */
  next(): number
  /** 0 到 limit - 1 的整数。 */
  below(limit: number): number
  pick<T>(items: readonly T[]): T
  /** 以 probability 的机会为真。 */
  chance(probability: number): boolean
  /** 不重复地取几个,次序随机。 */
  sample<T>(items: readonly T[], count: number): T[]
}

/** mulberry32:32 位状态,够示例数据用。 */
export const createSeededRandom = (seed: number): SeededRandom => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  const pick = <T>(items: readonly T[]): T => {
    const item = items[below(items.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }
  return {
    next,
    below,
    pick,
    chance: (probability) => next() < probability,
    sample: (items, count) => {
      const rest = [...items]
      return Array.from({ length: Math.min(count, rest.length) }, () => rest.splice(below(rest.length), 1)).flat()
    },
  }
}
