// 可复现的伪随机数:32 位 xorshift(13、17、5),从种子开始,每次推进一步。没有别的随机来源。
export type Draw = () => number

/** 返回 0..2^32-1 的整数。 */
export function createDraws(seed: number): Draw {
  let x = seed >>> 0
  return () => {
    x ^= x << 13
    x ^= x >>> 17
    x ^= x << 5
    x >>>= 0
    return x
  }
}
