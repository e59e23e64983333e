import { useCallback, useEffect, useRef, useState } from 'react'
import type { DuesLedger, DuesMethod, EntryFields, LedgerRow, MonthTotal } from '../../../shared/model/dues.ts'
import type { SaveStatus } from '../../components/save-state.tsx'
import { api } from '../../platform/api.ts'
import { useQuery, type Outcome } from '../../platform/use-query.ts'
import type { CellChange } from './paste-block.ts'

interface Patch {
  readonly rows: readonly LedgerRow[]
  readonly months: readonly MonthTotal[]
}
const EVENTS = ['dues.changed', 'members.changed', 'organisations.changed', 'norms.changed'] as const
const cellOf = (ledger: DuesLedger | null, memberId: string, month: string) => ledger?.rows.find((row) => row.memberId === memberId)?.cells.find((cell) => cell.month === month)

/** 一个支部一年的登记表:改一格存一格,先后排队,撤销一步一步退。 */
export const useLedger = (branchId: string, year: number) => {
  const query = useQuery(api.dues.ledger, { branchId, year }, EVENTS)
  const [answered, setAnswered] = useState<DuesLedger | null>(null)
  const [status, setStatus] = useState<SaveStatus>({ kind: 'idle' })
  const [undoable, setUndoable] = useState(0)
  const undoSteps = useRef<(readonly CellChange[])[]>([])
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const latest = useRef<DuesLedger | null>(null)
  useEffect(() => setAnswered(null), [query.data])
  const shown = answered !== null && answered.branchId === branchId && answered.year === year ? answered : query.data
  latest.current = shown
  useEffect(() => {
    undoSteps.current = []
    setUndoable(0)
    setStatus({ kind: 'idle' })
  }, [branchId, year])

  const apply = useCallback((patch: Patch): void => {
    const before = latest.current
    if (before === null) return
    const changed = new Map(patch.rows.map((row) => [row.memberId, row]))
    const next = { ...before, rows: before.rows.map((row) => changed.get(row.memberId) ?? row), months: [...patch.months] }
    latest.current = next
    setAnswered(next)
  }, [])
  /** 一件一件来:后一件要用前一件之后的修订号。 */
  const inLine = useCallback(
    <O extends Patch>(call: () => Promise<Outcome<O>>): Promise<O | null> => {
      const mine = line.current.then(async () => {
        setStatus({ kind: 'saving' })
        const result = await call()
        if (!result.ok) {
          setStatus({ kind: 'unsaved', failure: result.error })
          if (result.error.code === 'STALE') query.reload()
          return null
        }
        apply(result.value)
        setStatus({ kind: 'saved', at: Date.now() })
        return result.value
      })
      line.current = mine.catch(() => undefined)
      return mine
    },
    [apply, query],
  )
  const send = useCallback(
    (changes: readonly CellChange[], paidOn: string | null): Promise<Patch | null> =>
      inLine(() => api.dues.saveCells({ branchId, paidOn, cells: changes.map((change) => ({ ...change, rev: cellOf(latest.current, change.memberId, change.month)?.rev ?? null })) })),
    [branchId, inLine],
  )
  const remember = (step: readonly CellChange[]): void => {
    undoSteps.current = [...undoSteps.current, step].slice(-50)
    setUndoable(undoSteps.current.length)
  }
  const before = (changes: readonly CellChange[]): CellChange[] => changes.map(({ memberId, month }) => ({ memberId, month, paidFen: cellOf(latest.current, memberId, month)?.fields?.paidFen ?? null }))

  return {
    query,
    ledger: shown,
    status,
    undoable,
    block: (words: string): void => setStatus({ kind: 'blocked', words }),
    saveCells: async (changes: readonly CellChange[], paidOn: string | null): Promise<boolean> => {
      const step = before(changes)
      const saved = (await send(changes, paidOn)) !== null
      if (saved) remember(step)
      return saved
    },
    saveEntry: async (memberId: string, month: string, fields: EntryFields): Promise<boolean> => (await inLine(() => api.dues.saveEntry({ branchId, cell: { memberId, month, rev: cellOf(latest.current, memberId, month)?.rev ?? null }, fields }))) !== null,
    fillMonth: async (month: string, paidOn: string | null, method: DuesMethod, handler: string): Promise<number | null> => {
      const was = latest.current
      const result = await inLine(() => api.dues.fillMonth({ branchId, month, paidOn, method, handler }))
      if (result === null) return null
      if (result.filled > 0) remember(result.rows.map(({ memberId }) => ({ memberId, month, paidFen: cellOf(was, memberId, month)?.fields?.paidFen ?? null })))
      return result.filled
    },
    undo: async (): Promise<boolean> => {
      const step = undoSteps.current.at(-1)
      if (step === undefined) return false
      undoSteps.current = undoSteps.current.slice(0, -1)
      setUndoable(undoSteps.current.length)
      return (await send(step, null)) !== null
    },
  }
}
