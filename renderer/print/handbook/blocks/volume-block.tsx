import { handbookPrintText as text } from '../../../../shared/i18n/zh-CN/handbook-print.ts'
import type { VolumeBlock } from '../../../../shared/model/volume.ts'
import { FieldsBlock } from './fields-block.tsx'
import { PortraitBlock } from './portrait-block.tsx'
import { SignGridBlock } from './sign-grid-block.tsx'
import { TableBlock } from './table-block.tsx'

/** 大段文字:写不满的画横线供手写;长文可以跨页,框线随页补齐。 */
const ProseBlock = ({ block }: { readonly block: Extract<VolumeBlock, { kind: 'prose' }> }) => (
  <div className="prose">
    {block.label !== '' && <div className="label">{block.label}</div>}
    {block.paragraphs.map((line, index) => (
      <p key={index}>{line}</p>
    ))}
    {Array.from({ length: Math.max(0, block.lines - block.paragraphs.length) }, (_unused, index) => (
      <div key={`line-${index}`} className={block.paragraphs.length === 0 ? 'writing-line' : 'spare-line'} />
    ))}
  </div>
)

/** 一块。continued:上一块也是框,两块共用一条边。 */
export const VolumeBlockView = ({ block, continued }: { readonly block: VolumeBlock; readonly continued: boolean }) => {
  switch (block.kind) {
    case 'fields':
      return <FieldsBlock block={block} continued={continued} />
    case 'table':
      return <TableBlock block={block} continued={continued} />
    case 'sign_grid':
      return <SignGridBlock block={block} continued={continued} />
    case 'prose':
      return <ProseBlock block={block} />
    case 'signatures':
      return (
        <div className="signatures">
          {block.places.map((place) => (
            <span key={place}>
              {place}
              <span className="line" />
            </span>
          ))}
          <span>{text.meeting.signDate}</span>
        </div>
      )
    case 'seal':
      return (
        <div className="seal">
          <div className="seal-area" />
          <div className="seal-caption">{block.caption}</div>
        </div>
      )
    case 'subtitle':
      return <h4 className="subtitle">{block.text}</h4>
    case 'note':
      return <p className="legend-note">{block.text}</p>
    case 'none':
      return <p className="empty">{block.text}</p>
    case 'portrait':
      return <PortraitBlock portrait={block.portrait} chainHead={block.chainHead} />
  }
}

const BOXES: ReadonlySet<VolumeBlock['kind']> = new Set(['fields', 'table', 'sign_grid', 'prose'])
/** 前一块也是框时,两块贴着。 */
export const isContinued = (blocks: readonly VolumeBlock[], index: number): boolean => BOXES.has(blocks[index]?.kind ?? 'note') && BOXES.has(blocks[index - 1]?.kind ?? 'note')
