import Database from 'better-sqlite3'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { StoreError } from './store-error.ts'
import type { WorkspacePaths } from './workspace-folder.ts'

const ownerText = (): string => {
  try {
    return `${userInfo().username}@${hostname()}`
  } catch {
    return hostname()
  }
}

const readOwner = (path: string): string => {
  try {
    const owner = JSON.parse(readFileSync(path, 'utf8')) as { owner?: unknown }
    return typeof owner.owner === 'string' ? owner.owner.slice(0, 100) : ''
  } catch {
    return ''
  }
}

/**
 * 占住工作区:lock.db 上一直开着的独占事务。进程无论怎么结束,操作系统都会放开,所以没有「残留的锁」。
 *
 * @returns 放开的函数。
 * @throws StoreError STORE_LOCKED 已被占用,data.owner 说明是谁;STORE_READONLY 写不进去。
 */
export const lockFolder = (paths: WorkspacePaths): (() => void) => {
  let db: Database.Database | undefined
  try {
    db = new Database(paths.lock, { timeout: 200 })
    db.pragma('journal_mode = DELETE')
    db.exec('BEGIN EXCLUSIVE')
    // 只有真正写过一页,独占锁才在所有系统上都拿到手。
    db.exec('CREATE TABLE IF NOT EXISTS held (at INTEGER)')
  } catch (cause) {
    db?.close()
    const code = (cause as { code?: string }).code ?? ''
    if (code.startsWith('SQLITE_BUSY')) throw new StoreError('STORE_LOCKED', { owner: readOwner(paths.owner) }, { cause })
    if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN')) throw new StoreError('STORE_READONLY', { path: paths.folder }, { cause })
    throw cause
  }
  const held = db
  writeFileSync(paths.owner, `${JSON.stringify({ owner: ownerText(), pid: process.pid, at: Date.now() })}\n`)
  return () => {
    rmSync(paths.owner, { force: true })
    held.exec('ROLLBACK')
    held.close()
  }
}
