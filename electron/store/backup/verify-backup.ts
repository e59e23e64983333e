import { DATABASE_FILE, isSealIntact, keyCheckOf, readManifest, type Manifest } from './manifest.ts'
import { isUsable, problemOf, type BackupProblem } from './backup-problem.ts'
import { silentSteps, type Steps } from './backup-steps.ts'
import { checkFiles } from './check-files.ts'
import { examineDatabase } from './examine-database.ts'

export interface Verification {
  /** 通过了哪一级:`files` 每个文件都和清单一样;`full` 还用钥匙打开从头查过。 */
  readonly level: 'none' | 'files' | 'full'
  /** 一点毛病都没有。 */
  readonly sound: boolean
  /** 能拿来恢复:至多缺几个附件、钥匙文件有缺。 */
  readonly usable: boolean
  readonly problems: readonly BackupProblem[]
  /** 清单读不出来为 null。 */
  readonly manifest: Manifest | null
}

const verdict = (level: Verification['level'], problems: readonly BackupProblem[], manifest: Manifest | null): Verification => {
  const usable = isUsable(problems)
  return { level: usable ? level : 'none', sound: problems.length === 0, usable, problems, manifest }
}

/** 用钥匙能查的:指纹、封印、打开从头查。 */
const keyProblem = (folder: string, manifest: Manifest, key: Buffer): BackupProblem[] => {
  if (keyCheckOf(key) !== manifest.keyCheck) return [problemOf('key_wrong')]
  if (!isSealIntact(manifest, key)) return [problemOf('seal')]
  const found = examineDatabase(folder, key, manifest)
  return found === null ? [] : [problemOf(found, DATABASE_FILE)]
}

/**
 * 核对一份备份(F16)。不改动它的任何文件,坏成什么样都不抛错。
 *
 * @param folder 备份文件夹。
 * @param key 数据密钥;没有为 null,只核对到 `files` 一级。
 * @throws StoreError CANCELLED(只有 steps 叫停时)。
 */
export const verifyBackup = (folder: string, key: Buffer | null, steps: Steps = silentSteps): Verification => {
  steps.next('digesting')
  const reading = readManifest(folder)
  if (!reading.ok) return verdict('none', [problemOf(reading.problem)], null)
  const { manifest } = reading
  const problems: BackupProblem[] = [...checkFiles(folder, manifest, steps), ...(manifest.keyProblems.length > 0 ? [problemOf('keys_incomplete')] : [])]
  if (!isUsable(problems) || key === null) return verdict('files', problems, manifest)
  steps.next('checking')
  problems.push(...keyProblem(folder, manifest, key))
  return verdict('full', problems, manifest)
}

/** 换过密钥的工作区,旧备份用旧密钥:从几把里挑出这一份的;都不是为 null。 */
export const keyOfBackup = (manifest: Manifest, keys: readonly Buffer[]): Buffer | null => keys.find((key) => keyCheckOf(key) === manifest.keyCheck) ?? null
