import { Button, Input, Modal, Radio, Select } from 'antd'
import { useMemo, useState } from 'react'
import { commonText } from '../../../shared/i18n/zh-CN/common.ts'
import { meetingText } from '../../../shared/i18n/zh-CN/meeting.ts'
import type { AttendanceRow } from '../../../shared/model/meeting.ts'
import { matchNameList } from './name-list.ts'

const text = meetingText.paste
type Use = 'present' | 'absent'

/** 粘贴名单:边贴边对,定不了的由人选,应用以后可以撤销。 */
export const PasteNames = ({ rows, onApply }: { readonly rows: readonly AttendanceRow[]; readonly onApply: (rows: AttendanceRow[]) => void }) => {
  const [open, setOpen] = useState(false)
  const [pasted, setPasted] = useState('')
  const [use, setUse] = useState<Use>('present')
  const [picked, setPicked] = useState<Readonly<Record<string, string | null>>>({})
  const matches = useMemo(() => matchNameList(pasted, rows), [pasted, rows])
  const certain = matches.filter(({ sure }) => sure)
  const unsure = matches.filter(({ sure, people }) => !sure && people.length > 0)
  const unknown = matches.filter(({ people }) => people.length === 0)
  const ids = new Set([...certain.map(({ people }) => people[0]?.memberId ?? ''), ...unsure.flatMap(({ typed }) => picked[typed] ?? [])])
  const show = (): void => {
    setPasted('')
    setPicked({})
    setUse('present')
    setOpen(true)
  }
  const apply = (): void => {
    onApply(
      rows.map((row) => {
        const isPresent = ids.has(row.memberId) === (use === 'present')
        // 已经写好的缺席原因留着。
        return isPresent ? { ...row, status: 'present', reason: '', reasonNote: '' } : row.status === 'present' ? { ...row, status: 'absent' } : row
      }),
    )
    setOpen(false)
  }
  return (
    <>
      <Button onClick={show}>{text.button}</Button>
      <Modal open={open} title={text.title} okText={text.apply(ids.size)} okButtonProps={{ disabled: ids.size === 0 }} cancelText={commonText.cancel} onOk={apply} onCancel={() => setOpen(false)} destroyOnHidden width={680}>
        <Input.TextArea autoFocus aria-label={text.area} placeholder={text.placeholder} value={pasted} maxLength={20_000} autoSize={{ minRows: 5, maxRows: 9 }} onChange={(event) => setPasted(event.target.value)} />
        <fieldset className="paste-use">
          <legend className="field-label">{text.use}</legend>
          <Radio.Group value={use} onChange={(event) => setUse(event.target.value as Use)} options={(['present', 'absent'] as const).map((value) => ({ value, label: text.uses[value] }))} />
        </fieldset>
        <div role="status" className="paste-result">
          {matches.length > 0 && <p>{text.summary(certain.length, unsure.length, unknown.length)}</p>}
          {certain.length > 0 && <p className="meta">{text.certain(certain.map(({ people }) => people[0]?.name ?? '').join(text.separator))}</p>}
        </div>
        {unsure.map(({ typed, people }) => (
          <label key={typed} className="paste-choice">
            <span>{text.unsure(typed)}</span>
            <Select aria-label={text.choose(typed)} placeholder={text.nobody} allowClear value={picked[typed] ?? null} options={people.map(({ memberId, name }, index) => ({ value: memberId, label: people.length > 1 && people.every((other) => other.name === name) ? text.numbered(name, index + 1) : name }))} onChange={(memberId: string | null | undefined) => setPicked({ ...picked, [typed]: memberId ?? null })} />
          </label>
        ))}
        {unknown.length > 0 && <p className="paste-unknown">{text.unknown(unknown.map(({ typed }) => typed).join(text.separator))}</p>}
      </Modal>
    </>
  )
}
