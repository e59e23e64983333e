import { Button } from 'antd'
import { useSyncExternalStore } from 'react'
import { shellText } from '../../shared/i18n/zh-CN/shell.ts'
import { ConfirmButton } from '../components/confirm-button.tsx'
import { keptDrafts } from '../components/kept-drafts.ts'
import { clockTime } from '../components/save-state.tsx'
import { useNavigation } from '../platform/navigation.ts'
import { placeOfDraft } from './draft-places.ts'
import { NAV_ENTRIES } from './nav-menu.tsx'

const text = shellText.drafts

const dayAndTime = (at: number): string => {
  const date = new Date(at)
  return `${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')} ${clockTime(at)}`
}

/** 锁屏、断电、结束进程时没存上的:回来先问要不要接着写。 */
export const UnfinishedStrip = () => {
  const drafts = useSyncExternalStore(keptDrafts.subscribe, keptDrafts.unfinished)
  const go = useNavigation((navigation) => navigation.go)
  const [newest] = drafts
  if (newest === undefined) return null
  const place = placeOfDraft(newest)
  const entry = NAV_ENTRIES.find(({ screens }) => screens.includes(place.screen))
  return (
    <section className="shell-strip shell-strip-action" aria-label={text.label}>
      <span>
        {text.offer(entry === undefined ? '' : shellText.nav[entry.key], dayAndTime(newest.at))}
        {drafts.length > 1 && `，${text.more(drafts.length - 1)}`}
      </span>
      <Button onClick={() => go(place)}>{text.resume}</Button>
      <ConfirmButton label={text.drop} question={text.dropQuestion} consequence={text.dropConsequence} confirmLabel={text.dropConfirm} onConfirm={() => keptDrafts.drop(newest.key, keptDrafts.session())} />
    </section>
  )
}
