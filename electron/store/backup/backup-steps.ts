import { StoreError } from '../store-error.ts'

/** 走到哪一步;文字由界面按代码取。 */
export type BackupStage = 'copying' | 'checking' | 'digesting' | 'files' | 'migrating' | 'placing'
export interface BackupProgress {
  readonly stage: BackupStage
  readonly done: number
  readonly total: number
}

/** 每进一步报一次,同时看有没有人叫停。一步之内(写副本、全面检查)停不下来,最多等它做完。 */
export interface Steps {
  /** @throws StoreError CANCELLED */
  readonly next: (stage: BackupStage, done?: number, total?: number) => void
}

export const createSteps = (isCancelled: () => boolean, report: (progress: BackupProgress) => void): Steps => ({
  next: (stage, done = 0, total = 1) => {
    if (isCancelled()) throw new StoreError('CANCELLED')
    report({ stage, done, total })
  },
})
export const silentSteps: Steps = { next: () => undefined }
