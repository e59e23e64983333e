import { Button } from 'antd'
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { Card } from '../../components/card.tsx'
import { ReasonDialog } from '../../components/reason-dialog.tsx'
import { ColumnHeads } from './column-heads.tsx'

/** 一类记录在屏幕上要用的话。 */
interface EntryTexts {
  readonly title: string
  readonly add: string
  readonly none: string
  readonly columns: Readonly<Record<string, string>>
  readonly withdraw: string
  readonly withdrawTitle: string
  readonly withdrawConsequence: string
  readonly withdrawConfirm: string
}
interface EntriesSectionProps<E extends { readonly id: string }> {
  readonly text: EntryTexts
  readonly entries: readonly E[]
  readonly busy: boolean
  /** 已经评完、公示、关账:只看不录。 */
  readonly locked: boolean
  /** 一行里除「撤回」之外的各格。 */
  readonly cells: (entry: E) => ReactNode
  /** 登记用的表单,点了「新增」才展开。 */
  readonly form: ReactNode
  readonly onWithdraw: (entry: E, reason: string) => Promise<boolean>
}

/** 一笔一笔登记的东西(加分扣分、否决):列出来、新增、写明原因撤回;从不改写。 */
export const EntriesSection = <E extends { readonly id: string }>({ text, entries, busy, locked, cells, form, onWithdraw }: EntriesSectionProps<E>) => {
  const [adding, setAdding] = useState(false)
  const [withdrawing, setWithdrawing] = useState<E | null>(null)
  return (
    <Card
      title={text.title}
      extra={
        !locked && (
          <Button aria-expanded={adding} onClick={() => setAdding(!adding)}>
            {text.add}
          </Button>
        )
      }
    >
      {entries.length === 0 ? (
        <p className="meta">{text.none}</p>
      ) : (
        <table className="sheet-table">
          <caption className="visually-hidden">{text.title}</caption>
          <ColumnHeads names={text.columns} />
          <tbody>
            {entries.map((entry) => (
              <tr key={entry.id}>
                {cells(entry)}
                <td>
                  {!locked && <Button onClick={() => setWithdrawing(entry)}>{text.withdraw}</Button>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {adding && !locked && form}
      <ReasonDialog
        open={withdrawing !== null}
        title={text.withdrawTitle}
        consequence={text.withdrawConsequence}
        confirmLabel={text.withdrawConfirm}
        busy={busy}
        onConfirm={(reason) => void (withdrawing !== null && onWithdraw(withdrawing, reason).then(() => setWithdrawing(null)))}
        onCancel={() => setWithdrawing(null)}
      />
    </Card>
  )
}

/** 表单在页面末尾展开:带到眼前,光标放进第一格。 */
export const useFormInSight = (): RefObject<HTMLDivElement | null> => {
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' })
    form.current?.querySelector('input')?.focus({ preventScroll: true })
  }, [])
  return form
}
