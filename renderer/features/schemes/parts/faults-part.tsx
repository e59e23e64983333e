import { Button } from 'antd'
import { describeSchemeFault } from '../../../../shared/i18n/zh-CN/scheme-faults.ts'
import { schemesText } from '../../../../shared/i18n/zh-CN/schemes.ts'
import type { SchemeDocument, SchemeFaultView } from '../../../../shared/model/scheme.ts'
import { Card } from '../../../components/card.tsx'
import { nameOfPlace, type Editing } from '../editing.ts'

const text = schemesText.editor
export type Tab = keyof typeof text.tabs

/** 毛病在哪一页改。 */
const tabOf = ({ place, code }: SchemeFaultView, { body }: Editing): Tab => {
  const indicator = body.scheme.indicators.find(({ id }) => id === place)
  if (indicator !== undefined) return indicator.kind === 'base' || indicator.kind === 'special' ? 'indicators' : 'events'
  if (body.scheme.dimensions.some(({ id }) => id === place) || place === 'dimensions') return 'dimensions'
  if (place === 'stars' || place === 'annual') return place
  if (code === 'LEVEL_ORDER' || code === 'UNKNOWN_LEVEL' || place === 'quota') return 'stars'
  if (place === 'quarter' || code === 'TIE_UNKNOWN') return 'merging'
  if (code === 'FULL_SUM' || code === 'NO_REGULAR_INDICATOR') return 'indicators'
  return 'basics'
}

/** 全部毛病,一处一句,点了就到那里。 */
export const FaultsPart = ({ editing, document, onGo }: { readonly editing: Editing; readonly document: SchemeDocument; readonly onGo: (tab: Tab, indicatorId: string | null) => void }) => {
  const nameOf = nameOfPlace(editing.body, editing.categories)
  return (
    <Card title={text.tabs.faults}>
      <p className="meta">{document.faults.length === 0 ? text.noFaults : text.faultsNote}</p>
      <ul className="scheme-faults">
        {document.faults.map((fault) => (
          <li key={`${fault.code} ${fault.place} ${fault.detail}`}>
            <span>{describeSchemeFault(fault, nameOf)}</span>
            <Button size="small" onClick={() => onGo(tabOf(fault, editing), editing.body.scheme.indicators.some(({ id }) => id === fault.place) ? fault.place : null)}>
              {text.goThere}
            </Button>
          </li>
        ))}
      </ul>
      <h3>{text.sums}</h3>
      <ul className="scheme-sums">
        {document.sums.map(({ category, name, sum }) => (
          <li key={category}>{text.sum(name, sum)}</li>
        ))}
      </ul>
    </Card>
  )
}
