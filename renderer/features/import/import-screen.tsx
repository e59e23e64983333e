import { App, Button, Radio } from 'antd'
import { useCallback, useId, useRef, useState } from 'react'
import { importDoctorText } from '../../../shared/i18n/zh-CN/import-doctor.ts'
import { importScreenText as text } from '../../../shared/i18n/zh-CN/import-screen.ts'
import { importKindSchema, type ImportKind } from '../../../shared/model/roster-import.ts'
import { BranchPicker } from '../../components/branch-picker.tsx'
import { ConfirmButton } from '../../components/confirm-button.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { Field } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import { Page } from '../../components/page.tsx'
import { ProgressDialog } from '../../components/progress-dialog.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { api } from '../../platform/api.ts'
import { saveFile } from '../../platform/files.ts'
import { useNavigation, type Place } from '../../platform/navigation.ts'
import { ColumnMapping } from './column-mapping.tsx'
import { HeadingPicker } from './heading-picker.tsx'
import { PreviewTable } from './preview-table.tsx'
import { usePageDrop } from './use-page-drop.ts'
import { useImport } from './use-import.ts'
import './import.css'

const listPlace = (kind: ImportKind, branchId: string | null): Place => {
  const places: Readonly<Record<ImportKind, Place>> = {
    organisations: { screen: 'organisations' },
    members: { screen: 'members', ...(branchId === null ? {} : { organisationId: branchId }) },
    candidates: { screen: 'development' },
    dues: { screen: 'dues', ...(branchId === null ? {} : { branchId }) },
  }
  return places[kind]
}

/** 导入:先看每一行的结论,再决定写不写;有毛病的可以标在原来那份表上带回去改。 */
export const ImportScreen = ({ kind: initialKind, branchId: initialBranchId }: { readonly kind?: ImportKind; readonly branchId?: string }) => {
  const go = useNavigation((navigation) => navigation.go)
  const { message } = App.useApp()
  const { step, kind, setKind, branchId, setBranchId, file, uploading, failure, setFailure, previewJob, commitJob, check, remap, takeHeading, sent, commit, restart } = useImport(initialKind ?? 'members', initialBranchId ?? null)
  const [marking, setMarking] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const inputId = useId()
  const busy = uploading || previewJob.running || commitJob.running
  const take = useCallback(
    (files: readonly File[]) => {
      const [first, second] = files
      if (second !== undefined) message.warning(text.oneFile)
      else if (first !== undefined) void check(first, kind, branchId)
    },
    [branchId, check, kind, message],
  )
  const download = async (): Promise<void> => {
    const result = await api.imports.template({ kind })
    if (result.ok) saveFile(result.value.file)
    else setFailure(result.error)
  }
  const mark = async (previewId: string): Promise<void> => {
    setMarking(true)
    const result = await api.imports.markedSheet({ previewId })
    setMarking(false)
    if (!result.ok) return setFailure(result.error)
    saveFile(result.value.file)
    message.success(text.marked(result.value.marked))
  }
  const dragging = usePageDrop(!busy && step.kind !== 'done', take)
  const preview = step.kind === 'choose' ? null : step.preview
  const refused = preview?.counts.refused ?? 0
  // 没有变化的不必写,按钮上的人数不算它们。
  const writable = preview === null ? 0 : preview.acceptable - preview.counts.same
  return (
    <Page
      title={text.title}
      section={{ group: 'members', current: 'import' }}
      note={preview === null ? undefined : text.fileLine(preview.fileName, preview.counts.total)}
      fixed={step.kind !== 'choose'}
      actions={
        step.kind === 'preview' ? (
          <>
            <Button onClick={restart}>{text.otherFile}</Button>
            {step.preview.counts.refused + step.preview.counts.warned > 0 && (
              <Button loading={marking} onClick={() => void mark(step.preview.previewId)}>
                {text.mark}
              </Button>
            )}
            {refused > 0 && writable > 0 && (
              <ConfirmButton
                type="primary"
                label={text.importAcceptable(writable)}
                question={text.importQuestion(writable)}
                consequence={text.skipConsequence(refused)}
                confirmLabel={text.importAll(writable)}
                loading={commitJob.running}
                onConfirm={() => void commit(step.preview, true)}
              />
            )}
            {refused === 0 && writable > 0 && (
              <Button type="primary" loading={commitJob.running} onClick={() => void commit(step.preview, false)}>
                {text.importAll(writable)}
              </Button>
            )}
          </>
        ) : (
          step.kind === 'done' && (
            <>
              <Button onClick={restart}>{text.another}</Button>
              <Button onClick={() => go({ screen: 'import-history' })}>{text.toHistory}</Button>
              <Button type="primary" onClick={() => go(listPlace(kind, branchId))}>
                {text.toList[kind]}
              </Button>
            </>
          )
        )
      }
    >
      {failure !== null && <ErrorNote failure={failure} />}
      {step.kind === 'choose' && failure?.code === 'HEADER_NOT_FOUND' && sent !== null && <HeadingPicker key={sent.ticket} kind={kind} file={sent} busy={busy} onReady={(columns) => void takeHeading(columns)} />}
      {step.kind === 'choose' && (
        <div className="import-choose" data-dragging={dragging}>
          {importKindSchema.options.length > 1 && (
            <Radio.Group aria-label={text.kind} optionType="button" value={kind} onChange={(event) => setKind(importKindSchema.parse(event.target.value))} options={importKindSchema.options.map((value) => ({ value, label: importDoctorText.kinds[value] }))} />
          )}
          <Icon name="file" size={40} />
          <p className="import-intro">{dragging ? text.drop : text.intro(importDoctorText.kinds[kind])}</p>
          <p className="meta">{text.introNote}</p>
          <input
            ref={input}
            id={inputId}
            className="visually-hidden"
            type="file"
            tabIndex={-1}
            aria-label={text.pick}
            accept=".xlsx,.xlsm,.xls,.csv,.et"
            onChange={(event) => {
              take([...(event.target.files ?? [])])
              event.target.value = ''
            }}
          />
          <Button type="primary" size="large" loading={busy} onClick={() => input.current?.click()}>
            {uploading ? text.uploading : text.pick}
          </Button>
          <p className="import-template">
            <Button type="link" onClick={() => void download()}>
              {text.template}
            </Button>
            <span className="meta">{text.templateNote}</span>
          </p>
          {kind !== 'organisations' && (
            <div className="import-branch">
              <Field label={text.branch} hint={text.branchHint}>
                {(control) => <BranchPicker {...control} value={branchId} onChange={setBranchId} allowClear placeholder={text.branchByFile} />}
              </Field>
              {file !== null && !busy && (
                <Button onClick={() => void check(file, kind, branchId)}>
                  {text.recheck}
                </Button>
              )}
            </div>
          )}
        </div>
      )}
      {step.kind === 'done' && (
        <p className="import-done" role="status">
          <StateTag tone="done" word={text.done(step.report.written)} />
          <span>{text.doneNote(step.report.counts.refused, step.report.counts.same)}</span>
        </p>
      )}
      {step.kind === 'preview' && refused > 0 && (
        <p className="import-refused">
          <StateTag tone="overdue" word={step.preview.acceptable === 0 ? text.nothingAcceptable : text.refusedNote(refused)} />
        </p>
      )}
      {step.kind === 'preview' && refused === 0 && writable === 0 && (
        <p className="import-done">
          <StateTag tone="done" word={text.nothingNew} />
        </p>
      )}
      {preview !== null && (
        <>
          <ColumnMapping key={preview.previewId} preview={preview} busy={busy} {...(step.kind === 'preview' ? { onRemap: (columns) => void remap(preview.previewId, columns) } : {})} />
          <PreviewTable preview={preview} />
        </>
      )}
      <ProgressDialog running={previewJob.running} title={text.checking} progress={previewJob.progress} onCancel={previewJob.cancel} />
      <ProgressDialog running={commitJob.running} title={text.writing} progress={commitJob.progress} onCancel={commitJob.cancel} />
    </Page>
  )
}
