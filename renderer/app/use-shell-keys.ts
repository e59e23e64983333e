import { useEffect } from 'react'
import { isImeKey } from '../components/ime.ts'
import { useNavigation } from '../platform/navigation.ts'
import { lockScreen } from './leave.ts'
import { useNavEntries } from './nav-menu.tsx'

const FOCUSABLE = 'button:not([disabled]), input:not([disabled]), textarea:not([disabled]), [tabindex="0"], a[href]'

/** F6 在导航、页头、内容之间走;Shift 反向。 */
const moveBetweenRegions = (backwards: boolean): void => {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region].shell-bar, [data-region].shell-nav, .page-head, .page-body')]
  const current = regions.findIndex((region) => region.contains(document.activeElement))
  const step = backwards ? -1 : 1
  for (let tried = 1; tried <= regions.length; tried++) {
    const region = regions[(current + step * tried + regions.length * 2) % regions.length]
    const target = region?.querySelector<HTMLElement>(region.classList.contains('shell-nav') ? '[aria-current="page"]' : FOCUSABLE)
    if (target === null || target === undefined) continue
    target.focus()
    return
  }
}

/** 外框的快捷键:Alt+1…9 换页,F6 换区,Ctrl+L 锁屏。组字时都不响应。 */
export const useShellKeys = (): void => {
  const go = useNavigation((navigation) => navigation.go)
  const entries = useNavEntries()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (isImeKey(event)) return
      if (event.altKey && !event.ctrlKey && /^Digit[1-9]$/.test(event.code)) {
        const entry = entries[Number(event.code.slice(5)) - 1]
        if (entry === undefined) return
        event.preventDefault()
        go(entry.place)
      } else if (event.ctrlKey && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'l') {
        event.preventDefault()
        void lockScreen()
      } else if (event.key === 'F6') {
        event.preventDefault()
        moveBetweenRegions(event.shiftKey)
      }
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [go, entries])
}
