import type { VolumeBlock } from '../../../../shared/model/volume.ts'
import { columnShares } from './column-shares.ts'

/** 一格里的几行。 */
export const Lines = ({ value }: { readonly value: string }) =>
  value.split('\n').map((line, index) => (
    <span key={index} className="cell-line">
      {line}
    </span>
  ))

/** 项目表:「名称、值」一行一对或两对。 */
export const FieldsBlock = ({ block, continued }: { readonly block: Extract<VolumeBlock, { kind: 'fields' }>; readonly continued: boolean }) => (
  <table className={continued ? 'tall continued' : 'tall'}>
    <colgroup>
      {columnShares(block.widths.filter((width) => width > 0)).map((width, index) => (
        <col key={index} style={{ width }} />
      ))}
    </colgroup>
    <tbody>
      {block.rows.map(([label, value, label2, value2], row) => (
        <tr key={row}>
          <th>{label}</th>
          <td colSpan={label2 === undefined ? 3 : 1} className={value.includes('\n') || value.length > 40 ? 'text' : ''}>
            <Lines value={value} />
          </td>
          {label2 !== undefined && (
            <>
              <th>{label2}</th>
              <td>
                <Lines value={value2 ?? ''} />
              </td>
            </>
          )}
        </tr>
      ))}
    </tbody>
  </table>
)
