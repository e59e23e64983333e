import { App, Button, Drawer } from 'antd'
import { useCallback, useState } from 'react'
import { transfersText as text } from '../../../shared/i18n/zh-CN/transfers.ts'
import type { TransferRow, TransferState } from '../../../shared/model/transfer.ts'
import { ConfirmButton } from '../../components/confirm-button.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { HistoryButton } from '../../components/history-button.tsx'
import { ListPreview, type MadeList } from '../../components/list-preview.tsx'
import { ProgressDialog } from '../../components/progress-dialog.tsx'
import { ReasonDialog } from '../../components/reason-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { useSession } from '../../platform/session.ts'
import { useJob } from '../../platform/use-job.ts'
import { LetterFields } from './letter-fields.tsx'
import { LetterState } from './letter-state.tsx'
import { ReceiveDialog } from './receive-dialog.tsx'

type Move = 'in_transit' | 'suspended' | 'returned' | 'archived'
/** 各状态下能做的下一步;核心按同一张表核对。 */
const MOVES: Readonly<Record<TransferRow['direction'], Readonly<Record<TransferState, readonly Move[]>>>> = {
  out: { draft: [], issued: ['in_transit', 'suspended', 'returned'], in_transit: ['suspended', 'returned'], suspended: ['in_transit', 'returned'], received: ['archived'], returned: ['archived'], archived: [] },
  in: { draft: ['suspended', 'returned'], suspended: ['returned'], received: ['archived'], returned: ['archived'], issued: [], in_transit: [], archived: [] },
}
const RECEIVABLE: Readonly<Record<TransferRow['direction'], readonly TransferState[]>> = { out: ['issued', 'in_transit', 'suspended'], in: ['draft', 'suspended'] }
const printLetter = (input: { readonly id: string }, options?: Parameters<typeof api.transfers.print>[1]) => api.transfers.print(input, options)

/** 一封介绍信:改、开具、交出、接收、退回、归档、打印。 */
export const LetterDrawer = ({ row, onClose }: { readonly row: TransferRow; readonly onClose: () => void }) => {
  const today = useSession((session) => session.today)
  const { message } = App.useApp()
  const [fields, setFields] = useState(row.fields)
  const [asking, setAsking] = useState<Move | null>(null)
  const [receiving, setReceiving] = useState(false)
  const [made, setMade] = useState<MadeList | null>(null)
  const submit = useSubmit()
  const printing = useJob(printLetter)
  const { id, rev, direction, state } = row
  const locked = state !== 'draft'
  const loadHistory = useCallback((offset: number) => api.history.transfer({ id, offset }), [id])
  const move = (to: Move, reason: string): void => {
    setAsking(null)
    void submit.run(() => api.transfers.move({ id, rev, to, onDay: today, reason }))
  }
  const begin = (to: Move): void => (to === 'suspended' || to === 'returned' ? setAsking(to) : move(to, ''))
  const print = (): void => void submit.run(() => printing.start({ id }), (value) => setMade({ ...value, landscape: false }))
  return (
    <Drawer open title={text.detail(row.fields.name)} size={620} onClose={onClose} destroyOnHidden>
      <p>
        <LetterState row={row} /> {row.fields.number} {row.stateReason !== '' && <span className="meta">{row.stateReason}</span>}
      </p>
      {submit.failure !== null && <ErrorNote failure={submit.failure} />}
      <div className="transfers-actions">
        {direction === 'out' && state === 'draft' && <ConfirmButton type="primary" label={text.actions.issue} question={text.issueQuestion} consequence={text.issueConsequence} confirmLabel={text.actions.issue} onConfirm={() => void submit.run(() => api.transfers.issue({ id, rev, issuedOn: today }))} />}
        {RECEIVABLE[direction].includes(state) && (
          <Button type="primary" onClick={() => setReceiving(true)}>
            {text.actions.receive}
          </Button>
        )}
        {MOVES[direction][state].map((to) => (
          <Button key={to} onClick={() => begin(to)}>
            {text.actions[to]}
          </Button>
        ))}
        <HistoryButton load={loadHistory} />
        {direction === 'out' && row.fields.number !== '' && (
          <Button loading={printing.running} onClick={print}>
            {text.actions.print}
          </Button>
        )}
      </div>
      <LetterFields direction={direction} fields={fields} locked={locked} onChange={(patch) => setFields({ ...fields, ...patch })} />
      {state !== 'archived' && (
        <Button loading={submit.busy} onClick={() => void submit.run(() => api.transfers.save({ id, rev, fields }), () => void message.success(text.saved))}>
          {text.save}
        </Button>
      )}
      <ReasonDialog open={asking !== null} title={asking === null ? '' : text.moveTitle(text.actions[asking])} confirmLabel={asking === null ? '' : text.actions[asking]} onConfirm={(reason) => asking !== null && move(asking, reason)} onCancel={() => setAsking(null)} />
      {receiving && <ReceiveDialog row={row} onClose={() => setReceiving(false)} />}
      <ProgressDialog running={printing.running} title={text.printing} progress={printing.progress} onCancel={printing.cancel} />
      <ListPreview title={text.actions.print} made={made} onClose={() => setMade(null)} />
    </Drawer>
  )
}
