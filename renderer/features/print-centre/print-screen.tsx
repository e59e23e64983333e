import { App, Button, Select } from 'antd'
import { useEffect, useState } from 'react'
import { contract } from '../../../shared/contract/index.ts'
import { printCentreText as text } from '../../../shared/i18n/zh-CN/print-centre.ts'
import type { FileRef } from '../../../shared/model/files.ts'
import type { Progress } from '../../../shared/rpc/messages.ts'
import { BranchPicker, useOrganisations } from '../../components/branch-picker.tsx'
import { EmptyNote } from '../../components/empty-note.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { Page } from '../../components/page.tsx'
import { ProgressDialog } from '../../components/progress-dialog.tsx'
import { api, onEvents } from '../../platform/api.ts'
import { saveFile } from '../../platform/files.ts'
import { useNavigation, type Place } from '../../platform/navigation.ts'
import { mayCall, useSession } from '../../platform/session.ts'
import { useJob } from '../../platform/use-job.ts'
import { useQuery, type Failure, type Outcome } from '../../platform/use-query.ts'
import { useWorkingBranch } from '../../platform/use-working-branch.ts'
import { MadeVolume, type Made } from './made-volume.tsx'
import { EMPTY_WISH, isReady, PrintChoice, type PrintKind, type PrintWish } from './print-choice.tsx'
import { SectionSettings } from './section-settings.tsx'
import { YearEndDrawer } from './year-end-drawer.tsx'
import './print-centre.css'

type PrintInput = PrintWish & { readonly branchId: string; readonly year: number }
type PrintJob = (input: PrintInput, options?: { readonly signal?: AbortSignal; readonly onProgress?: (progress: Progress) => void }) => Promise<Outcome<Made>>
const print: PrintJob = ({ kind, section, blanks, copies, filled, ...place }, options) => {
  switch (kind) {
    case 'volume':
      return api.print.handbook(place, options)
    case 'changes':
      return api.print.changes(place, options)
    case 'section':
      return api.print.section({ ...place, section: section ?? 'basics' }, options)
    case 'blanks':
      return api.print.blanks({ ...place, sections: [...blanks], copies, filled }, options)
  }
}

type WordJob = (input: { branchId: string; year: number; section: PrintWish['section'] }, options?: { readonly signal?: AbortSignal; readonly onProgress?: (progress: Progress) => void }) => Promise<Outcome<{ readonly file: FileRef }>>
const writeWordJob: WordJob = (input, options) => api.print.word(input, options)

const YEARS_BACK = 5
const CHANGES = ['meetings.changed', 'members.changed', 'organisations.changed', 'evaluation.changed', 'care.changed', 'transfers.changed', 'development.changed'] as const

/** 打印中心:一个支部一年的工作手册,整本、改动的页、一节、空白表;做成 PDF、翻看、存下。预览、文件、纸面是同一份。 */
export const PrintScreen = ({ branchId: givenBranch, year: givenYear }: Omit<Extract<Place, { screen: 'print' }>, 'screen'>) => {
  const { message } = App.useApp()
  const today = useSession((session) => session.today)
  const mayArrange = useSession((state) => mayCall(state.session, contract.print.saveSections))
  const go = useNavigation((navigation) => navigation.go)
  const chooseBranch = useNavigation((navigation) => navigation.chooseBranch)
  const branchId = useWorkingBranch(givenBranch)
  const { nodes, query } = useOrganisations()
  const thisYear = Number(today.slice(0, 4))
  const [year, setYear] = useState(givenYear ?? thisYear)
  const [wish, setWish] = useState(EMPTY_WISH)
  const [made, setMade] = useState<(Made & { readonly kind: PrintKind }) | null>(null)
  const [changed, setChanged] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [yearEnd, setYearEnd] = useState(false)
  const [arranging, setArranging] = useState(false)
  const overview = useQuery(api.print.overview, branchId === null ? null : { branchId, year }, CHANGES)
  const choice = useQuery(api.print.sectionChoice, {})
  const job = useJob(print)
  const word = useJob(writeWordJob)
  const branchName = nodes.find((node) => node.id === branchId)?.name ?? ''
  // 换了支部或年度,原来那份就不是要看的了。
  useEffect(() => {
    setMade(null)
    setFailure(null)
  }, [branchId, year])
  useEffect(() => (made === null ? undefined : onEvents([...CHANGES], () => setChanged(true))), [made])

  const make = async (): Promise<void> => {
    if (branchId === null) return
    setFailure(null)
    const result = await job.start({ ...wish, branchId, year })
    if (result.ok) {
      setChanged(false)
      setMade({ ...result.value, kind: wish.kind })
    } else if (result.error.code === 'CANCELLED') void message.info(text.stopped)
    else setFailure(result.error)
  }
  const writeWord = async (): Promise<void> => {
    if (branchId === null) return
    setFailure(null)
    const result = await word.start({ branchId, year, section: wish.kind === 'section' ? wish.section : null })
    if (result.ok) {
      saveFile(result.value.file)
      void message.success(text.wordSaved)
    } else if (result.error.code !== 'CANCELLED') setFailure(result.error)
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
          {(wish.kind === 'volume' || wish.kind === 'section') && (
            <Button disabled={branchId === null || !isReady(wish, overview.data) || job.running} loading={word.running} onClick={() => void writeWord()}>
              {text.word}
            </Button>
          )}
          <Button type={made === null ? 'primary' : 'default'} disabled={branchId === null || !isReady(wish, overview.data)} loading={job.running} onClick={() => void make()}>
            {wish.kind !== 'volume' ? text.makePart : made === null ? text.make : text.remake}
          </Button>
        </>
      }
    >
      {failure !== null && <ErrorNote failure={failure} onRetry={() => void make()} />}
      {branchId === null ? (
        noBranch
      ) : (
        <div className="print-body">
          <PrintChoice wish={wish} overview={overview.data} disabled={job.running} onChange={setWish} onYearEnd={() => setYearEnd(true)} onSettings={mayArrange && choice.data !== null ? () => setArranging(true) : null} />
          <div className="print-sheet">
            {made === null ? (
              <EmptyNote sentence={text.idle} />
            ) : (
              <MadeVolume key={made.preview.ticket} made={made} branchId={branchId} keepable={made.kind === 'volume' || made.kind === 'changes'} changed={changed} onDrafts={() => go({ screen: 'handbook', branchId, year })} onKept={overview.reload} />
            )}
          </div>
        </div>
      )}
      {yearEnd && branchId !== null && <YearEndDrawer branchId={branchId} branchName={branchName} year={year} onClose={() => setYearEnd(false)} />}
      {arranging && choice.data !== null && (
        <SectionSettings
          choice={choice.data}
          onClose={() => setArranging(false)}
          onSaved={() => {
            choice.reload()
            overview.reload()
            setChanged(true)
          }}
        />
      )}
      <ProgressDialog running={job.running} title={text.making(branchName)} progress={job.progress} stageText={(stage) => text.stages[stage] ?? ''} onCancel={job.cancel} />
    </Page>
  )
}
