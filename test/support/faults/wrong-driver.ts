import { registerHooks } from 'node:module'
import { existsSync, readdirSync, writeSync } from 'node:fs'

/**
 * 子进程:换上不该用的驱动,再去打开、新建工作区。用法:node wrong-driver.ts plain|old 已有的文件夹 新的文件夹
 * `plain` 是不会加密的 SQLite,`old` 是加密的、但 SQLite 太旧(有 WAL 丢提交的缺陷)的。
 */
const [, , kind, existing = '', created = ''] = process.argv
if (kind === 'plain') {
  const plain = new URL('plain-driver.ts', import.meta.url).href
  registerHooks({
    resolve: (name, context, next) => (name === 'better-sqlite3' ? { url: 'baolei-test:plain', format: 'module', shortCircuit: true } : next(name, context)),
    load: (url, context, next) => (url === 'baolei-test:plain' ? { source: `export { PlainDatabase as default } from ${JSON.stringify(plain)}`, format: 'module', shortCircuit: true } : next(url, context)),
  })
} else {
  const { default: Database } = await import('better-sqlite3')
  const prepare = Database.prototype.prepare
  Database.prototype.prepare = function older(this: InstanceType<typeof Database>, sql: string) {
    return prepare.call(this, sql.replace('sqlite_version()', "'3.51.2'"))
  } as typeof prepare
}
const { createStore, openStore } = await import('../../../electron/store/open-store.ts')
const say = (what: string, act: () => unknown): void => {
  let outcome = 'done'
  try {
    act()
  } catch (error) {
    outcome = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
  writeSync(1, `${what} ${outcome}\n`)
}
// 已有的那个没设口令,钥匙就在开放槽里。
say('open', () => openStore(existing))
say('create', () => createStore(created))
writeSync(1, `left ${existsSync(created) ? readdirSync(created).join(',') : 'nothing'}\n`)
