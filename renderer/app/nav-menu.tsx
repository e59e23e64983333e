import { useMemo } from 'react'
import type { Procedure } from '../../shared/contract/define.ts'
import { contract } from '../../shared/contract/index.ts'
import { shellText } from '../../shared/i18n/zh-CN/shell.ts'
import type { SessionState } from '../../shared/model/workspace.ts'
import { useNavigation, type Place } from '../platform/navigation.ts'
import { SECTIONS } from '../platform/sections.ts'
import { mayCall, useSession } from '../platform/session.ts'

interface NavEntry {
  readonly key: Exclude<keyof typeof shellText.nav, 'label'>
  readonly place: Place
  /** 属于这个入口的各页。 */
  readonly screens: readonly Place['screen'][]
  /** 这一页离不开的调用:没有它的角色就不列这个入口;谁都能看的没有。 */
  readonly needs?: Procedure
}

/** 次序即 Alt+1…9 的次序;只列已经有的入口。 */
export const NAV_ENTRIES: readonly NavEntry[] = [
  { key: 'home', place: { screen: 'home' }, screens: ['home'], needs: contract.meetings.yearOverview },
  { key: 'handbook', place: { screen: 'handbook' }, screens: ['meeting', ...SECTIONS.handbook.map(({ place }) => place.screen)], needs: contract.meetings.yearOverview },
  { key: 'members', place: { screen: 'members' }, screens: ['development-person', ...SECTIONS.members.map(({ place }) => place.screen)], needs: contract.members.list },
  { key: 'organisations', place: { screen: 'organisations' }, screens: SECTIONS.organisations.map(({ place }) => place.screen), needs: contract.organisations.tree },
  { key: 'evaluation', place: { screen: 'evaluation' }, screens: ['score-sheet', 'portrait', 'scheme', ...SECTIONS.evaluation.map(({ place }) => place.screen)], needs: contract.evaluation.periodOverview },
  { key: 'print', place: { screen: 'print' }, screens: ['print'], needs: contract.print.handbook },
  { key: 'safety', place: { screen: 'safety' }, screens: ['safety'] },
  { key: 'about', place: { screen: 'about' }, screens: ['about'] },
]

const entriesFor = (session: SessionState): readonly NavEntry[] => NAV_ENTRIES.filter(({ needs }) => needs === undefined || mayCall(session, needs))
/** 现在的人看得到的入口;次序即快捷键。 */
export const useNavEntries = (): readonly NavEntry[] => {
  const session = useSession((state) => state.session)
  return useMemo(() => entriesFor(session), [session])
}
/** 登录后先到哪一页:办业务的到首页,三员到各自的第一个入口。 */
export const landingPlace = (session: SessionState): Place => entriesFor(session)[0]?.place ?? { screen: 'about' }

export const NavMenu = () => {
  const entries = useNavEntries()
  const place = useNavigation((navigation) => navigation.place)
  const go = useNavigation((navigation) => navigation.go)
  return (
    <nav className="shell-nav" aria-label={shellText.nav.label} data-region>
      {entries.map((entry, index) => (
        <button key={entry.key} type="button" aria-current={entry.screens.includes(place.screen) ? 'page' : undefined} aria-keyshortcuts={`Alt+${index + 1}`} onClick={() => go(entry.place)}>
          <span>{shellText.nav[entry.key]}</span>
          <kbd aria-hidden="true">{index + 1}</kbd>
        </button>
      ))}
    </nav>
  )
}
