import { App, Button, Input, Select } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import type { AuditRow } from '../../../shared/contract/audit.contract.ts'
import { AUDIT_KINDS } from '../../../shared/contract/define.ts'
import { contract } from '../../../shared/contract/index.ts'
import { safetyText } from '../../../shared/i18n/zh-CN/safety.ts'
import { Card } from '../../components/card.tsx'
import { ConfirmedDialog } from '../../components/confirmed-dialog.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { DayPair } from '../../components/day-pair.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { Field } from '../../components/field.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { saveFile } from '../../platform/files.ts'
import { mayCall, useSession } from '../../platform/session.ts'
import type { Failure } from '../../platform/use-query.ts'
import { AuditVerifyCard } from './audit-verify-card.tsx'
import { momentOf } from './words.ts'

const text = safetyText.audit
const PAGE = 100
type Filter = { readonly fromDay: string | null; readonly toDay: string | null; readonly kind: (typeof AUDIT_KINDS)[number] | null; readonly accountId: string | null; readonly search: string }
const EVERYTHING: Filter = { fromDay: null, toDay: null, kind: null, accountId: null, search: '' }
const kinds: Readonly<Record<string, string>> = text.kinds

/** 操作记录:按日期、种类、人查;从头核对;导出。 */
export const AuditSection = () => {
  const { message } = App.useApp()
  const mayExport = useSession((state) => mayCall(state.session, contract.audit.export))
  const [filter, setFilter] = useState(EVERYTHING)
  const [found, setFound] = useState<{ readonly rows: readonly AuditRow[]; readonly total: number }>({ rows: [], total: 0 })
  const [actors, setActors] = useState<readonly { readonly accountId: string; readonly name: string }[]>([])
  const [loading, setLoading] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [exporting, setExporting] = useState(false)
  const submit = useSubmit()
  const load = useCallback(async (wanted: Filter, before: readonly AuditRow[]): Promise<void> => {
    setLoading(true)
    setFailure(null)
    const result = await api.audit.search({ ...wanted, beforeSeq: before.at(-1)?.seq ?? null, limit: PAGE })
    setLoading(false)
    if (!result.ok) return setFailure(result.error)
    setFound({ rows: [...before, ...result.value.rows], total: result.value.total })
    setActors(result.value.actors)
  }, [])
  // 打开时看最近的;以后按「查」才重取:看操作记录本身也记一条。
  useEffect(() => void load(EVERYTHING, []), [load])
  return (
    <>
      <AuditVerifyCard />
      <Card
        title={safetyText.tabs.audit}
        extra={
          mayExport && (
            <Button onClick={() => setExporting(true)}>{text.export}</Button>
          )
        }
      >
        <p>{text.intro}</p>
        {failure !== null && <ErrorNote failure={failure} />}
        <div className="safety-filter" role="search">
          <DayPair compact value={filter} onChange={(change) => setFilter({ ...filter, ...change })} text={{ fromDay: text.from, toDay: text.to }} />
          <Field label={text.kind} compact>
            {(control) => <Select {...control} className="safety-select" value={filter.kind ?? ''} options={[{ value: '', label: text.allKinds }, ...AUDIT_KINDS.map((kind) => ({ value: kind, label: text.kinds[kind] }))]} onChange={(kind: string) => setFilter({ ...filter, kind: AUDIT_KINDS.find((known) => known === kind) ?? null })} />}
          </Field>
          <Field label={text.who} compact>
            {(control) => <Select {...control} className="safety-select" value={filter.accountId ?? ''} options={[{ value: '', label: text.everyone }, ...actors.map(({ accountId, name }) => ({ value: accountId, label: name }))]} onChange={(accountId: string) => setFilter({ ...filter, accountId: accountId === '' ? null : accountId })} />}
          </Field>
          <Field label={text.search} compact>
            {(control) => <Input {...control} value={filter.search} maxLength={60} onChange={(event) => setFilter({ ...filter, search: event.target.value })} />}
          </Field>
          <Button type="primary" loading={loading} onClick={() => void load(filter, [])}>
            {text.find}
          </Button>
        </div>
        <DataTable
          label={text.table}
          rows={found.rows}
          rowKey={({ seq }) => String(seq)}
          loading={loading && found.rows.length === 0}
          empty={<p className="empty-note">{text.empty}</p>}
          minWidth={980}
          columns={[
            { title: text.columns.seq, width: 80, align: 'right', render: (_, row) => row.seq },
            { title: text.columns.at, width: 170, render: (_, row) => `${momentOf(row.at)}${row.clockDoubtful ? ` ${text.doubtful}` : ''}` },
            { title: text.columns.who, width: 110, render: (_, row) => row.actorName },
            { title: text.columns.kind, width: 110, render: (_, row) => kinds[row.kind] ?? row.kind },
            { title: text.columns.what, render: (_, row) => row.detail },
            { title: text.columns.where, width: 170, render: (_, row) => row.unitName },
            { title: text.columns.why, width: 150, render: (_, row) => row.reason },
          ]}
        />
        <p className="safety-more">
          <span className="meta">{text.total(found.total)}</span>
          {found.rows.length < found.total && (
            <Button loading={loading} onClick={() => void load(filter, found.rows)}>
              {text.more}
            </Button>
          )}
        </p>
      </Card>
      <ConfirmedDialog
        open={exporting}
        title={text.exportTitle}
        confirmLabel={text.export}
        submit={submit}
        onClose={() => setExporting(false)}
        onConfirm={(confirm) =>
          void submit.run(
            () => api.audit.export(filter, { confirm }),
            ({ file, rows }) => {
              setExporting(false)
              saveFile(file)
              void message.success(text.exported(rows))
            },
          )
        }
      >
        <p>{text.exportNote}</p>
      </ConfirmedDialog>
    </>
  )
}
