import { Button, Checkbox, InputNumber, Radio, Select } from 'antd'
import type { OutputOf } from '../../../shared/contract/define.ts'
import type { printContract } from '../../../shared/contract/print.contract.ts'
import { printCentreText as text } from '../../../shared/i18n/zh-CN/print-centre.ts'
import { volumeSectionTitles as titles } from '../../../shared/i18n/zh-CN/volume-sections.ts'
import { yearEndText } from '../../../shared/i18n/zh-CN/year-end.ts'
import type { SectionKey } from '../../../shared/model/volume-sections.ts'

export type PrintOverview = OutputOf<typeof printContract.overview>
export const PRINT_KINDS = ['volume', 'changes', 'section', 'blanks'] as const
export type PrintKind = (typeof PRINT_KINDS)[number]

/** 打什么。 */
export interface PrintWish {
  readonly kind: PrintKind
  readonly section: SectionKey | null
  readonly blanks: readonly SectionKey[]
  readonly copies: number
  readonly filled: boolean
}
export const EMPTY_WISH: PrintWish = { kind: 'volume', section: null, blanks: [], copies: 1, filled: true }
const MAX_COPIES = 50

/** 选好了才能生成。 */
export const isReady = (wish: PrintWish, overview: PrintOverview | null): boolean =>
  wish.kind === 'section' ? wish.section !== null : wish.kind === 'blanks' ? wish.blanks.length > 0 : wish.kind === 'changes' ? (overview?.last?.changed ?? 0) > 0 : true

interface Props {
  readonly wish: PrintWish
  readonly overview: PrintOverview | null
  readonly disabled: boolean
  readonly onChange: (wish: PrintWish) => void
  readonly onSettings: (() => void) | null
  readonly onYearEnd: () => void
}

/** 左边一栏:打什么、打哪几节、几份;上次打印到哪里。 */
export const PrintChoice = ({ wish, overview, disabled, onChange, onSettings, onYearEnd }: Props) => {
  const printable = (overview?.sections ?? []).filter(({ on, leaves }) => on && leaves > 0)
  const blanks = (overview?.sections ?? []).filter(({ hasBlank }) => hasBlank)
  const last = overview?.last ?? null
  return (
    <aside className="print-choice" aria-label={text.choice}>
      <Radio.Group aria-label={text.choice} className="print-kinds" value={wish.kind} disabled={disabled} onChange={(event) => onChange({ ...wish, kind: event.target.value as PrintKind })}>
        {PRINT_KINDS.map((kind) => (
          <Radio key={kind} value={kind} disabled={disabled || (kind === 'changes' && last === null)}>
            {text.kinds[kind]}
          </Radio>
        ))}
      </Radio.Group>
      <p className="meta">{last === null ? text.neverPrinted : text.lastPrinted(new Date(last.printedAt), last.pages, last.changed)}</p>
      {wish.kind === 'section' && (
        <Select
          aria-label={text.whichSection}
          placeholder={text.whichSection}
          value={wish.section}
          onChange={(section: SectionKey) => onChange({ ...wish, section })}
          options={printable.map(({ key, leaves, drafts }) => ({ value: key, label: text.sectionOption(titles[key], leaves, drafts) }))}
        />
      )}
      {wish.kind === 'blanks' && (
        <>
          <label className="print-copies">
            {text.copies}
            <InputNumber aria-label={text.copies} min={1} max={MAX_COPIES} precision={0} value={wish.copies} onChange={(copies) => onChange({ ...wish, copies: copies ?? 1 })} />
          </label>
          <Checkbox checked={wish.filled} onChange={(event) => onChange({ ...wish, filled: event.target.checked })}>
            {text.filled}
          </Checkbox>
          <Checkbox.Group
            aria-label={text.whichBlanks}
            className="print-blanks"
            value={[...wish.blanks]}
            onChange={(chosen) => onChange({ ...wish, blanks: blanks.flatMap(({ key }) => (chosen.includes(key) ? [key] : [])) })}
            options={blanks.map(({ key }) => ({ value: key, label: titles[key] }))}
          />
        </>
      )}
      <Button onClick={onYearEnd}>{yearEndText.open}</Button>
      {onSettings !== null && <Button onClick={onSettings}>{text.settings}</Button>}
    </aside>
  )
}
