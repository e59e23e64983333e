import { Button, Drawer, Switch } from 'antd'
import { useState } from 'react'
import { printCentreText as text } from '../../../shared/i18n/zh-CN/print-centre.ts'
import { volumeSectionTitles as titles } from '../../../shared/i18n/zh-CN/volume-sections.ts'
import type { SectionChoice } from '../../../shared/model/volume-sections.ts'
import { orderedSections } from '../../../shared/util/section-order.ts'
import { ErrorNote } from '../../components/error-note.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'

/** 排定各节:上移、下移、印不印;全单位一样。 */
export const SectionSettings = ({ choice, onClose, onSaved }: { readonly choice: SectionChoice; readonly onClose: () => void; readonly onSaved: () => void }) => {
  const [rows, setRows] = useState(() => orderedSections(choice))
  const submit = useSubmit()
  const move = (index: number, by: -1 | 1): void =>
    setRows((before) => {
      const next = [...before]
      const [row] = next.splice(index, 1)
      if (row !== undefined) next.splice(index + by, 0, row)
      return next
    })
  const save = (given: SectionChoice): void =>
    void submit.run(
      () => api.print.saveSections(given),
      () => {
        onSaved()
        onClose()
      },
    )
  return (
    <Drawer
      open
      size={480}
      title={text.settingsTitle}
      onClose={onClose}
      footer={
        <div className="print-settings-foot">
          <Button type="primary" loading={submit.busy} onClick={() => save({ order: rows.map(({ key }) => key), off: rows.flatMap(({ key, on }) => (on ? [] : [key])) })}>
            {text.settingsSave}
          </Button>
          <Button onClick={() => setRows(orderedSections({ order: [], off: [] }))}>{text.settingsDefault}</Button>
        </div>
      }
    >
      <p className="meta">{text.settingsHint}</p>
      {submit.failure !== null && <ErrorNote failure={submit.failure} />}
      <ol className="print-settings">
        {rows.map(({ key, on }, index) => (
          <li key={key}>
            <Switch aria-label={text.printSection(titles[key])} checked={on} onChange={(next) => setRows((before) => before.map((row) => (row.key === key ? { ...row, on: next } : row)))} />
            <span className={on ? '' : 'meta'}>{titles[key]}</span>
            <Button aria-label={text.moveUp(titles[key])} disabled={index === 0} onClick={() => move(index, -1)}>
              {text.up}
            </Button>
            <Button aria-label={text.moveDown(titles[key])} disabled={index === rows.length - 1} onClick={() => move(index, 1)}>
              {text.down}
            </Button>
          </li>
        ))}
      </ol>
    </Drawer>
  )
}
