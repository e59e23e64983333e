import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { firstStartText } from '../../../shared/i18n/zh-CN/first-start.ts'
import type { RefusedPassword } from '../../components/judge-new-password.ts'
import { PersonForm, type NewPerson } from './person-form.tsx'

const text = firstStartText.officers
const LAST = 2
const NOBODY = { userName: '', displayName: '', password: '' }

interface OfficersFormProps {
  readonly unitName: string
  /** 核心不收的口令是谁的;不知道是谁的为 null,三位都要重设。 */
  readonly refused: { readonly userName: string | null; readonly password: RefusedPassword } | null
  readonly busy: boolean
  /** 第一位已经填好:这时不能再改选「一个办公室」。 */
  readonly onBegun: () => void
  readonly onSubmit: (officers: readonly [NewPerson, NewPerson, NewPerson]) => void
  readonly children?: ReactNode
}

/** 三员一位一位来填:前一位填好就收起,后一位看不到(F59)。 */
export const OfficersForm = ({ unitName, refused, busy, onBegun, onSubmit, children }: OfficersFormProps) => {
  const [officers, setOfficers] = useState<readonly NewPerson[]>([NOBODY, NOBODY, NOBODY])
  const [at, setAt] = useState(0)
  const [handingOver, setHandingOver] = useState(false)
  const [seen, setSeen] = useState(refused)
  if (seen !== refused) {
    setSeen(refused)
    // 口令被退回:回到那一位;说不清是谁的,从第一位起重来。
    if (refused !== null) {
      const found = officers.findIndex(({ userName }) => userName === refused.userName)
      setAt(Math.max(found, 0))
      setHandingOver(found >= 0)
    }
  }
  const role = text.names[at] ?? ''
  const take = (person: NewPerson): void => {
    const next = officers.map((each, index) => (index === at ? person : each))
    setOfficers(next)
    const [system, security, auditor] = next
    const allFilled = next.every(({ password }) => password !== '')
    const knownOne = refused !== null && refused.userName !== null
    if ((at === LAST || (knownOne && allFilled)) && system !== undefined && security !== undefined && auditor !== undefined) onSubmit([system, security, auditor])
    else {
      onBegun()
      setAt(at + 1)
      setHandingOver(true)
    }
  }
  if (handingOver)
    return (
      <section className="first-start-hand-over">
        <h2>{text.handOver(role)}</h2>
        <p>{text.handOverNote}</p>
        <Button type="primary" size="large" autoFocus onClick={() => setHandingOver(false)}>
          {text.begin(role)}
        </Button>
      </section>
    )
  const own = officers[at] ?? NOBODY
  return (
    <section>
      <h2>{text.position(at + 1, role)}</h2>
      <p>{text.duties[at]}</p>
      <PersonForm
        key={at}
        initial={own}
        unitName={unitName}
        taken={officers.flatMap(({ userName }, index) => (index === at || userName === '' ? [] : [userName]))}
        refused={refused !== null && refused.userName === own.userName ? refused.password : null}
        busy={busy}
        submitLabel={at === LAST ? firstStartText.person.last : firstStartText.person.next}
        onSubmit={take}
      >
        {at === 0 && children}
      </PersonForm>
    </section>
  )
}
