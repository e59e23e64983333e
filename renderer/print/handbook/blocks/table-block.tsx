import { handbookPrintText } from '../../../../shared/i18n/zh-CN/handbook-print.ts'
import type { VolumeBlock } from '../../../../shared/model/volume.ts'
import { crowdedColumns } from '../../../../shared/util/crowded-columns.ts'
import { columnShares } from './column-shares.ts'
import { Lines } from './fields-block.tsx'

/** 表:内容之后补空行供手写;一行也没有的第一行印「无」。 */
export const TableBlock = ({ block, continued }: { readonly block: Extract<VolumeBlock, { kind: 'table' }>; readonly continued: boolean }) => {
  const { columns, rows, blankRows = 0, rowHeight } = block
  const emptyWord = block.emptyWord ?? (blankRows > 0 ? '' : handbookPrintText.none)
  const crowded = crowdedColumns(block)
  const height = rowHeight === undefined ? undefined : { height: `${rowHeight}mm` }
  return (
    <table className={continued ? 'continued listing' : 'listing'}>
      <colgroup>
        {columnShares(columns.map(({ width }) => width)).map((width, index) => (
          <col key={index} style={{ width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(({ label }, index) => (
            <th key={index} className={crowded.heads ? 'small' : ''}>
                {label}
              </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index} style={height}>
            {columns.map(({ align }, column) => {
              const value = row[column] ?? ''
              return (
                <td key={column} className={[align === 'left' ? 'text' : align === 'right' ? 'number' : '', crowded.columns[column] === true ? 'small' : ''].join(' ').trim()}>
                  <Lines value={value} />
                </td>
              )
            })}
          </tr>
        ))}
        {rows.length === 0 && emptyWord !== '' && (
          <tr style={height}>
            <td colSpan={columns.length}>{emptyWord}</td>
          </tr>
        )}
        {Array.from({ length: blankRows }, (_unused, index) => (
          <tr key={`blank-${index}`} style={height}>
            {columns.map((_column, cell) => (
              <td key={cell} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
