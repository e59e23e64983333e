import { App, Button, Radio } from 'antd'
import { useState } from 'react'
import { listOutputText as text } from '../../shared/i18n/zh-CN/list-output.ts'
import { MOST_LIST_ROWS, type ListCell, type ListColumn } from '../../shared/model/list-document.ts'
import { api } from '../platform/api.ts'
import { saveFile } from '../platform/files.ts'
import { useJob } from '../platform/use-job.ts'
import { ErrorNote } from './error-note.tsx'
import { FormDialog } from './form-dialog.tsx'
import { ListPreview, type MadeList } from './list-preview.tsx'
import { ProgressDialog } from './progress-dialog.tsx'
import type { Failure } from '../platform/use-query.ts'
import { useSubmit } from './use-submit.ts'

/** 导出、打印的一列:名称、种类、宽度,以及从一行取出的值。 */
export interface OutputColumn<T> {
  readonly label: string
  /** 缺省为文字。 */
  readonly kind?: ListColumn['kind']
  /** 按半角字符计;缺省 12。 */
  readonly width?: number
  readonly value: (row: T, index: number) => ListCell
}

export interface ListActionsProps<T> {
  /** 审计里认这张表的代号,小写英文加连字符。 */
  readonly list: string
  readonly title: string
  /** 筛选条件、截至哪天。 */
  readonly subtitle?: string
  readonly columns: readonly OutputColumn<T>[]
  /** 现在看到的各行;没全取来的给一个函数,用到时再取;from 为从第几行起(很长的表分册印)。 */
  readonly rows: readonly T[] | ((from: number) => Promise<readonly T[]>)
  /** 一共多少行;超过一册放得下的,问印哪一册。 */
  readonly count?: number
  readonly totals?: readonly ListCell[]
  /** 印在表后的签字栏。 */
  readonly signatures?: readonly string[]
  /** 表属于哪个组织;全单位的为 null。 */
  readonly organisationId?: string | null
  /** 含个人信息:先问用途。 */
  readonly personal?: boolean
  /** 表格另有自己的导出(名册的要选遮不遮),这里只要打印。 */
  readonly printOnly?: boolean
}
type Way = 'print' | 'exportSheet'
type Request = Parameters<typeof api.lists.print>[0]
const printList = (input: Request, options?: Parameters<typeof api.lists.print>[1]) => api.lists.print(input, options)
const exportList = (input: Request, options?: Parameters<typeof api.lists.exportSheet>[1]) => api.lists.exportSheet(input, options)

/** 每张列表都有的两个按钮:打印(先预览)、导出表格。含个人信息的先问用途。 */
export const ListActions = <T,>({ list, title, subtitle = '', columns, rows, count = 0, totals, signatures, organisationId = null, personal = false, printOnly = false }: ListActionsProps<T>) => {
  const { message } = App.useApp()
  const submit = useSubmit()
  const printing = useJob(printList)
  const exporting = useJob(exportList)
  const [asking, setAsking] = useState<Way | null>(null)
  const [purpose, setPurpose] = useState<string>(text.purposes[0])
  const [made, setMade] = useState<MadeList | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)

  const [part, setPart] = useState(0)
  const parts = Math.ceil(count / MOST_LIST_ROWS)

  const request = async (): Promise<Request> => {
    const from = parts > 1 ? part * MOST_LIST_ROWS : 0
    const all = typeof rows === 'function' ? await rows(from) : rows
    return {
      list,
      organisationId,
      purpose: personal ? purpose : '',
      document: {
        title: parts > 1 ? text.partTitle(title, part + 1, parts) : title,
        subtitle,
        columns: columns.map(({ label, kind = 'text', width = 12 }) => ({ label, kind, width })),
        rows: all.map((row, index) => columns.map((column) => column.value(row, from + index))),
        ...(totals === undefined ? {} : { totals: [...totals] }),
        ...(signatures === undefined ? {} : { signatures: [...signatures] }),
      },
    }
  }
  const run = async (way: Way): Promise<void> => {
    setAsking(null)
    setFailure(null)
    const input = await request()
    if (way === 'print') {
      const result = await printing.start(input)
      if (result.ok) setMade(result.value)
      else if (result.error.code !== 'CANCELLED') setFailure(result.error)
      return
    }
    const result = await exporting.start(input)
    if (result.ok) {
      saveFile(result.value.file)
      void message.success(text.exported(result.value.rows))
    } else if (result.error.code !== 'CANCELLED') setFailure(result.error)
  }
  const begin = (way: Way): void => (personal ? setAsking(way) : void run(way))
  const empty = typeof rows !== 'function' && rows.length === 0
  return (
    <>
      <Button disabled={empty} loading={printing.running} onClick={() => begin('print')}>
        {text.print}
      </Button>
      {!printOnly && (
        <Button disabled={empty} loading={exporting.running} onClick={() => begin('exportSheet')}>
          {text.exportSheet}
        </Button>
      )}
      {failure !== null && <ErrorNote failure={failure} />}
      <FormDialog open={asking !== null} title={asking === null ? '' : text.purposeTitle[asking]} confirmLabel={asking === null ? '' : text[asking]} cancelLabel={asking === null ? '' : text.notNow[asking]} submit={submit} onConfirm={() => asking !== null && void run(asking)} onClose={() => setAsking(null)}>
        <p>{text.purposeNote}</p>
        <p className="field-label" id="list-purpose">
          {text.purpose}
        </p>
        <Radio.Group aria-labelledby="list-purpose" value={purpose} onChange={(event) => setPurpose(String(event.target.value))}>
          {text.purposes.map((entry) => (
            <Radio key={entry} value={entry}>
              {entry}
            </Radio>
          ))}
        </Radio.Group>
        {parts > 1 && (
          <>
            <p className="field-label" id="list-part">
              {text.partNote(count, MOST_LIST_ROWS, parts)}
            </p>
            <Radio.Group aria-labelledby="list-part" value={part} onChange={(event) => setPart(Number(event.target.value))}>
              {Array.from({ length: parts }, (_unused, index) => (
                <Radio key={index} value={index}>
                  {text.part(index + 1, index * MOST_LIST_ROWS + 1, Math.min(count, (index + 1) * MOST_LIST_ROWS))}
                </Radio>
              ))}
            </Radio.Group>
          </>
        )}
      </FormDialog>
      <ProgressDialog running={printing.running} title={text.making(title)} progress={printing.progress} onCancel={printing.cancel} />
      <ListPreview title={title} made={made} onClose={() => setMade(null)} />
    </>
  )
}
