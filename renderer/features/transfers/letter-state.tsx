import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { transferStates } from '../../../shared/data/code-tables/transfers.ts'
import { transfersText as text } from '../../../shared/i18n/zh-CN/transfers.ts'
import type { TransferRow, TransferState } from '../../../shared/model/transfer.ts'
import { StateTag, type StateTone } from '../../components/state-tag.tsx'

const TONES: Readonly<Record<TransferState, StateTone>> = { draft: 'todo', issued: 'doing', in_transit: 'doing', received: 'done', archived: 'locked', returned: 'returned', suspended: 'warning' }

/** 介绍信的状态;过了有效期还没接收的,说逾期。 */
export const LetterState = ({ row }: { readonly row: TransferRow }) => (row.overdue ? <StateTag tone="overdue" word={`${nameOf(transferStates, row.state)}\u3000${text.overdue}`} /> : <StateTag tone={TONES[row.state]} word={nameOf(transferStates, row.state)} />)
