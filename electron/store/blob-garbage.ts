import type { Database } from 'better-sqlite3'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { referencedBlobs } from './blob-references.ts'
import type { BlobStore } from './blobs.ts'
import { MANIFEST_FILE } from './backup/manifest.ts'

/** 留在工作区里的备份只记附件的摘要:还记着的不能收,不然那一份就不完整了。读不懂的清单当作什么都记着。 */
const keptByBackups = (backups: string): Set<string> | 'unknown' => {
  const kept = new Set<string>()
  if (!existsSync(backups)) return kept
  for (const entry of readdirSync(backups, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue
    const path = join(backups, entry.name, MANIFEST_FILE)
    if (!existsSync(path)) continue
    try {
      const manifest = JSON.parse(readFileSync(path, 'utf8')) as { readonly blobs: { readonly files: readonly { readonly name: string }[] } }
      for (const { name } of manifest.blobs.files) kept.add(name.split('/').at(-1) ?? '')
    } catch {
      return 'unknown'
    }
  }
  return kept
}

/**
 * 收走没有人要的附件:库里不再引用,工作区里的备份也不再记着。换下来的、擦掉的人的照片,等记着它的备份到期删除后由此收走。
 *
 * @returns 收走了几个。
 */
export const collectBlobs = (db: Database, blobs: BlobStore, backups: string): number => {
  const kept = keptByBackups(backups)
  if (kept === 'unknown') return 0
  const used = referencedBlobs(db)
  const unwanted = blobs.names().filter((name) => !used.has(name) && !kept.has(name))
  for (const name of unwanted) blobs.remove(name)
  return unwanted.length
}
