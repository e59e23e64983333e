import { Button, Select } from 'antd'
import { useEffect, useState } from 'react'
import type { Contract } from '../../../shared/contract/index.ts'
import type { OutputOf } from '../../../shared/contract/define.ts'
import { importScreenText as text } from '../../../shared/i18n/zh-CN/import-screen.ts'
import type { FileRef } from '../../../shared/model/files.ts'
import type { ImportColumn, ImportKind } from '../../../shared/model/roster-import.ts'
import { useJob } from '../../platform/use-job.ts'
import { api } from '../../platform/api.ts'

type Peeked = OutputOf<Contract['imports']['peek']>
type Picked = Pick<ImportColumn, 'index' | 'header' | 'field'>
interface HeadingPickerProps {
  readonly kind: ImportKind
  readonly file: FileRef
  readonly busy: boolean
  readonly onReady: (columns: readonly Picked[]) => void
}
const NONE = ''

/** 认不出表头时:看头几行,指出哪一行是表头、各列是什么;记住,以后同样的表照用。 */
export const HeadingPicker = ({ kind, file, busy, onReady }: HeadingPickerProps) => {
  const { start } = useJob(api.imports.peek)
  const [peeked, setPeeked] = useState<Peeked | null>(null)
  const [sheet, setSheet] = useState(0)
  const [row, setRow] = useState<number | null>(null)
  const [fields, setFields] = useState<ReadonlyMap<number, string>>(new Map())
  useEffect(() => {
    let isHere = true
    void start({ kind, file }).then((result) => {
      if (isHere && result.ok) setPeeked(result.value)
    })
    return () => {
      isHere = false
    }
  }, [file, kind, start])
  const shown = peeked?.sheets[sheet]
  if (peeked === null || shown === undefined) return null
  const width = Math.max(0, ...shown.rows.map(({ cells }) => cells.length))
  const heading = shown.rows.find((each) => each.row === row)?.cells ?? []
  const used = [...fields.values()].filter((field) => field !== NONE)
  const twice = used.find((field, place) => used.indexOf(field) !== place)
  const labels = new Map(peeked.targets.map(({ field, label }) => [field, label]))
  const options = [{ value: NONE, label: text.unused }, ...peeked.targets.map(({ field, label }) => ({ value: field, label }))]
  const pick = (next: number): void => {
    setRow(next)
    setFields(new Map())
  }
  const ready = row !== null && used.includes('name') && used.length >= 2 && twice === undefined
  const note = row === null ? text.heading.pickRow : twice !== undefined ? text.mappedTwice(labels.get(twice) ?? '') : used.includes('name') ? (used.length >= 2 ? text.remapNote : text.heading.pickMore) : text.heading.pickName(labels.get('name') ?? '')
  return (
    <section className="import-heading" aria-label={text.heading.title}>
      <h2>{text.heading.title}</h2>
      <p className="meta">{text.heading.how}</p>
      {peeked.sheets.length > 1 && (
        <Select
          aria-label={text.mappingColumns.sheet}
          className="import-mapping-field"
          value={sheet}
          options={peeked.sheets.map(({ name }, index) => ({ value: index, label: name }))}
          onChange={(next) => {
            setSheet(next)
            setRow(null)
            setFields(new Map())
          }}
        />
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- 会滚动的一块,要让键盘够得着 */}
      <div className="import-heading-rows" role="region" aria-label={text.heading.rows} tabIndex={0}>
        <table className="plain-table">
          {row !== null && (
            <thead>
              <tr>
                <th scope="col">{text.heading.isHeading}</th>
                {Array.from({ length: width }, (_, index) => (
                  // oxlint-disable-next-line react/no-array-index-key -- 列号就是它的身份
                  <th scope="col" key={index}>
                    {(heading[index] ?? '') !== '' && (
                      <Select
                        aria-label={text.heading.columnIs(heading[index] ?? '')}
                        className="import-heading-field"
                        showSearch={{ optionFilterProp: 'label' }}
                        value={fields.get(index) ?? NONE}
                        options={options}
                        onChange={(field) => setFields(new Map(fields).set(index, field))}
                      />
                    )}
                  </th>
                ))}
              </tr>
            </thead>
          )}
          <tbody>
            {shown.rows.map(({ row: number, cells }) => (
              <tr key={number} data-heading={number === row}>
                <td>
                  <label className="import-heading-choice">
                    <input type="radio" name="import-heading" checked={number === row} onChange={() => pick(number)} />
                    {text.heading.rowNumber(number)}
                  </label>
                </td>
                {Array.from({ length: width }, (_, index) => (
                  // oxlint-disable-next-line react/no-array-index-key -- 列号就是它的身份
                  <td key={index}>{cells[index] ?? ''}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="import-remap">
        <Button type="primary" disabled={!ready} loading={busy} onClick={() => onReady(heading.flatMap((header, index) => (header === '' ? [] : [{ index, header, field: (fields.get(index) ?? NONE) === NONE ? null : (fields.get(index) ?? null) }])))}>
          {text.heading.check}
        </Button>
        <span className="meta">{note}</span>
      </p>
    </section>
  )
}
