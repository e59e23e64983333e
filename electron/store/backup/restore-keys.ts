import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { copyFileVerified, sha256OfFile, syncFolder } from '../files/safe-files.ts'
import { KEYRING_FILE, matchesKey, readKeyring, slotProblems } from '../keys/keyring.ts'
import { StoreError } from '../store-error.ts'
import type { WorkspacePaths } from '../workspace-folder.ts'
import { judgeKeys } from './copy-keys.ts'
import type { Manifest } from './manifest.ts'

/** 恢复以后用谁的钥匙:现在的、现在的补上缺的槽、备份里的。 */
export type KeysFrom = 'current' | 'repaired' | 'backup'

const copyAll = (from: string, to: string, names: readonly string[]): void => {
  rmSync(to, { recursive: true, force: true })
  mkdirSync(to, { mode: 0o700 })
  for (const name of names) copyFileVerified(join(from, name), join(to, name))
  syncFolder(to)
}

/** 现在的钥匙簿是好的、配这把密钥,只是缺了几个槽:备份里正好有一字不差的,就补上。 */
const repair = (backupKeys: string, current: WorkspacePaths, into: string, key: Buffer): boolean => {
  if (slotProblems(current.keys).keyring !== 'good') return false
  const keyring = readKeyring(current.keys)
  if (keyring === null || !matchesKey(keyring, key)) return false
  const broken = new Set(slotProblems(current.keys).slots.map(({ slot }) => slot))
  copyAll(current.keys, into, [KEYRING_FILE, ...keyring.slots.filter(({ slot }) => !broken.has(slot)).map(({ file }) => file)])
  for (const { slot, file, sha256 } of keyring.slots) {
    const source = join(backupKeys, file)
    if (broken.has(slot) && existsSync(source) && sha256OfFile(source) === sha256) copyFileVerified(source, join(into, file))
  }
  return true
}

/**
 * 恢复一份旧备份时钥匙用谁的。现在的钥匙好好的就不动:恢复旧数据,不该把离职的人的旧口令也恢复回来。
 * 现在的用不了(坏了、丢了、换过密钥、设口令之前的备份)才用备份里的。要换的写在 into 里。
 *
 * @throws StoreError BACKUP_DAMAGED 备份里的钥匙也打不开它自己的库。
 */
export const chooseKeys = (backup: string, manifest: Manifest, current: WorkspacePaths, into: WorkspacePaths, key: Buffer): KeysFrom => {
  const backupKeys = join(backup, 'keys')
  const names = manifest.files.filter(({ name }) => name.startsWith('keys/')).map(({ name }) => basename(name))
  const sameForm = existsSync(current.keyring) === names.includes(KEYRING_FILE)
  if (sameForm && judgeKeys(current, key).length === 0) return 'current'
  if (sameForm && repair(backupKeys, current, into.keys, key)) return 'repaired'
  copyAll(backupKeys, into.keys, names)
  if (judgeKeys(into, key).some((problem) => /^(?:keyring|open|keys):/.test(problem))) throw new StoreError('BACKUP_DAMAGED', { problems: ['keys_incomplete'] })
  return 'backup'
}
