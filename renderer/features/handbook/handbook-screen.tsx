import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { contract } from '../../../shared/contract/index.ts'
import { handbookText } from '../../../shared/i18n/zh-CN/handbook.ts'
import { meetingAidsText } from '../../../shared/i18n/zh-CN/meeting-aids.ts'
import type { MeetingRow, NormRow } from '../../../shared/model/meeting.ts'
import { Card } from '../../components/card.tsx'
import { EmptyNote } from '../../components/empty-note.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { Icon } from '../../components/icon.tsx'
import { AidsDialog } from '../../components/meeting-aids/aids-dialog.tsx'
import { Page } from '../../components/page.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { api } from '../../platform/api.ts'
import { useNavigation, type Place } from '../../platform/navigation.ts'
import { mayCall, useSession } from '../../platform/session.ts'
import { useQuery, type Failure } from '../../platform/use-query.ts'
import { useWorkingBranch } from '../../platform/use-working-branch.ts'
import { CreateDialog, type NewRecord } from './create-dialog.tsx'
import './handbook.css'
import { activityName, lackingTalksText, suggestedDay, type NormPeriod } from '../../components/norm-cells.ts'
import { NormTable, type CellAddress } from './norm-table.tsx'
import { OutcomeCard } from './outcome-card.tsx'
import { RecordList } from './record-list.tsx'
import { YearSwitch } from '../../components/year-switch.tsx'

const text = handbookText
const EVENTS = ['meetings.changed', 'members.changed', 'organisations.changed', 'norms.changed', 'normDecisions.changed', 'registers.changed'] as const

/** 选中的一格:说清应办几次、期限哪天,给出下一步的按钮。 */
const SelectedCell = ({ row, period, records, busy, onRecord, onOpen }: { readonly row: NormRow; readonly period: NormPeriod; readonly records: readonly MeetingRow[]; readonly busy: boolean; readonly onRecord: () => void; readonly onOpen: (id: string) => void }) => {
  const mine = period.meetingIds.flatMap((id) => records.filter((record) => record.id === id))
  const drafts = mine.filter((record) => record.state === 'draft' || record.state === 'returned')
  const others = mine.filter((record) => !drafts.includes(record))
  return (
    <div className="norm-selected" role="status">
      <strong>
        {activityName(row)} {text.norms.period(period.period)}
      </strong>
      <span>{text.norms.selected(period.required, period.done, period.drafts, period.dueDay)}</span>
      {period.entry === 'late' && period.enteredOn !== null && <StateTag tone="warning" word={text.norms.enteredLate(period.enteredOn, period.lastDay)} />}
      {period.entry === 'on_time' && period.enteredOn !== null && <span className="meta">{text.norms.enteredOnTime(period.enteredOn)}</span>}
      {period.exemption !== '' && <span>{text.norms.exempted(period.exemption)}</span>}
      {lackingTalksText(period) !== '' && <span>{lackingTalksText(period)}</span>}
      {period.isLocked && period.done === 0 && <StateTag tone="locked" word={text.norms.locked(period.lastDay)} />}
      {others.map((record) => (
        <Button key={record.id} onClick={() => onOpen(record.id)}>
          {text.norms.view(record.title)}
        </Button>
      ))}
      {drafts.map((record) => (
        <Button key={record.id} type="primary" onClick={() => onOpen(record.id)}>
          {text.norms.continueDraft(record.title)}
        </Button>
      ))}
      {drafts.length === 0 && (
        <Button type={others.length === 0 ? 'primary' : 'default'} loading={busy} onClick={onRecord}>
          {row.activity === 'heart_talk' ? text.norms.register : others.length === 0 ? text.norms.record : text.norms.recordAgain}
        </Button>
      )}
    </div>
  )
}

/** 手册总览:一个支部一年的规范要求、已办应办与全部记录(支部工作条例第十一至十三、十六条)。 */
export const HandbookScreen = ({ branchId: givenBranch, year: givenYear }: Omit<Extract<Place, { screen: 'handbook' }>, 'screen'>) => {
  const today = useSession((session) => session.today)
  const go = useNavigation((navigation) => navigation.go)
  const branchId = useWorkingBranch(givenBranch)
  const [year, setYear] = useState(givenYear ?? Number(today.slice(0, 4)))
  const [selected, setSelected] = useState<CellAddress | null>(null)
  const [creating, setCreating] = useState(false)
  const [managing, setManaging] = useState(false)
  const aidsAllowed = useSession(({ session }) => mayCall(session, contract.meetingAids.list))
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const overview = useQuery(api.meetings.yearOverview, branchId === null ? null : { branchId, year }, EVENTS)
  const list = useQuery(api.meetings.list, branchId === null ? null : { branchId, year, meetingType: null }, EVENTS)
  useEffect(() => setSelected(null), [branchId, year])

  const open = (meetingId: string): void => go({ screen: 'meeting', meetingId })
  const create = async (record: NewRecord): Promise<void> => {
    if (branchId === null) return
    setBusy(true)
    setFailure(null)
    const result = await api.meetings.create({ branchId, ...record })
    setBusy(false)
    if (result.ok) open(result.value.id)
    else setFailure(result.error)
  }
  const records = list.data?.rows ?? []
  const groups = (overview.data?.norms ?? []).flatMap((row) => (row.partyGroupId === null ? [] : [{ id: row.partyGroupId, name: row.partyGroupName }]))
  return (
    <Page
      title={text.title}
      note={overview.data?.branchName ?? ''}
      section={{ group: 'handbook', current: 'handbook' }}
      state={<YearSwitch year={year} onChange={setYear} />}
      actions={
        branchId !== null && (
          <>
            {aidsAllowed && <Button onClick={() => setManaging(true)}>{meetingAidsText.manage.open}</Button>}
            <Button onClick={() => go({ screen: 'print', branchId, year })}>{text.print}</Button>
            <Button type="primary" icon={<Icon name="plus" />} onClick={() => setCreating(true)}>
              {text.newRecord}
            </Button>
          </>
        )
      }
    >
      {branchId === null ? (
        <EmptyNote sentence={text.noBranch} actionLabel={text.toOrganisations} onAction={() => go({ screen: 'organisations' })} />
      ) : (
        <>
          <QueryView query={overview}>
            {(data) => {
              const row = selected === null ? undefined : data.norms[selected.row]
              const period = selected === null ? undefined : row?.periods[selected.cell]
              return (
                <>
                <Card title={text.norms.title} extra={<span className="meta">{text.norms.doneTo(data.asOf)}</span>}>
                  <NormTable norms={data.norms} asOf={data.asOf} selected={selected} onSelect={setSelected} />
                  {row === undefined || period === undefined ? (
                    <p className="norm-selected meta">{text.norms.hint}</p>
                  ) : (
                    <SelectedCell row={row} period={period} records={records} busy={busy} onOpen={open} onRecord={() => (row.activity === 'heart_talk' ? go({ screen: 'registers', register: 'talks', branchId }) : void create({ meetingType: row.activity, partyGroupId: row.partyGroupId, day: suggestedDay(period, data.asOf) }))} />
                  )}
                  {failure !== null && !creating && <ErrorNote failure={failure} />}
                </Card>
                <OutcomeCard norms={data.norms} branchId={branchId} branchName={data.branchName} year={year} asOf={data.asOf} />
                </>
              )
            }}
          </QueryView>
          <QueryView query={list}>{(data) => <RecordList rows={data.rows} year={year} loading={list.loading} onOpen={open} onCreate={() => setCreating(true)} />}</QueryView>
        </>
      )}
      {branchId !== null && <AidsDialog branchId={branchId} open={managing} onClose={() => setManaging(false)} />}
      <CreateDialog
        branchId={branchId ?? ''}
        open={creating}
        today={today}
        groups={groups}
        busy={busy}
        failure={failure}
        onCreate={(record) => void create(record)}
        onCancel={() => {
          setCreating(false)
          setFailure(null)
        }}
      />
    </Page>
  )
}
