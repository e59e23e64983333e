import { useCallback, useState } from 'react'
import type { Contract } from '../../../shared/contract/index.ts'
import type { OutputOf } from '../../../shared/contract/define.ts'
import type { ImportPreview } from '../../../shared/model/roster-import.ts'
import { api } from '../../platform/api.ts'
import { uploadFile } from '../../platform/files.ts'
import { useJob } from '../../platform/use-job.ts'
import type { Failure } from '../../platform/use-query.ts'

export type ImportReport = OutputOf<Contract['members']['commitImport']>
export type ImportStep =
  | { readonly kind: 'choose' }
  | { readonly kind: 'preview'; readonly preview: ImportPreview }
  | { readonly kind: 'done'; readonly preview: ImportPreview; readonly report: ImportReport }

/** 选文件 → 核对 → 写入。文件留在手里:换了支部可以原样再核对一次。 */
export const useRosterImport = (initialBranchId: string | null) => {
  const [step, setStep] = useState<ImportStep>({ kind: 'choose' })
  const [branchId, setBranchId] = useState(initialBranchId)
  const [file, setFile] = useState<File | null>(null)
  const [uploading, setUploading] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const previewJob = useJob(api.members.previewImport)
  const commitJob = useJob(api.members.commitImport)

  const check = useCallback(
    async (chosen: File, branch: string | null): Promise<void> => {
      setFile(chosen)
      setFailure(null)
      setUploading(true)
      const sent = await uploadFile(chosen).catch((error: unknown) => (error instanceof Error ? error.message : 'UNAVAILABLE'))
      setUploading(false)
      if (typeof sent === 'string') {
        setFailure({ code: sent === 'FILE_TOO_LARGE' ? sent : 'UNAVAILABLE', data: null, traceId: '' })
        return
      }
      const result = await previewJob.start({ file: sent, branchId: branch })
      if (result.ok) setStep({ kind: 'preview', preview: result.value })
      else setFailure(result.error)
    },
    [previewJob],
  )
  const commit = async (preview: ImportPreview, skipRefused: boolean): Promise<void> => {
    setFailure(null)
    const result = await commitJob.start({ previewId: preview.previewId, skipRefused })
    if (result.ok) setStep({ kind: 'done', preview, report: result.value })
    else setFailure(result.error)
  }
  const restart = (): void => {
    setStep({ kind: 'choose' })
    setFile(null)
    setFailure(null)
  }
  return { step, branchId, setBranchId, file, uploading, failure, previewJob, commitJob, check, commit, restart }
}
