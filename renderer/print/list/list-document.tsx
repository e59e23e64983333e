import { listOutputText } from '../../../shared/i18n/zh-CN/list-output.ts'
import type { ListCell, ListColumn, ListPrintModel } from '../../../shared/model/list-document.ts'
import { yuanText } from '../../../shared/util/money.ts'

const CLASSES = { text: 'text', number: 'number', date: 'date', money: 'number' } as const
const cellText = (value: ListCell, kind: ListColumn['kind']): string => (value === null ? '' : kind === 'money' && typeof value === 'number' ? yuanText(value) : String(value))

/** 一张表:标题、说明、表;表头每页重复,一行不断在两页。 */
export const ListPages = ({ model: { document, notes, unitName } }: { readonly model: ListPrintModel }) => {
  const { columns, rows, totals, signatures } = document
  const width = columns.reduce((sum, column) => sum + column.width, 0)
  const row = (cells: readonly ListCell[]) =>
    columns.map(({ kind }, index) => (
      <td key={index} className={CLASSES[kind]}>
        {cellText(cells[index] ?? null, kind)}
      </td>
    ))
  return (
    <article className="list">
      <header>
        <p className="unit">{unitName}</p>
        <h1>{document.title}</h1>
        {notes.map((note) => (
          <p key={note} className="note">
            {note}
          </p>
        ))}
      </header>
      <table>
        <colgroup>
          {columns.map((column, index) => (
            <col key={index} style={{ width: `${((column.width / width) * 100).toFixed(3)}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ label }, index) => (
              <th key={index} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, index) => (
            <tr key={index}>{row(cells)}</tr>
          ))}
          {totals !== undefined && <tr className="totals">{row(totals[0] === null ? [listOutputText.totals, ...totals.slice(1)] : totals)}</tr>}
        </tbody>
      </table>
      {signatures !== undefined && (
        <p className="signatures">
          {signatures.map((label) => (
            <span key={label}>
              {label}
              <span className="line" />
            </span>
          ))}
        </p>
      )}
    </article>
  )
}
