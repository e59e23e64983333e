import { useState } from 'react'
import type { NewPeople } from '../../../shared/contract/system.contract.ts'
import { firstStartText as text } from '../../../shared/i18n/zh-CN/first-start.ts'
import { ErrorNote } from '../../components/error-note.tsx'
import type { RefusedPassword } from '../../components/judge-new-password.ts'
import { Loading } from '../../components/loading.tsx'
import { RecoveryCodes } from '../../components/recovery-codes.tsx'
import { Sheet } from '../../components/sheet.tsx'
import { api } from '../../platform/api.ts'
import { useSession } from '../../platform/session.ts'
import { useQuery, type Failure } from '../../platform/use-query.ts'
import { PeopleStep } from './people-step.tsx'
import { RecentWorkspaces } from './recent-workspaces.tsx'
import { StartChoices, type StartChoice } from './start-choices.tsx'
import { StartForm } from './start-form.tsx'
import './first-start.css'

export type { StartChoice } from './start-choices.tsx'

/** 多半只是路径写错:就在这里说,改了再试;别的去启动说明页。 */
const SAID_HERE: readonly string[] = ['STORE_NOT_FOUND', 'STORE_NOT_OURS', 'STORE_FOLDER_UNSUITABLE', 'BAD_INPUT', 'BUSY', 'UNAVAILABLE', 'CANCELLED']
const NOWHERE = { name: '', path: '' }

export interface FirstStartScreenProps {
  /** 换位置回来的:先填上没打开的那个。 */
  readonly elsewhereFrom: string | null
  readonly onOpened: () => void
  /** 打不开已有的工作区。 */
  readonly onTrouble: (failure: Failure, path: string) => void
}

interface Refused {
  readonly userName: string | null
  readonly password: RefusedPassword
}
const refusedOf = (failure: Failure, people: NewPeople): Refused => {
  const { reasons, userName } = failure.data as { readonly reasons: readonly string[]; readonly userName?: string } // 形状由契约规定
  const persons = people.setup === 'one_office' ? [people.person] : [people.system, people.security, people.auditor]
  const owner = people.setup === 'one_office' ? persons[0] : persons.find((person) => person.userName === userName)
  return { userName: owner?.userName ?? null, password: { password: owner?.password ?? '', reasons } }
}

/** 首次使用:新建(三步)、示例(默认)、打开已有。从不在这里提供删除。 */
export const FirstStartScreen = ({ elsewhereFrom, onOpened, onTrouble }: FirstStartScreenProps) => {
  const options = useQuery(api.system.startOptions, {})
  const setCeremony = useSession((session) => session.setCeremony)
  // 上次的没打开时,多半是要换个位置再打开,而不是去看示例。
  const [choice, setChoice] = useState<StartChoice>(elsewhereFrom === null ? 'sample' : 'open')
  const [byMouse, setByMouse] = useState(elsewhereFrom !== null)
  const [place, setPlace] = useState(elsewhereFrom === null ? NOWHERE : { name: '', path: elsewhereFrom })
  const [step, setStep] = useState<'place' | 'people'>('place')
  const [made, setMade] = useState<{ readonly codes: readonly string[]; readonly setup: NewPeople['setup'] } | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  /** 填好了人、只差换个位置的。 */
  const [filled, setFilled] = useState<NewPeople | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)

  const choose = (next: StartChoice, withMouse: boolean): void => {
    setChoice(next)
    setByMouse(withMouse)
    setFailure(null)
    setPlace(NOWHERE)
  }
  const openFolder = async (path: string): Promise<void> => {
    setBusy(true)
    setFailure(null)
    const result = await api.system.openWorkspace({ path })
    setBusy(false)
    if (result.ok) onOpened()
    else if (SAID_HERE.includes(result.error.code)) setFailure(result.error)
    else onTrouble(result.error, path)
  }
  const openSample = async (): Promise<void> => {
    setBusy(true)
    setFailure(null)
    const result = await api.system.openSample({})
    setBusy(false)
    if (result.ok) onOpened()
    else if (options.data === null || [...SAID_HERE, 'STORE_EXISTS', 'STORE_FULL'].includes(result.error.code)) setFailure(result.error)
    else onTrouble(result.error, options.data.samplePath)
  }
  const create = async (people: NewPeople, at: { readonly name: string; readonly path: string }): Promise<void> => {
    setBusy(true)
    setFailure(null)
    // 恢复码只给这一次:工作区一建好就会有推送,先说好留在这一页。
    setCeremony(true)
    const result = await api.system.createWorkspace({ ...at, people })
    setBusy(false)
    if (result.ok) {
      setMade({ codes: result.value.recoveryCodes, setup: people.setup })
      return
    }
    setCeremony(false)
    if (result.error.code === 'PASSWORD_WEAK') {
      setFilled(null)
      setRefused(refusedOf(result.error, people))
      setStep('people')
    } else {
      // 位置不行:换个位置就好,人不用重填。
      setFilled(people)
      setFailure(result.error)
      setStep('place')
    }
  }
  const takePlace = (at: { readonly name: string; readonly path: string }): void => {
    setPlace(at)
    setFailure(null)
    if (filled === null) setStep('people')
    else void create(filled, at)
  }
  const finish = (): void => {
    setCeremony(false)
    onOpened()
  }

  const heading = made !== null ? text.steps.codes : step === 'people' ? text.steps.people : null
  return (
    <Sheet title={text.title} note={heading ?? text.welcome} width="wide">
      {failure !== null && <ErrorNote failure={failure} />}
      {made !== null ? (
        <RecoveryCodes codes={made.codes} doneLabel={text.finish[made.setup]} onDone={finish} />
      ) : step === 'people' ? (
        <PeopleStep unitName={place.name} refused={refused} busy={busy} onBack={() => setStep('place')} onSubmit={(people) => void create(people, place)} />
      ) : (
        <>
          <StartChoices choice={choice} busy={busy} onChoose={choose} />
          {options.data === null ? (
            options.error === null ? (
              <Loading />
            ) : (
              <ErrorNote failure={options.error} onRetry={options.reload} />
            )
          ) : (
            <>
              <StartForm
                key={choice}
                choice={choice}
                options={options.data}
                initial={place}
                autoFocus={byMouse}
                busy={busy}
                onSample={() => void openSample()}
                onCreate={takePlace}
                createLabel={filled === null ? text.start.create : text.person.create}
                onOpen={(path) => void openFolder(path)}
              />
              <RecentWorkspaces recent={options.data.recent} busy={busy} onOpen={(path) => void openFolder(path)} />
            </>
          )}
        </>
      )}
    </Sheet>
  )
}
