import { sectionsText } from '../../shared/i18n/zh-CN/sections.ts'
import { useNavigation, type Place } from '../platform/navigation.ts'
import { SECTIONS, type SectionGroup } from '../platform/sections.ts'
import { mayCall, useSession } from '../platform/session.ts'
import './section-nav.css'

/**
 * 一个导航入口下面的各页:放在页头之下,一行文字链接。
 *
 * 只列现在的人用得到的;只有一页时不显示。
 */
export const SectionNav = ({ group, current }: { readonly group: SectionGroup; readonly current: Place['screen'] }) => {
  const go = useNavigation((navigation) => navigation.go)
  const session = useSession((state) => state.session)
  const shown = SECTIONS[group].filter(({ needs }) => mayCall(session, needs))
  if (shown.length < 2) return null
  return (
    <nav className="section-nav" aria-label={sectionsText.label}>
      {shown.map(({ place }) => (
        <button key={place.screen} type="button" aria-current={place.screen === current ? 'page' : undefined} onClick={() => go(place)}>
          {sectionsText[group][place.screen as keyof (typeof sectionsText)[typeof group]]}
        </button>
      ))}
    </nav>
  )
}
