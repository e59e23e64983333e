import { useCallback, useState } from 'react'
import type { Contract } from '../../../shared/contract/index.ts'
import type { OutputOf } from '../../../shared/contract/define.ts'
import type { FileRef } from '../../../shared/model/files.ts'
import type { ImportColumn, ImportKind, ImportPreview, ImportPreviewRow } from '../../../shared/model/roster-import.ts'
import { api } from '../../platform/api.ts'
import { uploadFile } from '../../platform/files.ts'
import { useJob } from '../../platform/use-job.ts'
import type { Failure } from '../../platform/use-query.ts'

export type ImportReport = OutputOf<Contract['imports']['commit']>
export type ImportStep =
  | { readonly kind: 'choose' }
  | { readonly kind: 'preview'; readonly preview: ImportPreview }
  | { readonly kind: 'done'; readonly preview: ImportPreview; readonly report: ImportReport }

/** 选文件 → 核对(可以改列名对照再核对)→ 写入。文件留在手里:换了支部、改了对照可以原样再核对一次。 */
export const useImport = (initialKind: ImportKind, initialBranchId: string | null) => {
  const [step, setStep] = useState<ImportStep>({ kind: 'choose' })
  const [kind, setKind] = useState(initialKind)
  const [branchId, setBranchId] = useState(initialBranchId)
  const [file, setFile] = useState<File | null>(null)
  const [sent, setSent] = useState<FileRef | null>(null)
  const [uploading, setUploading] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const previewJob = useJob(api.imports.preview)
  const commitJob = useJob(api.imports.commit)

  const preview = useCallback(
    async (ref: FileRef, wanted: ImportKind, branch: string | null): Promise<void> => {
      const result = await previewJob.start({ kind: wanted, file: ref, branchId: branch })
      if (!result.ok) return setFailure(result.error)
      const rows: ImportPreviewRow[] = [...result.value.rows]
      while (rows.length < result.value.counts.total) {
        const page = await api.imports.previewRows({ previewId: result.value.previewId, offset: rows.length })
        if (!page.ok) return setFailure(page.error)
        rows.push(...page.value.rows)
      }
      setStep({ kind: 'preview', preview: { ...result.value, rows } })
    },
    [previewJob],
  )
  const check = useCallback(
    async (chosen: File, wanted: ImportKind, branch: string | null): Promise<void> => {
      setFile(chosen)
      setFailure(null)
      setUploading(true)
      const ref = await uploadFile(chosen).catch((error: unknown) => (error instanceof Error ? error.message : 'UNAVAILABLE'))
      setUploading(false)
      if (typeof ref === 'string') {
        setFailure({ code: ref === 'FILE_TOO_LARGE' ? ref : 'UNAVAILABLE', data: null, traceId: '' })
        return
      }
      setSent(ref)
      await preview(ref, wanted, branch)
    },
    [preview],
  )
  /** 记住改过的对照,同一个文件再核对一次。 */
  const remap = async (previewId: string, columns: readonly ImportColumn[]): Promise<void> => {
    setFailure(null)
    const saved = await api.imports.saveMapping({ previewId, columns: columns.map(({ sheet, index, field }) => ({ sheet, index, field })) })
    if (!saved.ok) setFailure(saved.error)
    else if (sent !== null) await preview(sent, kind, branchId)
  }
  /** 人指出的表头:记住,同一个文件再核对一次。 */
  const takeHeading = async (columns: readonly Pick<ImportColumn, 'index' | 'header' | 'field'>[]): Promise<void> => {
    const saved = await api.imports.saveHeading({ kind, columns: columns.map(({ index, header, field }) => ({ index, header, field })) })
    if (!saved.ok) return setFailure(saved.error)
    setFailure(null)
    if (sent !== null) await preview(sent, kind, branchId)
  }
  const commit = async (shown: ImportPreview, skipRefused: boolean): Promise<void> => {
    setFailure(null)
    const result = await commitJob.start({ previewId: shown.previewId, skipRefused })
    if (result.ok) setStep({ kind: 'done', preview: shown, report: result.value })
    else setFailure(result.error)
  }
  const restart = (): void => {
    setStep({ kind: 'choose' })
    setFile(null)
    setSent(null)
    setFailure(null)
  }
  return { step, kind, setKind, branchId, setBranchId, file, uploading, failure, setFailure, previewJob, commitJob, check, remap, takeHeading, sent, commit, restart }
}
