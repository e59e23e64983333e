import { randomBytes } from 'node:crypto'
import { sameSecret } from './gate.ts'

const secret = (): string => randomBytes(32).toString('base64url')

/** 一次启动只有一个会话:启动码换钥匙,只换一次;换出之前任何钥匙都不认。 */
export interface LaunchSession {
  readonly code: string
  /** 启动码对且没用过就给钥匙;否则 null。 */
  exchange(code: unknown): string | null
  isKey(given: unknown): boolean
}

export const createLaunchSession = (): LaunchSession => {
  const code = secret()
  let key: string | null = null
  return {
    code,
    exchange: (given) => {
      if (key !== null || !sameSecret(given, code)) return null
      key = secret()
      return key
    },
    isKey: (given) => key !== null && sameSecret(given, key),
  }
}
