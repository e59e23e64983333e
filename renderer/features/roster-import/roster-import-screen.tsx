import { App, Button } from 'antd'
import { useCallback, useId, useRef } from 'react'
import { rosterImportScreenText as text } from '../../../shared/i18n/zh-CN/roster-import-screen.ts'
import { BranchPicker } from '../../components/branch-picker.tsx'
import { ConfirmButton } from '../../components/confirm-button.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { Field } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import { Page } from '../../components/page.tsx'
import { ProgressDialog } from '../../components/progress-dialog.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { useNavigation } from '../../platform/navigation.ts'
import { ColumnMapping } from './column-mapping.tsx'
import { PreviewTable } from './preview-table.tsx'
import { usePageDrop } from './use-page-drop.ts'
import { useRosterImport } from './use-roster-import.ts'
import './roster-import.css'

/** 导入名册:先看每一行的结论,再决定写不写。 */
export const RosterImportScreen = ({ branchId: initialBranchId }: { readonly branchId?: string }) => {
  const { go, back } = useNavigation()
  const { message } = App.useApp()
  const { step, branchId, setBranchId, file, uploading, failure, previewJob, commitJob, check, commit, restart } = useRosterImport(initialBranchId ?? null)
  const input = useRef<HTMLInputElement>(null)
  const inputId = useId()
  const busy = uploading || previewJob.running || commitJob.running
  const take = useCallback(
    (files: readonly File[]) => {
      const [first, second] = files
      if (second !== undefined) message.warning(text.oneFile)
      else if (first !== undefined) void check(first, branchId)
    },
    [branchId, check, message],
  )
  const dragging = usePageDrop(!busy && step.kind !== 'done', take)
  const preview = step.kind === 'choose' ? null : step.preview
  const refused = preview?.counts.refused ?? 0
  // 没有变化的不必写,按钮上的人数不算它们。
  const writable = preview === null ? 0 : preview.acceptable - preview.counts.same
  return (
    <Page
      title={text.title}
      onBack={back}
      note={preview === null ? undefined : text.fileLine(preview.fileName, preview.counts.total)}
      fixed={step.kind !== 'choose'}
      actions={
        step.kind === 'preview' ? (
          <>
            <Button onClick={restart}>{text.otherFile}</Button>
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
              <Button type="primary" onClick={() => go({ screen: 'members', ...(branchId === null ? {} : { organisationId: branchId }) })}>
                {text.toMembers}
              </Button>
            </>
          )
        )
      }
    >
      {failure !== null && <ErrorNote failure={failure} />}
      {step.kind === 'choose' && (
        <div className="import-choose" data-dragging={dragging}>
          <Icon name="file" size={40} />
          <p className="import-intro">{dragging ? text.drop : text.intro}</p>
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
          <div className="import-branch">
            <Field label={text.branch} hint={text.branchHint}>
              {(control) => <BranchPicker {...control} value={branchId} onChange={setBranchId} allowClear placeholder={text.branchByFile} />}
            </Field>
            {file !== null && !busy && (
              <Button onClick={() => void check(file, branchId)}>
                {text.recheck}
              </Button>
            )}
          </div>
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
          <ColumnMapping columns={preview.columns} />
          <PreviewTable preview={preview} />
        </>
      )}
      <ProgressDialog running={previewJob.running} title={text.checking} progress={previewJob.progress} onCancel={previewJob.cancel} />
      <ProgressDialog running={commitJob.running} title={text.writing} progress={commitJob.progress} onCancel={commitJob.cancel} />
    </Page>
  )
}
