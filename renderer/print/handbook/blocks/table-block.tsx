import { handbookPrintText } from '../../../../shared/i18n/zh-CN/handbook-print.ts'
import type { VolumeBlock } from '../../../../shared/model/volume.ts'
import { Lines } from './fields-block.tsx'

/** 10.5 磅字一个字宽多少毫米;格子两边的空。 */
const EM_MILLIMETRES = 3.7
const PADDING_MILLIMETRES = 2.6
const CROWDED_LINES = 3
/** 日期、编号一类不该折行的有这么长。 */
const UNBROKEN = 11

const emsOf = (value: string): number => [...value].reduce((sum, character) => sum + (character.charCodeAt(0) < 0x2e80 ? 0.52 : 1), 0)
/** 短的折了行、长的超过三行,改用小号字。 */
const isCrowded = (value: string, width: number): boolean => {
  const needed = (emsOf(value) * EM_MILLIMETRES) / (width - PADDING_MILLIMETRES)
  return needed > (value.length <= UNBROKEN && /^[\x20-\x7e]+$/.test(value) ? 1 : CROWDED_LINES)
}

/** 表:内容之后补空行供手写;一行也没有的第一行印「无」。 */
export const TableBlock = ({ block, continued }: { readonly block: Extract<VolumeBlock, { kind: 'table' }>; readonly continued: boolean }) => {
  const { columns, rows, blankRows = 0, rowHeight } = block
  const emptyWord = block.emptyWord ?? (blankRows > 0 ? '' : handbookPrintText.none)
  // 一列里有一格挤,整列都用小号字:同一列不大不小。
  const crowded = columns.map(({ width }, column) => rows.some((row) => isCrowded(row[column] ?? '', width)))
  const height = rowHeight === undefined ? undefined : { height: `${rowHeight}mm` }
  return (
    <table className={continued ? 'continued listing' : 'listing'}>
      <colgroup>
        {columns.map(({ width }, index) => (
          <col key={index} style={{ width: `${width}mm` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(({ label }, index) => (
            <th key={index}>{label}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index} style={height}>
            {columns.map(({ align }, column) => {
              const value = row[column] ?? ''
              return (
                <td key={column} className={[align === 'left' ? 'text' : align === 'right' ? 'number' : '', crowded[column] === true ? 'small' : ''].join(' ').trim()}>
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
