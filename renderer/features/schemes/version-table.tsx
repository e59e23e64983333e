import { App, Button, Dropdown, Input } from 'antd'
import { useState } from 'react'
import { schemesText } from '../../../shared/i18n/zh-CN/schemes.ts'
import type { SchemeDocument, SchemeEntry, SchemeVersionEntry } from '../../../shared/model/scheme.ts'
import { localDay } from '../../../shared/util/local-time.ts'
import { ConfirmedDialog } from '../../components/confirmed-dialog.tsx'
import { DataTable, type DataColumns } from '../../components/data-table.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { saveFile } from '../../platform/files.ts'

const text = schemesText.library
const TONES = { draft: 'doing', published: 'done', retired: 'locked' } as const

interface VersionTableProps {
  readonly scheme: SchemeEntry
  readonly mayWrite: boolean
  readonly onOpen: (document: Pick<SchemeDocument, 'id'>) => void
}

/** 一个方案的各版:打开、出新版、另存、导出、停用。 */
export const VersionTable = ({ scheme, mayWrite, onOpen }: VersionTableProps) => {
  const { message } = App.useApp()
  const submit = useSubmit()
  const [asking, setAsking] = useState<{ readonly what: 'copy' | 'retire'; readonly version: SchemeVersionEntry } | null>(null)
  const [name, setName] = useState('')
  const next = (version: SchemeVersionEntry): void => void submit.run(() => api.schemes.createFromVersion({ id: version.id, asNew: false, name: scheme.name }), onOpen)
  const exportTo = (version: SchemeVersionEntry, format: 'file' | 'sheet'): void => void submit.run(() => api.schemes.exportFile({ versionId: version.id, format }), ({ file }) => saveFile(file))
  const actionsOf = (version: SchemeVersionEntry) => [
    ...(mayWrite ? [{ key: 'copy', label: text.copy }] : []),
    { key: 'file', label: text.exportFile },
    { key: 'sheet', label: text.exportSheet },
    ...(mayWrite && version.status === 'published' && version.resultCount === 0 ? [{ key: 'retire', label: text.retire }] : []),
  ]
  const act = (version: SchemeVersionEntry, key: string): void => {
    if (key === 'file' || key === 'sheet') exportTo(version, key)
    else if (key === 'retire' || key === 'copy') {
      setName(text.copyName(scheme.name))
      setAsking({ what: key, version })
    }
  }
  const columns: DataColumns<SchemeVersionEntry> = [
    { title: text.columns.version, key: 'version', width: 100, render: (_value, row) => text.version(row.version) },
    {
      title: text.columns.status,
      key: 'status',
      width: 190,
      render: (_value, row) => (
        <span className="scheme-status">
          <StateTag tone={TONES[row.status]} word={schemesText.statuses[row.status]} />
          {row.inForce && <strong>{text.inForce}</strong>}
        </span>
      ),
    },
    { title: text.columns.from, key: 'from', width: 120, render: (_value, row) => row.effectiveFrom },
    { title: text.columns.published, key: 'published', width: 180, render: (_value, row) => (row.publishedAt === null ? '' : text.published(localDay(row.publishedAt), row.publishedBy)) },
    { title: text.columns.results, key: 'results', width: 90, render: (_value, row) => text.results(row.resultCount) },
    {
      title: text.columns.action,
      key: 'action',
      width: 330,
      render: (_value, row) => (
        <span className="scheme-actions">
          <Button aria-label={text.openLabel(scheme.name, row.version)} type={row.status === 'draft' && mayWrite ? 'primary' : 'default'} onClick={() => onOpen(row)}>
            {row.status === 'draft' && mayWrite ? text.edit : text.open}
          </Button>
          {mayWrite && row.status === 'published' && (
            <Button loading={submit.busy} onClick={() => next(row)}>
              {text.next}
            </Button>
          )}
          <Dropdown trigger={['click']} menu={{ items: actionsOf(row), onClick: ({ key }) => act(row, key) }}>
            <Button>{text.more}</Button>
          </Dropdown>
        </span>
      ),
    },
  ]
  const close = (): void => setAsking(null)
  return (
    <>
      {submit.failure !== null && asking === null && <ErrorNote failure={submit.failure} />}
      <DataTable label={text.listOf(scheme.name)} columns={columns} rows={scheme.versions} rowKey={({ id }) => id} minWidth={1000} />
      {asking?.what === 'copy' && (
        <FormDialog open title={text.copyTitle(scheme.name)} confirmLabel={text.confirmCopy} submit={submit} onConfirm={() => name.trim() !== '' && void submit.run(() => api.schemes.createFromVersion({ id: asking.version.id, asNew: true, name: name.trim() }), onOpen)} onClose={close}>
          <Field label={text.nameTaken} required>
            {(control) => <Input {...control} autoFocus value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />}
          </Field>
        </FormDialog>
      )}
      <ConfirmedDialog
        open={asking?.what === 'retire'}
        title={asking === null ? '' : text.retireTitle(scheme.name, asking.version.version)}
        confirmLabel={text.retire}
        submit={submit}
        onClose={close}
        onConfirm={(confirm) =>
          asking !== null &&
          void api.schemes.read({ versionId: asking.version.id }).then((read) =>
            submit.run(
              () => (read.ok ? api.schemes.retire({ id: asking.version.id, rev: read.value.rev }, { confirm }) : Promise.resolve(read)),
              () => {
                void message.success(schemesText.statuses.retired)
                close()
              },
            ),
          )
        }
      >
        <p>{text.retireConsequence}</p>
      </ConfirmedDialog>
    </>
  )
}
