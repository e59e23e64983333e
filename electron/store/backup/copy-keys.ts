import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { copyFileVerified, syncFolder } from '../files/safe-files.ts'
import { matchesKey, readKeyring, slotProblems } from '../keys/keyring.ts'
import { faultCode, folderFault, StoreError } from '../store-error.ts'
import { readOpenKey, type WorkspacePaths } from '../workspace-folder.ts'
import type { ManifestFile } from './manifest.ts'

/** 正好有人在换口令:槽文件先加后删,重拷一遍就齐。 */
const ATTEMPTS = 3
const KEY_FILE = /^[0-9A-Za-z_][0-9A-Za-z._-]{0,119}$/
const HALF_WRITTEN = /\.(?:new|part)$/

/**
 * 钥匙文件夹自己有没有毛病,配不配这把密钥。
 *
 * @returns `种类:问题`,如 `person:missing`、`open:mismatch`;都好为空。没有姓名。
 */
export const judgeKeys = (paths: WorkspacePaths, key: Buffer): string[] => {
  const { keyring, slots } = slotProblems(paths.keys)
  if (keyring === 'damaged') return ['keyring:damaged']
  if (keyring === 'good') {
    const found = readKeyring(paths.keys)
    return [...(found === null || matchesKey(found, key) ? [] : ['keyring:mismatch']), ...slots.map(({ kind, problem }) => `${kind}:${problem}`)]
  }
  try {
    return readOpenKey(paths).equals(key) ? [] : ['open:mismatch']
  } catch (error) {
    return [faultCode(error) === 'STORE_KEY_MISSING' ? 'keys:missing' : 'open:damaged']
  }
}

const listKeys = (folder: string): string[] => {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && KEY_FILE.test(entry.name) && !HALF_WRITTEN.test(entry.name))
      .map((entry) => entry.name)
      .toSorted()
  } catch (cause) {
    if (faultCode(cause) === 'ENOENT') return []
    throw folderFault(cause, folder)
  }
}

/** 拷一遍;拷到一半有文件被换掉了,返回 null。 */
const copyOnce = (from: WorkspacePaths, to: WorkspacePaths): ManifestFile[] | null => {
  const files: ManifestFile[] = []
  for (const name of listKeys(from.keys)) {
    try {
      files.push({ name: `keys/${name}`, ...copyFileVerified(join(from.keys, name), join(to.keys, name)) })
    } catch (error) {
      const gone = error instanceof StoreError && error.code === 'FILE_READ_FAILED' && faultCode(error.cause) === 'ENOENT'
      if (!gone) throw error
      return null
    }
  }
  return files
}

/**
 * 把钥匙文件拷进一份备份(F19:槽丢了、坏了,从任何一份备份都能取回)。
 * 原来就有缺的照样拷,毛病记下来:不能因为一个槽坏了,连库也不备份。
 */
export const copyKeys = (from: WorkspacePaths, to: WorkspacePaths, key: Buffer): { readonly files: readonly ManifestFile[]; readonly problems: readonly string[] } => {
  for (let turn = 1; ; turn += 1) {
    rmSync(to.keys, { recursive: true, force: true })
    mkdirSync(to.keys, { recursive: true, mode: 0o700 })
    const files = copyOnce(from, to)
    const problems = judgeKeys(to, key)
    if (files !== null && (problems.length === 0 || turn >= ATTEMPTS)) {
      syncFolder(to.keys)
      return { files, problems }
    }
    if (turn >= ATTEMPTS * 2) throw new StoreError('BACKUP_FAILED')
  }
}
