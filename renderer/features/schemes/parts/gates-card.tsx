import { Input } from 'antd'
import { schemesText } from '../../../../shared/i18n/zh-CN/schemes.ts'
import type { SchemeGate } from '../../../../shared/model/scheme.ts'
import { Card } from '../../../components/card.tsx'
import { RowList } from '../../../components/row-list.tsx'
import { freeCode, type Editing } from '../editing.ts'
import { ChoiceItem, ManyItem, NumberItem, WholeItem } from '../fields/items.tsx'

const text = schemesText.levels
const nothing = (): void => undefined
const { quarters_star: quartersStar, no_quarter_below: noQuarterBelow, prev_star: previousStar, ...common } = text.gateTypes
/** 上一季的星只在季度里有;几个季度的星只在年度里有。 */
const GATE_TYPES = { stars: { ...common, prev_star: previousStar }, annual: { ...common, quarters_star: quartersStar, no_quarter_below: noQuarterBelow } } as Readonly<Record<'stars' | 'annual', Readonly<Record<SchemeGate['type'], string>>>>

/** 分数够了以后还要过的门槛。 */
export const GatesCard = ({ editing, which, gates, onChange }: { readonly editing: Editing; readonly which: 'stars' | 'annual'; readonly gates: readonly SchemeGate[]; readonly onChange: (gates: SchemeGate[]) => void }) => {
  const { body, readOnly: disabled, change } = editing
  const dims = body.scheme.dimensions.map(({ id }) => ({ value: id, label: body.texts.dimensions[id] ?? id }))
  const indicators = Object.fromEntries(body.scheme.indicators.filter(({ kind }) => kind === 'base' || kind === 'special').map(({ id }) => [id, body.texts.indicators[id]?.name ?? id]))
  const flags = body.texts.flags ?? {}
  const start = (type: SchemeGate['type'], star: number): SchemeGate => {
    switch (type) {
      case 'dim_ratio':
        return { type, star, min: '60%' }
      case 'dims_below':
        return { type, star, below: '60%', max: 0 }
      case 'indicator':
        return { type, star, id: Object.keys(indicators)[0] ?? 'ZB-01', min: '60%' }
      case 'max_deductions':
        return { type, star, max: 2 }
      case 'prev_star':
        return { type, star, min: Math.max(0, star - 1) }
      case 'flag':
        return { type, star, flag: Object.keys(flags)[0] ?? 'F01' }
      case 'quarters_star':
        return { type, star, star_level: star, atLeast: 2 }
      case 'no_quarter_below':
        return { type, star, star_level: Math.max(0, star - 1) }
    }
  }
  const nameFlag = (code: string, name: string): void => change((before) => ({ ...before, texts: { ...before.texts, flags: { ...before.texts.flags, [code]: name } } }))
  return (
    <Card title={text.gates}>
      <p className="meta">{text.gatesNote}</p>
      <RowList rows={gates.map((gate) => ({ gate }))} disabled={disabled} maximum={40} addLabel={text.addGate} removeLabel={text.removeGate} className="scheme-gate" newRow={() => ({ gate: start('dim_ratio', 4) })} onLeave={nothing} onChange={(rows) => onChange(rows.map(({ gate }) => gate))}>
        {({ gate }, set, ordinal) => (
          <>
            <WholeItem compact label={text.gateStar} value={gate.star} most={9} disabled={disabled} onChange={(star) => set({ gate: { ...gate, star: star ?? 0 } })} />
            <ChoiceItem compact label={text.gates} value={gate.type} words={GATE_TYPES[which]} disabled={disabled} onChange={(type) => set({ gate: start(type, gate.star) })} />
            {(gate.type === 'dim_ratio' || gate.type === 'indicator') && <NumberItem compact label={text.gateMin} value={gate.min} disabled={disabled} onChange={(min) => set({ gate: { ...gate, min: min ?? 0 } })} />}
            {gate.type === 'dims_below' && (
              <>
                <NumberItem compact label={text.gateMin} value={gate.below} disabled={disabled} onChange={(below) => set({ gate: { ...gate, below: below ?? 0 } })} />
                <WholeItem compact label={text.gateMax} value={gate.max} most={40} disabled={disabled} onChange={(max) => set({ gate: { ...gate, max: max ?? 0 } })} />
              </>
            )}
            {(gate.type === 'dim_ratio' || gate.type === 'dims_below') && <ManyItem label={text.gateDims} value={gate.dims ?? []} options={dims} disabled={disabled} onChange={(chosen) => set({ gate: { ...gate, dims: chosen.length === 0 ? null : chosen } })} />}
            {gate.type === 'indicator' && <ChoiceItem compact label={text.gateIndicator} value={gate.id} words={indicators} disabled={disabled} onChange={(id) => set({ gate: { ...gate, id } })} />}
            {gate.type === 'max_deductions' && <NumberItem compact label={text.gatePoints} value={gate.max} disabled={disabled} onChange={(max) => set({ gate: { ...gate, max: max ?? 0 } })} />}
            {gate.type === 'prev_star' && <WholeItem compact label={text.gateStarLevel} value={gate.min} most={9} disabled={disabled} onChange={(min) => set({ gate: { ...gate, min: min ?? 0 } })} />}
            {gate.type === 'quarters_star' && (
              <>
                <WholeItem compact label={text.gateQuarters} value={gate.atLeast} most={4} disabled={disabled} onChange={(atLeast) => set({ gate: { ...gate, atLeast: Math.max(1, atLeast ?? 1) } })} />
                <WholeItem compact label={text.gateStarLevel} value={gate.star_level} most={9} disabled={disabled} onChange={(level) => set({ gate: { ...gate, star_level: level ?? 0 } })} />
              </>
            )}
            {gate.type === 'no_quarter_below' && <WholeItem compact label={text.gateStarLevel} value={gate.star_level} most={9} disabled={disabled} onChange={(level) => set({ gate: { ...gate, star_level: level ?? 0 } })} />}
            {gate.type === 'flag' && (
              <Input
                aria-label={`${text.gateFlag} ${ordinal}`}
                placeholder={text.gateFlagNew}
                value={flags[gate.flag] ?? ''}
                maxLength={40}
                disabled={disabled}
                onFocus={() => {
                  // 第一次写名称时给它一个代码。
                  if (flags[gate.flag] === undefined) set({ gate: { ...gate, flag: freeCode('F', Object.keys(flags)) } })
                }}
                onChange={(event) => nameFlag(gate.flag, event.target.value)}
              />
            )}
          </>
        )}
      </RowList>
    </Card>
  )
}
