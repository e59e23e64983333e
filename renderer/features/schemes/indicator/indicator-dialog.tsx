import { useState } from 'react'
import { schemesText } from '../../../../shared/i18n/zh-CN/schemes.ts'
import type { SchemeContent, SchemeIndicator } from '../../../../shared/model/scheme.ts'
import { ConfirmButton } from '../../../components/confirm-button.tsx'
import { FormDialog } from '../../../components/form-dialog.tsx'
import { useSubmit } from '../../../components/use-submit.ts'
import { ChoiceItem, TextItem } from '../fields/items.tsx'
import type { Editing } from '../editing.ts'
import { EventFields } from './event-fields.tsx'
import { RegularFields } from './regular-fields.tsx'
import { VetoFields } from './veto-fields.tsx'

export type IndicatorTexts = SchemeContent['texts']['indicators'][string]
export interface IndicatorForm {
  readonly editing: Editing
  readonly indicator: SchemeIndicator
  readonly texts: IndicatorTexts
  set(patch: Partial<SchemeIndicator>): void
  setTexts(patch: Partial<IndicatorTexts>): void
}

interface IndicatorDialogProps {
  readonly editing: Editing
  readonly indicator: SchemeIndicator
  readonly isNew: boolean
  readonly onClose: () => void
  readonly onRemove: () => void
  readonly onDone: (indicator: SchemeIndicator, texts: IndicatorTexts) => void
}

const text = schemesText.indicator
const CODE = /^[A-Za-z0-9_.-]{1,40}$/
const REGULAR_KINDS = { base: schemesText.kinds.base, special: schemesText.kinds.special }
const EVENT_KINDS = { bonus: schemesText.kinds.bonus, deduct: schemesText.kinds.deduct, veto: schemesText.kinds.veto }

/** 换了种类,不再用得着的都去掉,免得留在方案里看不见。 */
const asKind = (indicator: SchemeIndicator, kind: SchemeIndicator['kind']): SchemeIndicator => {
  if (kind === 'base' || kind === 'special') return { ...indicator, kind }
  const { id, categories } = indicator
  const kept = { id, kind, ...(categories === undefined ? {} : { categories }) }
  if (kind === 'veto') return { ...kept, effects: indicator.effects ?? [] }
  return { ...kept, per: indicator.per ?? null, ...(indicator.levels === undefined ? {} : { levels: indicator.levels }), ...(indicator.cap === undefined ? {} : { cap: indicator.cap }) }
}

/** 改一个指标:名称、标准,再按种类各填各的。按「好了」才算数。 */
export const IndicatorDialog = ({ editing, indicator: given, isNew, onClose, onRemove, onDone }: IndicatorDialogProps) => {
  const submit = useSubmit()
  const [indicator, setIndicator] = useState(given)
  const [texts, setAllTexts] = useState<IndicatorTexts>(editing.body.texts.indicators[given.id] ?? { name: '', wording: '', evidence: '' })
  const [asked, setAsked] = useState(false)
  const { readOnly } = editing
  const isRegular = indicator.kind === 'base' || indicator.kind === 'special'
  const taken = editing.body.scheme.indicators.some(({ id }) => id === indicator.id && id !== (isNew ? '' : given.id))
  const codeError = !CODE.test(indicator.id) ? text.codeBad : taken ? text.codeTaken : undefined
  const nameError = asked && texts.name.trim() === '' ? text.nameMissing : undefined
  const form: IndicatorForm = {
    editing,
    indicator,
    texts,
    set: (patch) => setIndicator((before) => ({ ...before, ...patch })),
    setTexts: (patch) => setAllTexts((before) => ({ ...before, ...patch })),
  }
  const confirm = (): void => {
    setAsked(true)
    if (readOnly) onClose()
    else if (codeError === undefined && texts.name.trim() !== '') onDone(indicator, texts)
  }
  return (
    <FormDialog open title={isNew ? text.addTitle : text.title(texts.name)} confirmLabel={text.confirm} submit={submit} onConfirm={confirm} onClose={onClose} width={980}>
      <div className="scheme-dialog">
        <div className="scheme-grid">
          <TextItem label={text.name} required error={nameError} value={texts.name} max={80} disabled={readOnly} className="scheme-wide" onChange={(name) => form.setTexts({ name })} />
          <TextItem label={text.code} hint={text.codeHint} error={codeError} value={indicator.id} max={40} disabled={readOnly} onChange={(id) => form.set({ id })} />
          {isRegular ? (
            <ChoiceItem label={text.kind} value={indicator.kind as keyof typeof REGULAR_KINDS} words={REGULAR_KINDS} disabled={readOnly} onChange={(kind) => form.set({ kind })} />
          ) : (
            <ChoiceItem label={text.kind} value={indicator.kind as keyof typeof EVENT_KINDS} words={EVENT_KINDS} disabled={readOnly} onChange={(kind) => setIndicator((before) => asKind(before, kind))} />
          )}
          <TextItem label={text.wording} value={texts.wording} max={600} rows={2} disabled={readOnly} className="scheme-full" onChange={(wording) => form.setTexts({ wording })} />
          <TextItem label={text.evidence} value={texts.evidence} max={200} disabled={readOnly} className="scheme-wide" onChange={(evidence) => form.setTexts({ evidence })} />
          <TextItem label={text.basis} value={texts.basis ?? ''} max={200} disabled={readOnly} className="scheme-wide" onChange={(basis) => form.setTexts({ basis })} />
        </div>
        {isRegular && <RegularFields form={form} />}
        {(indicator.kind === 'bonus' || indicator.kind === 'deduct') && <EventFields form={form} />}
        {indicator.kind === 'veto' && <VetoFields form={form} />}
        {!isNew && !readOnly && <ConfirmButton danger label={text.remove} question={text.removeQuestion(texts.name)} confirmLabel={text.removeConfirm} onConfirm={onRemove} />}
      </div>
    </FormDialog>
  )
}
