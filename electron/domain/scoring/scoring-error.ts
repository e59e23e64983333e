// 评分引擎的预期拒绝。只有代码和位置,给人看的句子在界面文案里。
export type ScoringErrorCode =
  | 'BAD_NUMBER'
  | 'OUT_OF_RANGE'
  | 'NO_SCHEME'
  | 'UNKNOWN_VETO'
  | 'UNKNOWN_EVENT_LEVEL'
  | 'BAD_PERIOD'

export class ScoringError extends Error {
  readonly code: ScoringErrorCode
  readonly at: string

  constructor(code: ScoringErrorCode, at: string) {
    super(`${code} at ${at}`)
    this.name = 'ScoringError'
    this.code = code
    this.at = at
  }
}
