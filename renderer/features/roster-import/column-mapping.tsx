import { rosterImportScreenText as text } from '../../../shared/i18n/zh-CN/roster-import-screen.ts'
import type { ImportPreview } from '../../../shared/model/roster-import.ts'

/** 列名对照:平时收着;有不用的列时也只是说明,不拦。 */
export const ColumnMapping = ({ columns }: { readonly columns: ImportPreview['columns'] }) => {
  const unused = columns.filter((column) => column.field === null).length
  return (
    <details className="import-mapping">
      <summary>{text.mapping(columns.length - unused, unused)}</summary>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- 会滚动的一块,要让键盘够得着 */}
      <div className="import-mapping-list" role="region" aria-label={text.mapping(columns.length - unused, unused)} tabIndex={0}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{text.mappingColumns.sheet}</th>
              <th scope="col">{text.mappingColumns.header}</th>
              <th scope="col">{text.mappingColumns.field}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map((column, index) => (
              <tr key={`${column.sheet} ${index}`}>
                <td>{column.sheet}</td>
                <td>{column.header}</td>
                <td>{column.field === null ? text.unusedColumn : (text.fields[column.field] ?? column.field)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
