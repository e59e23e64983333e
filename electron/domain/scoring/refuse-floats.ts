// 关口检查:输入里任何带小数的(或超出安全整数的)JSON 数都拒绝,不论它是否用得上。
import { ScoringError } from './scoring-error.ts'

export function refuseFloats(value: unknown): void {
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new ScoringError('BAD_NUMBER', String(value))
    return
  }
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const item of value) refuseFloats(item)
    return
  }
  for (const item of Object.values(value)) refuseFloats(item)
}
