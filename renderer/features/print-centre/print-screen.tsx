import { App, Button, Select } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { printCentreText as text } from '../../../shared/i18n/zh-CN/print-centre.ts'
import type { FileRef } from '../../../shared/model/files.ts'
import type { Progress } from '../../../shared/rpc/messages.ts'
import { BranchPicker, useOrganisations } from '../../components/branch-picker.tsx'
import { EmptyNote } from '../../components/empty-note.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { Page } from '../../components/page.tsx'
import { PdfPreview } from '../../components/pdf/pdf-preview.tsx'
import { ProgressDialog } from '../../components/progress-dialog.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { api, onEvents } from '../../platform/api.ts'
import { readFile, saveFile } from '../../platform/files.ts'
import { useNavigation, type Place } from '../../platform/navigation.ts'
import { useSession } from '../../platform/session.ts'
import { useJob } from '../../platform/use-job.ts'
import type { Failure, Outcome } from '../../platform/use-query.ts'
import { useWorkingBranch } from '../../platform/use-working-branch.ts'
import './print-centre.css'

interface Made {
  readonly file: FileRef
  readonly preview: FileRef
  readonly pages: number
  readonly drafts: number
}
type PrintJob = (input: { branchId: string; year: number }, options?: { readonly signal?: AbortSignal; readonly onProgress?: (progress: Progress) => void }) => Promise<Outcome<Made>>
const printHandbook: PrintJob = (input, options) => api.print.handbook(input, options)

const YEARS_BACK = 5

/** 做好的一份:页数、草稿提醒、存为 PDF、预览。 */
const MadeVolume = ({ made, changed, onDrafts }: { readonly made: Made; readonly changed: boolean; readonly onDrafts: () => void }) => {
  const { message } = App.useApp()
  const [saved, setSaved] = useState(false)
  const read = useCallback(() => readFile(made.preview), [made.preview])
  const save = (): void => {
    // 下载凭据只能用一次;再存时用预览那份,内容一样。
    saveFile(saved ? made.preview : made.file)
    setSaved(true)
    void message.success(text.saved)
  }
  return (
    <>
      <div className="print-made">
        <Button type="primary" onClick={save}>
          {text.save}
        </Button>
        <span>{text.made(made.pages)}</span>
        {changed && <StateTag tone="warning" word={text.changed} />}
        {made.drafts > 0 && (
          <span className="print-drafts">
            <StateTag tone="warning" word={text.drafts(made.drafts)} />
            <Button onClick={onDrafts}>{text.toDrafts}</Button>
          </span>
        )}
        <span className="meta">{text.howToPrint}</span>
      </div>
      <PdfPreview read={read} />
    </>
  )
}

/** 打印中心:一个支部一年的工作手册,做成 PDF、翻看、存下。预览、文件、纸面是同一份。 */
export const PrintScreen = ({ branchId: givenBranch, year: givenYear }: Omit<Extract<Place, { screen: 'print' }>, 'screen'>) => {
  const { message } = App.useApp()
  const today = useSession((session) => session.today)
  const go = useNavigation((navigation) => navigation.go)
  const chooseBranch = useNavigation((navigation) => navigation.chooseBranch)
  const branchId = useWorkingBranch(givenBranch)
  const { nodes, query } = useOrganisations()
  const thisYear = Number(today.slice(0, 4))
  const [year, setYear] = useState(givenYear ?? thisYear)
  const [made, setMade] = useState<Made | null>(null)
  const [changed, setChanged] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const job = useJob(printHandbook)
  const branchName = nodes.find((node) => node.id === branchId)?.name ?? ''
  // 换了支部或年度,原来那份就不是要看的了。
  useEffect(() => {
    setMade(null)
    setFailure(null)
  }, [branchId, year])
  useEffect(() => (made === null ? undefined : onEvents(['meetings.changed', 'members.changed', 'organisations.changed', 'evaluation.changed'], () => setChanged(true))), [made])

  const make = async (): Promise<void> => {
    if (branchId === null) return
    setFailure(null)
    const result = await job.start({ branchId, year })
    if (result.ok) {
      setChanged(false)
      setMade(result.value)
    } else if (result.error.code === 'CANCELLED') void message.info(text.stopped)
    else setFailure(result.error)
  }
  const anyBranch = query.data === null || nodes.some((node) => node.kind === 'branch')
  const noBranch = anyBranch ? <EmptyNote sentence={text.noBranch} /> : <EmptyNote sentence={text.noBranchYet} actionLabel={text.toOrganisations} onAction={() => go({ screen: 'organisations' })} />
  const years = Array.from({ length: YEARS_BACK + 1 }, (_unused, index) => thisYear - index)
  if (!years.includes(year)) years.push(year)
  return (
    <Page
      title={text.title}
      fixed
      note={text.what}
      actions={
        <>
          <span className="print-branch">
            <BranchPicker aria-label={text.branch} value={branchId} onChange={(next) => next !== null && chooseBranch(next)} />
          </span>
          <Select aria-label={text.year} value={year} onChange={setYear} options={years.map((value) => ({ value, label: text.yearOption(value) }))} style={{ width: 120 }} />
          <Button type={made === null ? 'primary' : 'default'} disabled={branchId === null} loading={job.running} onClick={() => void make()}>
            {made === null ? text.make : text.remake}
          </Button>
        </>
      }
    >
      {failure !== null && <ErrorNote failure={failure} onRetry={() => void make()} />}
      {branchId === null ? noBranch : made === null ? <EmptyNote sentence={text.idle} /> : <MadeVolume key={made.preview.ticket} made={made} changed={changed} onDrafts={() => go({ screen: 'handbook', branchId, year })} />}
      <ProgressDialog running={job.running} title={text.making(branchName)} progress={job.progress} stageText={(stage) => text.stages[stage] ?? ''} onCancel={job.cancel} />
    </Page>
  )
}
