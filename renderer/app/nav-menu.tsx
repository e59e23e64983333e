import { shellText } from '../../shared/i18n/zh-CN/shell.ts'
import { useNavigation, type Place } from '../platform/navigation.ts'

interface NavEntry {
  readonly key: Exclude<keyof typeof shellText.nav, 'label'>
  readonly place: Place
  /** 属于这个入口的各页。 */
  readonly screens: readonly Place['screen'][]
}

/** 次序即 Alt+1…9 的次序;只列已经有的入口。 */
export const NAV_ENTRIES: readonly NavEntry[] = [
  { key: 'home', place: { screen: 'home' }, screens: ['home'] },
  { key: 'handbook', place: { screen: 'handbook' }, screens: ['handbook', 'meeting'] },
  { key: 'members', place: { screen: 'members' }, screens: ['members', 'roster-import'] },
  { key: 'organisations', place: { screen: 'organisations' }, screens: ['organisations'] },
  { key: 'evaluation', place: { screen: 'evaluation' }, screens: ['evaluation', 'score-sheet', 'portrait'] },
  { key: 'print', place: { screen: 'print' }, screens: ['print'] },
  { key: 'about', place: { screen: 'about' }, screens: ['about'] },
]

export const NavMenu = () => {
  const place = useNavigation((navigation) => navigation.place)
  const go = useNavigation((navigation) => navigation.go)
  return (
    <nav className="shell-nav" aria-label={shellText.nav.label} data-region>
      {NAV_ENTRIES.map((entry, index) => (
        <button key={entry.key} type="button" aria-current={entry.screens.includes(place.screen) ? 'page' : undefined} aria-keyshortcuts={`Alt+${index + 1}`} onClick={() => go(entry.place)}>
          <span>{shellText.nav[entry.key]}</span>
          <kbd aria-hidden="true">{index + 1}</kbd>
        </button>
      ))}
    </nav>
  )
}
