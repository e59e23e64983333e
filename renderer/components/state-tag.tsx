import { Icon, type IconName } from './icon.tsx'

export type StateTone = 'done' | 'doing' | 'todo' | 'overdue' | 'warning' | 'not_applicable' | 'locked' | 'returned'

const ICONS: Record<StateTone, IconName> = { done: 'tick', doing: 'half', todo: 'ring', overdue: 'alert', warning: 'alert', not_applicable: 'dash', locked: 'lock', returned: 'back' }

/** 状态:图标加文字,从不只靠颜色(黑白打印、色觉差异都认得)。 */
export const StateTag = ({ tone, word }: { readonly tone: StateTone; readonly word: string }) => (
  <span className="state-tag" data-tone={tone}>
    <Icon name={ICONS[tone]} />
    {word}
  </span>
)
