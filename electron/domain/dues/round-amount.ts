import type { Rounding } from '../../../shared/model/dues.ts'

const UNIT_FEN: Readonly<Record<Rounding['unit'], number>> = { fen: 1, jiao: 10, yuan: 100 }
/** 比例是万分之几。 */
const WHOLE = 10_000

/**
 * 基数 × 比例,取整到分、角、元。规定没有写怎么取整,缺省到分四舍五入(拟制)。
 * 全程整数:一百亿分乘一万仍在安全范围内的部分用 BigInt 保底。
 */
export const roundAmount = (baseFen: number, basisPoints: number, { unit, mode }: Rounding): number => {
  const exact = BigInt(baseFen) * BigInt(basisPoints)
  const step = BigInt(WHOLE * UNIT_FEN[unit])
  const whole = exact / step
  const rest = exact % step
  const up = mode === 'up' ? rest > 0n : mode === 'down' ? false : rest * 2n >= step
  return Number(whole + (up ? 1n : 0n)) * UNIT_FEN[unit]
}
