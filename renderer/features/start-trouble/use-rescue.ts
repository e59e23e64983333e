import { useState } from 'react'
import type { Failure, Outcome } from '../../platform/use-query.ts'

interface Person {
  readonly userName: string
  readonly password: string
}
export interface RescueInput extends Person {
  readonly path: string
}
export interface Rescue {
  /** 设了口令而还没确认是谁;这时要先填使用人和口令。 */
  readonly asksWho: boolean
  readonly busy: boolean
  readonly failure: Failure | null
  /** 做一步;成了返回 true。person 为刚填的,缺省用登录时输过的。 */
  run<O>(call: (input: RescueInput) => Promise<Outcome<O>>, done: (value: O) => void, person?: Person): Promise<boolean>
}

/** 这几种说明要先确认身份。 */
const WHO_FIRST: readonly string[] = ['STORE_SEALED', 'SIGN_IN_FIRST', 'PASSWORD_WRONG', 'ACCOUNT_UNKNOWN', 'ACCOUNT_BLOCKED', 'ACCOUNT_DISABLED']

/** 打不开时的几步都要带上文件夹与身份:没设口令的直接做,设了的问过一次就记住。 */
export const useRescue = (path: string, { userName, password }: Person): Rescue => {
  const [person, setPerson] = useState<Person>({ userName, password })
  const [asksWho, setAsksWho] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  return {
    asksWho,
    busy,
    failure,
    run: async (call, done, given) => {
      const who = given ?? person
      setBusy(true)
      setFailure(null)
      const result = await call({ path, ...who })
      setBusy(false)
      if (result.ok) {
        setPerson(who)
        setAsksWho(false)
        done(result.value)
        return true
      }
      const unknown = WHO_FIRST.includes(result.error.code)
      if (unknown) setAsksWho(true)
      // 第一次什么都没填就被问到,不算输错。
      if (!unknown || who.userName !== '') setFailure(result.error)
      return false
    },
  }
}
