import { App, Button, Input, Modal, Select } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { duesMethods } from '../../../shared/data/code-tables/dues-methods.ts'
import { duesText } from '../../../shared/i18n/zh-CN/dues.ts'
import type { DuesMethod } from '../../../shared/model/dues.ts'
import { DateField } from '../../components/date-field.tsx'
import { EmptyNote } from '../../components/empty-note.tsx'
import { Field } from '../../components/field.tsx'
import { ListActions } from '../../components/list-actions.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { SaveState } from '../../components/save-state.tsx'
import { useSession } from '../../platform/session.ts'
import { EntryDrawer } from './entry-drawer.tsx'
import type { CellActions } from './ledger-cell.tsx'
import { LedgerGrid } from './ledger-grid.tsx'
import { yearColumns, yearTotals } from './ledger-sheets.ts'
import { placeBlock, readBlock, type PastedBlock } from './paste-block.ts'
import { useLedger } from './use-ledger.ts'

const text = duesText.ledger
/** 改得多于这么多格,先看一眼再写。 */
const PREVIEW_FROM = 20

/** 月登记:打字、整月填、粘贴、逐格明细。 */
export const LedgerPanel = ({ branchId, year, onAssess }: { readonly branchId: string; readonly year: number; readonly onAssess: () => void }) => {
  const today = useSession((session) => session.today)
  const { message } = App.useApp()
  const state = useLedger(branchId, year)
  const { ledger } = state
  const [paidOn, setPaidOn] = useState<string | null>(null)
  const [method, setMethod] = useState<DuesMethod>('')
  const [handler, setHandler] = useState('')
  const [focused, setFocused] = useState<{ readonly memberId: string; readonly month: string } | null>(null)
  const [opened, setOpened] = useState(false)
  const [block, setBlock] = useState<PastedBlock | null>(null)
  const dayFor = (month: string): string | null => paidOn ?? (month === today.slice(0, 7) ? today : null)

  const write = (changes: PastedBlock['changes']): void => {
    const byDay = Map.groupBy(changes, ({ month }) => dayFor(month))
    for (const [day, group] of byDay) void state.saveCells(group, day)
  }
  const paste = (memberId: string, month: string, clipboard: string): void => {
    if (ledger === null) return
    const placed = placeBlock(readBlock(clipboard), ledger.rows, ledger.rows.findIndex((row) => row.memberId === memberId), Number(month.slice(5)) - 1)
    if (placed.changes.length === 0 && placed.refused.length === 0) void message.info(duesText.paste.nothing)
    else if (placed.refused.length > 0 || placed.changes.length > PREVIEW_FROM) setBlock(placed)
    else write(placed.changes)
  }
  const fill = (month: string): void =>
    void state.fillMonth(month, dayFor(month), method, handler.trim()).then((count) => count !== null && message.info(text.filled(duesText.month(month), count)))
  // 格子只画一次:动作经由这里,每次都用最新的。
  const current = useRef({ write, paste, fill, ledger, state })
  current.current = { write, paste, fill, ledger, state }
  const actions = useMemo<CellActions>(
    () => ({
      save: (memberId, month, paidFen) => current.current.write([{ memberId, month, paidFen }]),
      refuse: (words) => current.current.state.block(words),
      focus: (memberId, month) => setFocused({ memberId, month }),
      paste: (memberId, month, clipboard) => current.current.paste(memberId, month, clipboard),
      open: (memberId, month) => {
        setFocused({ memberId, month })
        setOpened(true)
      },
      fillMonth: (month) => current.current.fill(month),
      undo: () => void current.current.state.undo().then((done) => done && message.info(text.undone)),
      above: (memberId, month) => {
        const rows = current.current.ledger?.rows ?? []
        return rows[rows.findIndex((row) => row.memberId === memberId) - 1]?.cells.find((cell) => cell.month === month)?.fields?.paidFen ?? null
      },
    }),
    [message],
  )
  // 填哪个月:光标所在的月,没有就是本月。
  const fillMonth = focused !== null && focused.month.startsWith(String(year)) ? focused.month : today.startsWith(String(year)) ? today.slice(0, 7) : `${year}-12`
  const row = ledger?.rows.find(({ memberId }) => memberId === focused?.memberId)
  const cell = row?.cells.find(({ month }) => month === focused?.month)
  const unassessed = ledger?.rows.filter(({ monthlyFen }) => monthlyFen === null).length ?? 0
  return (
    <div className="dues-panel">
      <div className="dues-tools">
        <Field compact label={text.paidOn}>
          {(control) => <span title={text.paidOnHint}><DateField {...control} value={paidOn} onChange={setPaidOn} /></span>}
        </Field>
        <Field compact label={text.method}>
          {(control) => <Select {...control} aria-label={text.method} value={method} onChange={setMethod} options={[{ value: '', label: duesText.none }, ...duesMethods.filter(({ code }) => code !== 'proxy').map(({ code, name }) => ({ value: code, label: name }))]} />}
        </Field>
        <Field compact label={text.handler}>
          {(control) => <Input {...control} value={handler} maxLength={40} onChange={(event) => setHandler(event.target.value)} />}
        </Field>
        <SaveState status={state.status} />
        <span className="dues-gap" />
        <Button disabled={ledger === null || ledger.rows.length === 0} title={text.fillTitle} onClick={() => fill(fillMonth)}>
          {text.fill(duesText.month(fillMonth))}
        </Button>
        <Button disabled={state.undoable === 0} onClick={actions.undo}>
          {text.undo}
        </Button>
        <Button disabled={cell === undefined} onClick={() => setOpened(true)}>
          {text.detail}
        </Button>
        {ledger !== null && <ListActions list="dues-year" signatures={duesText.sheets.signatures} personal title={duesText.sheets.year(ledger.branchName, year)} organisationId={branchId} columns={yearColumns(ledger)} rows={ledger.rows} totals={yearTotals(ledger)} />}
      </div>
      {unassessed > 0 && (
        <p className="dues-warning">
          {text.unassessed(unassessed)}
          <Button type="link" onClick={onAssess}>
            {text.toAssess}
          </Button>
        </p>
      )}
      <QueryView query={state.query}>
        {() => (ledger === null ? null : ledger.rows.length === 0 ? <EmptyNote sentence={text.nobody} /> : <LedgerGrid ledger={ledger} actions={actions} />)}
      </QueryView>
      <p className="meta dues-keys">{text.keys}</p>
      <EntryDrawer branchId={branchId} target={opened && row !== undefined && cell !== undefined ? { memberId: row.memberId, name: row.name, cell } : null} onSave={(fields) => (row === undefined || cell === undefined ? Promise.resolve(false) : state.saveEntry(row.memberId, cell.month, fields))} onClose={() => setOpened(false)} />
      <Modal
        open={block !== null}
        title={duesText.paste.title}
        okText={duesText.paste.confirm(block?.changes.length ?? 0)}
        okButtonProps={{ disabled: block?.changes.length === 0 }}
        onOk={() => {
          write(block?.changes ?? [])
          setBlock(null)
        }}
        onCancel={() => setBlock(null)}
        destroyOnHidden
        centered
      >
        <p>{duesText.paste.note(block?.changes.length ?? 0, block?.refused.length ?? 0)}</p>
        <ul className="dues-refused">
          {block?.refused.map((entry, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- 同一格不会说两次
            <li key={index}>{duesText.paste.refused(entry.name === '' ? duesText.paste.row(entry.line) : entry.name, entry.month === '' ? '' : duesText.month(entry.month), entry.text, duesText.paste.reasons[entry.reason])}</li>
          ))}
        </ul>
      </Modal>
    </div>
  )
}
