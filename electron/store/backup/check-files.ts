import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sha256OfFile } from '../files/safe-files.ts'
import { problemOf, type BackupProblem } from './backup-problem.ts'
import type { Steps } from './backup-steps.ts'
import { DATABASE_FILE, type Manifest, type ManifestFile } from './manifest.ts'

/** 附件在哪里:在这份备份里,或在它所属工作区的 blobs 里。 */
export const blobsFolderOf = (folder: string, { blobs }: Manifest): string => (blobs.place === 'here' ? join(folder, 'blobs') : join(dirname(dirname(folder)), 'blobs'))

type FileState = 'fine' | 'missing' | 'changed' | 'unreadable'
const sizeState = (path: string, bytes: number): FileState => {
  try {
    const stat = statSync(path, { throwIfNoEntry: false })
    if (stat?.isFile() !== true) return 'missing'
    return stat.size === bytes ? 'fine' : 'changed'
  } catch {
    return 'unreadable'
  }
}
const contentState = (path: string, { bytes, sha256 }: ManifestFile): FileState => {
  const state = sizeState(path, bytes)
  if (state !== 'fine') return state
  try {
    return sha256OfFile(path) === sha256 ? 'fine' : 'changed'
  } catch {
    return 'unreadable'
  }
}

const fileProblem = (state: FileState, file: string): BackupProblem[] => {
  switch (state) {
    case 'fine':
      return []
    case 'missing':
      return [problemOf('file_missing', file)]
    case 'changed':
      return [problemOf('file_changed', file)]
    case 'unreadable':
      return [problemOf('unreadable', file)]
  }
}
const strayProblems = (folder: string): BackupProblem[] => ['-wal', '-shm', '-journal'].map((end) => `${DATABASE_FILE}${end}`).filter((name) => existsSync(join(folder, name))).map((name) => problemOf('file_unexpected', name))

/** 只看在不在、大小对不对:列清单时用,很快。 */
export const glanceFiles = (folder: string, manifest: Manifest): BackupProblem[] => [...manifest.files.flatMap((file) => fileProblem(sizeState(join(folder, file.name), file.bytes), file.name)), ...strayProblems(folder)]

/** 逐个核对内容;不抛错,除非叫停。 */
export const checkFiles = (folder: string, manifest: Manifest, steps: Steps): BackupProblem[] => {
  const blobs = blobsFolderOf(folder, manifest)
  const total = manifest.files.length + manifest.blobs.files.length
  let done = 0
  const step = (): void => steps.next('digesting', done++, total)
  const fromFiles = manifest.files.flatMap((file) => {
    step()
    return fileProblem(contentState(join(folder, file.name), file), file.name)
  })
  const fromBlobs = manifest.blobs.files.flatMap((file) => {
    step()
    const state = contentState(join(blobs, file.name), file)
    return state === 'fine' ? [] : [problemOf(state === 'missing' ? 'blob_missing' : 'blob_changed', `blobs/${file.name}`)]
  })
  return [...fromFiles, ...strayProblems(folder), ...fromBlobs]
}
