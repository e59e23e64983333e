import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { writeFileAtomically } from '../files/safe-files.ts'
import { faultCode } from '../store-error.ts'
import type { WorkspacePaths } from '../workspace-folder.ts'
import { parseBackupName, UNFINISHED, type BackupKind } from './backup-name.ts'
import { PROBLEM_CODES, problemOf, type BackupProblem } from './backup-problem.ts'
import { glanceFiles } from './check-files.ts'
import { MANIFEST_FILE, readManifest, type Manifest } from './manifest.ts'
import type { Verification } from './verify-backup.ts'

/** 后来再核对的结果,放在备份文件夹里;不是备份的一部分,丢了、坏了只当没有核对过。 */
const CHECKED_FILE = 'checked.json'
const checkedSchema = z.strictObject({
  format: z.literal('baolei-backup-checked'),
  /** 核对的是哪一份清单:清单后来变了,这个结果就不算数。 */
  manifest: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.int(),
  level: z.enum(['none', 'files', 'full']),
  problems: z.array(z.strictObject({ code: z.enum(PROBLEM_CODES), file: z.string().max(400).nullable() })).max(10_000),
})

export interface BackupEntry {
  /** 完整路径。 */
  readonly folder: string
  readonly name: string
  readonly kind: BackupKind
  /** 毫秒。 */
  readonly madeAt: number
  /** 这个文件夹占的字节;附件留在工作区里的不算。 */
  readonly bytes: number
  /** 上次从头核对通过的时刻,毫秒;没有为 null。 */
  readonly verifiedAt: number | null
  /** 一眼看得出的与上次核对查出的;好的为空。 */
  readonly problems: readonly BackupProblem[]
  /** 清单读不出来为 null。 */
  readonly manifest: Manifest | null
}

const manifestDigest = (folder: string): string => createHash('sha256').update(readFileSync(join(folder, MANIFEST_FILE))).digest('hex')
const readChecked = (folder: string): z.infer<typeof checkedSchema> | null => {
  try {
    if (statSync(join(folder, CHECKED_FILE)).size > 4 * 1024 * 1024) return null
    const checked = checkedSchema.parse(JSON.parse(readFileSync(join(folder, CHECKED_FILE), 'utf8')))
    return checked.manifest === manifestDigest(folder) ? checked : null
  } catch {
    return null
  }
}

/**
 * 记下后来核对的结果,供列清单。写不进去(只读的盘)不算错,返回假。
 */
export const recordVerification = (folder: string, at: number, { level, problems }: Verification): boolean => {
  try {
    writeFileAtomically(join(folder, CHECKED_FILE), JSON.stringify({ format: 'baolei-backup-checked', manifest: manifestDigest(folder), at, level, problems: problems.slice(0, 10_000) } satisfies z.infer<typeof checkedSchema>))
    return true
  } catch {
    return false
  }
}

const manifestBytes = (folder: string): number => statSync(join(folder, MANIFEST_FILE), { throwIfNoEntry: false })?.size ?? 0
const bytesOf = (folder: string, { files, blobs }: Manifest): number => manifestBytes(folder) + [...files, ...(blobs.place === 'here' ? blobs.files : [])].reduce((sum, { bytes }) => sum + bytes, 0)

/** 一份备份的一行。只看清单与各文件的大小,不读内容,很快;坏了也不抛错。 */
export const readEntry = (folder: string): BackupEntry => {
  const name = basename(folder)
  const named = parseBackupName(name)
  const reading = readManifest(folder)
  if (!reading.ok) return { folder, name, kind: named?.kind ?? 'manual', madeAt: named?.madeAt ?? 0, bytes: 0, verifiedAt: null, problems: [problemOf(reading.problem)], manifest: null }
  const { manifest } = reading
  const checked = readChecked(folder)
  const glanced = glanceFiles(folder, manifest)
  const seen = new Set(glanced.map(({ code, file }) => `${code} ${file ?? ''}`))
  const problems = [...glanced, ...(manifest.keyProblems.length > 0 ? [problemOf('keys_incomplete')] : []), ...(checked?.problems ?? []).filter(({ code, file }) => code !== 'keys_incomplete' && !seen.has(`${code} ${file ?? ''}`))]
  const verifiedAt = checked?.level === 'full' ? Math.max(checked.at, manifest.verifiedAt) : manifest.verifiedAt
  return { folder, name, kind: manifest.kind, madeAt: manifest.madeAt, bytes: bytesOf(folder, manifest), verifiedAt, problems, manifest }
}

/**
 * 新的在前。先比纪元与提交序号,再比时刻:时钟调错过,也分得清哪一份更新(F08)。
 * 清单读不出来的不知道序号,排到最后。
 */
export const compareBackups = (left: Pick<BackupEntry, 'manifest' | 'madeAt' | 'name'>, right: Pick<BackupEntry, 'manifest' | 'madeAt' | 'name'>): number =>
  (right.manifest?.epoch ?? -1) - (left.manifest?.epoch ?? -1) || (right.manifest?.commitSeq ?? -1) - (left.manifest?.commitSeq ?? -1) || right.madeAt - left.madeAt || (left.name < right.name ? 1 : -1)

/** 一个放备份的地方里的各份,新的在前。没做完的从不列出;坏了的列出来,带着毛病。 */
export const listPlace = (place: string): BackupEntry[] => {
  let names: string[]
  try {
    names = readdirSync(place, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.endsWith(UNFINISHED))
      .map((entry) => entry.name)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(faultCode(error))) return []
    throw error
  }
  return names
    .filter((name) => parseBackupName(name) !== null || statSync(join(place, name, MANIFEST_FILE), { throwIfNoEntry: false }) !== undefined)
    .map((name) => readEntry(join(place, name)))
    .toSorted(compareBackups)
}

/** 工作区自己的备份。 */
export const listBackups = (paths: WorkspacePaths): BackupEntry[] => listPlace(paths.backups)
