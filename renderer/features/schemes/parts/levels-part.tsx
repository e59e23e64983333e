import { Button, Input } from 'antd'
import { schemesText } from '../../../../shared/i18n/zh-CN/schemes.ts'
import type { SchemeContent } from '../../../../shared/model/scheme.ts'
import { Card } from '../../../components/card.tsx'
import { RowList } from '../../../components/row-list.tsx'
import { changeScheme, type Editing } from '../editing.ts'
import { ChoiceItem, NumberItem, WholeItem } from '../fields/items.tsx'
import { GatesCard } from './gates-card.tsx'

const text = schemesText.levels
const nothing = (): void => undefined
export type Levels = NonNullable<SchemeContent['scheme']['stars']>
type Which = 'stars' | 'annual'

/** 最常见的五级,照着改。 */
const COMMON: Levels = { levels: [60, 70, 80, 90].map((min, index) => ({ star: index + 2, min })), quotaScope: 'category', quotaBase: 'assessed', quotaTie: 'include' }

const LevelRows = ({ editing, levels, onLevels }: { readonly editing: Editing; readonly levels: Levels['levels']; readonly onLevels: (levels: Levels['levels']) => void }) => {
  const { body, readOnly: disabled, change } = editing
  const texts = body.texts.levels ?? []
  const setText = (star: number, patch: Partial<(typeof texts)[number]>): void =>
    change((before) => {
      const all = before.texts.levels ?? []
      const own = all.find((level) => level.star === star) ?? { star, name: '', authority: '', tier: '' }
      return { ...before, texts: { ...before.texts, levels: [...all.filter((level) => level.star !== star), { ...own, ...patch }].toSorted((a, b) => a.star - b.star) } }
    })
  return (
    <RowList
      rows={levels}
      disabled={disabled}
      maximum={9}
      addLabel={text.add}
      removeLabel={text.remove}
      className="scheme-star"
      newRow={() => ({ star: Math.min(9, (levels.at(-1)?.star ?? 0) + 1), min: (levels.at(-1)?.min ?? 60) as string | number })}
      onLeave={nothing}
      onChange={onLevels}
    >
      {(row, set, ordinal) => {
        const own = texts.find(({ star }) => star === row.star)
        return (
          <>
            <WholeItem compact label={text.star} value={row.star} most={9} disabled={disabled} onChange={(star) => set({ star: Math.max(1, star ?? 1) })} />
            <NumberItem compact label={text.min} value={row.min} disabled={disabled} onChange={(min) => set({ min: min ?? 0 })} />
            <Input aria-label={`${text.name} ${ordinal}`} placeholder={text.namePlaceholder(row.star)} value={own?.name ?? ''} maxLength={20} disabled={disabled} onChange={(event) => setText(row.star, { name: event.target.value })} />
            <Input aria-label={`${text.authority} ${ordinal}`} placeholder={text.authority} value={own?.authority ?? ''} maxLength={40} disabled={disabled} onChange={(event) => setText(row.star, { authority: event.target.value })} />
            <Input aria-label={`${text.tier} ${ordinal}`} placeholder={text.tier} value={own?.tier ?? ''} maxLength={20} disabled={disabled} onChange={(event) => setText(row.star, { tier: event.target.value })} />
          </>
        )
      }}
    </RowList>
  )
}

const QuotaCard = ({ config, disabled, onChange }: { readonly config: Levels; readonly disabled: boolean; readonly onChange: (patch: Partial<Levels>) => void }) => (
  <Card title={text.quota}>
    <p className="meta">{text.quotaNote}</p>
    <RowList rows={config.quota ?? []} disabled={disabled} maximum={9} addLabel={text.addQuota} removeLabel={text.removeQuota} className="scheme-star" newRow={() => ({ star: config.levels.at(-1)?.star ?? 5, pct: '15%' as string | number | null, rounding: 'floor' as const })} onLeave={nothing} onChange={(quota) => onChange({ quota })}>
      {(row, set) => (
        <>
          <WholeItem compact label={text.quotaStar} value={row.star} most={9} disabled={disabled} onChange={(star) => set({ star: Math.max(1, star ?? 1) })} />
          <NumberItem compact label={text.quotaPct} value={row.pct} disabled={disabled} onChange={(pct) => set({ pct })} />
          <WholeItem compact label={text.quotaCount} value={row.count} most={9999} disabled={disabled} onChange={(count) => set({ count })} />
          <WholeItem compact label={text.quotaMin} value={row.min} disabled={disabled} onChange={(min) => set({ min })} />
          <ChoiceItem compact label={text.quotaRounding} value={row.rounding ?? 'floor'} words={text.quotaRoundings} disabled={disabled} onChange={(rounding) => set({ rounding })} />
        </>
      )}
    </RowList>
    <div className="scheme-grid">
      <ChoiceItem label={text.quotaScope} value={config.quotaScope ?? 'category'} words={text.quotaScopes} disabled={disabled} onChange={(quotaScope) => onChange({ quotaScope })} />
      <ChoiceItem label={text.quotaBase} value={config.quotaBase ?? 'assessed'} words={text.quotaBases} disabled={disabled} onChange={(quotaBase) => onChange({ quotaBase })} />
      <ChoiceItem label={text.quotaTie} value={config.quotaTie ?? 'include'} words={text.quotaTies} disabled={disabled} onChange={(quotaTie) => onChange({ quotaTie })} />
    </div>
  </Card>
)

/** 季度星级或年度等次:各级、门槛、升降、名额。 */
export const LevelsPart = ({ editing, which }: { readonly editing: Editing; readonly which: Which }) => {
  const { body, categories, readOnly: disabled } = editing
  const config = body.scheme[which]
  const set = (patch: Partial<Levels>): void => changeScheme(editing, { [which]: { ...(config ?? COMMON), ...patch } })
  if (config === null || config === undefined)
    return (
      <Card title={schemesText.editor.tabs[which]}>
        <p>{which === 'stars' ? text.noneNote : text.noneAnnualNote}</p>
        {!disabled && <Button onClick={() => set({})}>{text.start}</Button>}
      </Card>
    )
  return (
    <>
      <Card title={text.list} extra={!disabled && <Button onClick={() => changeScheme(editing, { [which]: null })}>{text.stop}</Button>}>
        <p className="meta">{text.note}</p>
        <LevelRows editing={editing} levels={config.levels} onLevels={(levels) => set({ levels })} />
        <fieldset className="scheme-set">
          <legend>{text.minByCategory}</legend>
          {config.levels.map((level, index) => (
            <div key={level.star} className="scheme-grid">
              <span className="scheme-label">{schemesText.starWord(level.star)}</span>
              {categories.map(({ code, name }) => (
                <NumberItem
                  key={code}
                  compact
                  label={name}
                  value={level.minByCategory?.[code]}
                  disabled={disabled}
                  onChange={(value) => {
                    const { [code]: _dropped, ...rest } = level.minByCategory ?? {}
                    set({ levels: config.levels.map((one, other) => (other === index ? { ...one, minByCategory: value === null ? rest : { ...rest, [code]: value } } : one)) })
                  }}
                />
              ))}
            </div>
          ))}
        </fieldset>
        {which === 'stars' && (
          <div className="scheme-grid">
            <WholeItem label={text.maxStep} hint={text.noLimit} value={config.promotion?.maxStep} most={9} disabled={disabled} onChange={(maxStep) => set({ promotion: { ...config.promotion, maxStep: maxStep === 0 ? null : maxStep } })} />
            <WholeItem label={text.maxDrop} hint={text.noLimit} value={config.promotion?.maxDrop} most={9} disabled={disabled} onChange={(maxDrop) => set({ promotion: { ...config.promotion, maxDrop } })} />
          </div>
        )}
      </Card>
      <GatesCard editing={editing} which={which} gates={config.gates ?? []} onChange={(gates) => set({ gates })} />
      <QuotaCard config={config} disabled={disabled} onChange={set} />
    </>
  )
}
