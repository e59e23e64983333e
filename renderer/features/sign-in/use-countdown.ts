import { useEffect, useState } from 'react'
import { signInText } from '../../../shared/i18n/zh-CN/sign-in.ts'

const SECOND = 1000

/** 离那个时刻还有多久,每秒走一下;到了或没有为 null。 */
export const useCountdown = (until: number | null): number | null => {
  const [now, setNow] = useState(() => Date.now())
  const waiting = until !== null && until > now
  useEffect(() => {
    if (until === null) return undefined
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), SECOND)
    return () => clearInterval(timer)
  }, [until])
  return waiting ? until - now : null
}

/** 毫秒 → 「14 分 59 秒」「3 小时 20 分」。 */
export const countdownWords = (left: number): string => {
  const seconds = Math.ceil(left / SECOND)
  const minutes = Math.floor(seconds / 60)
  return minutes < 60 ? signInText.minutes(minutes, seconds % 60) : signInText.hours(Math.floor(minutes / 60), minutes % 60)
}
