import { Button, Select } from 'antd'
import { useState } from 'react'
import { importScreenText as text } from '../../../shared/i18n/zh-CN/import-screen.ts'
import type { ImportColumn, ImportPreview } from '../../../shared/model/roster-import.ts'

interface ColumnMappingProps {
  readonly preview: ImportPreview
  readonly busy: boolean
  /** 改过之后重新核对;写完以后不能再改,不给。 */
  readonly onRemap?: (columns: readonly ImportColumn[]) => void
}
const NONE = ''

/** 列名对照:平时收着;每一列对到哪一项、导不导入,都可以改。 */
export const ColumnMapping = ({ preview, busy, onRemap }: ColumnMappingProps) => {
  const fields: Readonly<Record<string, string>> = Object.fromEntries(preview.targets.map(({ field, label }) => [field, label]))
  const [columns, setColumns] = useState<readonly ImportColumn[]>(preview.columns)
  const unused = columns.filter((column) => column.field === null).length
  const changed = columns.some((column, index) => column.field !== preview.columns[index]?.field)
  const twice = columns.find((column, index) => column.field !== null && columns.some((other, place) => place < index && other.sheet === column.sheet && other.field === column.field))
  const options = [{ value: NONE, label: text.unused }, ...preview.targets.map(({ field, label }) => ({ value: field, label }))]
  const set = (at: number, field: string): void => setColumns(columns.map((column, index) => (index === at ? { ...column, field: field === NONE ? null : field } : column)))
  return (
    <details className="import-mapping">
      <summary>
        {text.mapping(columns.length - unused, unused)}
        {preview.remembered && <span className="meta">{text.remembered}</span>}
      </summary>
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
              <tr key={`${column.sheet} ${column.index}`}>
                <td>{column.sheet}</td>
                <td>{column.header}</td>
                <td>
                  {onRemap === undefined ? (
                    column.field === null ? text.unusedColumn : (fields[column.field] ?? column.field)
                  ) : (
                    <Select aria-label={column.header} className="import-mapping-field" showSearch={{ optionFilterProp: 'label' }} value={column.field ?? NONE} options={options} onChange={(value) => set(index, value)} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {onRemap !== undefined && (
        <p className="import-remap">
          <Button disabled={!changed || twice !== undefined} loading={busy} onClick={() => onRemap(columns)}>
            {text.remap}
          </Button>
          <span className="meta">{twice === undefined ? text.remapNote : text.mappedTwice(fields[twice.field ?? ''] ?? '')}</span>
        </p>
      )}
    </details>
  )
}
