import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { backupsText } from '../../../shared/i18n/zh-CN/backups.ts'
import { safetyText } from '../../../shared/i18n/zh-CN/safety.ts'
import { Card } from '../../components/card.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { Icon } from '../../components/icon.tsx'
import { ProgressDialog } from '../../components/progress-dialog.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { RowActions } from '../../components/row-actions.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { useJob } from '../../platform/use-job.ts'
import { useQuery, type Failure } from '../../platform/use-query.ts'
import { RestoreDialog } from './restore-dialog.tsx'
import { megabytes, momentOf } from './words.ts'

const text = safetyText.backups
type Row = NonNullable<ReturnType<typeof useBackups>['data']>['backups'][number]
const useBackups = () => useQuery(api.backups.list, {}, ['backups.changed'])
const useOverview = () => useQuery(api.backups.overview, {}, ['backups.changed'])

const stages: Readonly<Record<string, string>> = text.stages
const stageText = (stage: string): string => stages[stage] ?? ''
const kinds: Readonly<Record<string, string>> = backupsText.kinds
const kindText = (kind: string): string => kinds[kind] ?? kind
/** 不碍恢复的毛病。 */
const HARMLESS = ['blob_missing', 'blob_changed', 'keys_incomplete']
const isUsable = ({ problems }: Row): boolean => problems.every((problem) => HARMLESS.includes(problem))
const stateText = (row: Row): string => (row.problems.length === 0 ? text.sound : isUsable(row) ? text.lacking : text.broken)

/** 现在的情形一眼看清,下面是清单;恢复先看会少什么。 */
export const BackupsSection = () => {
  const { message } = App.useApp()
  const overview = useOverview()
  const list = useBackups()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [asking, setAsking] = useState(false)
  const [path, setPath] = useState('')
  const [restoring, setRestoring] = useState<Row | null>(null)
  const submit = useSubmit()
  const make = useJob(api.backups.make)
  const second = useJob(api.backups.makeSecond)
  const verify = useJob(api.backups.verify)
  const drill = useJob(api.backups.drill)
  const jobs = [
    { job: make, title: text.working.make },
    { job: second, title: text.working.second },
    { job: verify, title: text.working.verify },
    { job: drill, title: text.working.drill },
  ]
  const run = async <O,>(start: Promise<{ readonly ok: true; readonly value: O } | { readonly ok: false; readonly error: Failure }>, done: (value: O) => void): Promise<void> => {
    setFailure(null)
    const result = await start
    list.reload()
    overview.reload()
    if (result.ok) done(result.value)
    else if (result.error.code !== 'CANCELLED') setFailure(result.error)
  }
  return (
    <>
      {failure !== null && <ErrorNote failure={failure} />}
      <Card title={text.state}>
        <QueryView query={overview}>
          {(data) => (
            <ul className="safety-facts">
              <li data-tone={data.last === null ? 'warning' : 'fine'}>
                <Icon name={data.last === null ? 'alert' : 'tick'} />
                {data.running ? text.running : data.last === null ? text.none : text.last(momentOf(data.last.madeAt), kindText(data.last.kind))}
              </li>
              <li data-tone={data.secondState === 'fine' ? 'fine' : data.secondState === 'old' ? 'warning' : 'danger'}>
                <Icon name={data.secondState === 'fine' ? 'tick' : 'alert'} />
                {data.secondState === 'never' ? text.second.never : text.second[data.secondState](data.secondAgeDays ?? 0)}
              </li>
              <li data-tone={data.lastDrill?.sound === true ? 'fine' : 'warning'}>
                <Icon name={data.lastDrill?.sound === true ? 'tick' : 'ring'} />
                {data.lastDrill === null ? text.noDrill : text.drill(momentOf(data.lastDrill.at), data.lastDrill.sound)}
              </li>
              <li data-tone={data.space === 'enough' ? 'fine' : 'danger'}>
                <Icon name={data.space === 'enough' ? 'tick' : 'alert'} />
                {text.space[data.space](data.freeMegabytes)}
              </li>
            </ul>
          )}
        </QueryView>
        <div className="safety-actions">
          <Button type="primary" size="large" onClick={() => void run(make.start({}), () => void message.success(text.made))}>
            {text.make}
          </Button>
          <Button
            size="large"
            onClick={() => {
              setPath(overview.data?.secondPlace ?? '')
              setAsking(true)
            }}
          >
            {text.makeSecond}
          </Button>
          <Button size="large" onClick={() => void run(drill.start({}), ({ sound }) => void (sound ? message.success(text.drilled(true)) : message.error(text.drilled(false))))}>
            {text.runDrill}
          </Button>
        </div>
      </Card>
      <Card title={text.list} extra={list.data === null ? null : <span className="meta">{text.total(list.data.backups.length, megabytes(list.data.totalBytes))}</span>}>
        <DataTable
          label={text.list}
          rows={list.data?.backups ?? []}
          rowKey={({ id }) => id}
          loading={list.loading}
          columns={[
            { title: text.columns.when, width: 170, render: (_, row) => momentOf(row.madeAt) },
            { title: text.columns.kind, width: 120, render: (_, row) => kindText(row.kind) },
            { title: text.columns.place, width: 90, render: (_, row) => text.place[row.place] },
            { title: text.columns.size, width: 100, align: 'right', render: (_, row) => `${megabytes(row.bytes)} MB` },
            { title: text.columns.state, render: (_, row) => stateText(row) },
            {
              title: text.columns.action,
              width: 230,
              render: (_, row) => (
                <RowActions>
                  <Button onClick={() => void run(verify.start({ id: row.id }), (checked) => void message.info(stateText(checked)))}>{text.check}</Button>
                  <Button disabled={!isUsable(row)} onClick={() => setRestoring(row)}>
                    {text.restore}
                  </Button>
                </RowActions>
              ),
            },
          ]}
        />
      </Card>
      <FormDialog
        open={asking}
        title={text.secondTitle}
        confirmLabel={text.secondStart}
        submit={submit}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false)
          void run(second.start({ path: path.trim() }), () => void message.success(text.copied))
        }}
      >
        <Field label={text.secondPath} required hint={text.secondHint}>
          {(control) => <Input {...control} value={path} maxLength={1000} onChange={(event) => setPath(event.target.value)} />}
        </Field>
      </FormDialog>
      <RestoreDialog
        backup={restoring}
        onClose={() => setRestoring(null)}
        onRestored={() => {
          setRestoring(null)
          void message.success(text.restored)
          list.reload()
          overview.reload()
        }}
      />
      {jobs.map(({ job, title }) => (
        <ProgressDialog key={title} running={job.running} title={title} progress={job.progress} stageText={stageText} onCancel={job.cancel} />
      ))}
    </>
  )
}
