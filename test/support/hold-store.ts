import { setInterval } from 'node:timers'
import { createStore, openStore } from '../../electron/store/open-store.ts'

/**
 * 子进程:占住一个工作区,等着被结束。用法:node hold-store.ts open|create|write 文件夹
 * write 不停地提交,每提交一次报一行序号。
 */
const [, , mode, folder] = process.argv
if (folder === undefined) throw new Error('folder?')
const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}
try {
  if (mode === 'create') {
    createStore(folder, (store) => {
      say('filling')
      const add = store.db.prepare("INSERT INTO organisation (id, owner_unit, code, kind, note, created_at, updated_at) VALUES (@id, @id, @code, 'branch', @note, 0, 0)")
      const end = Date.now() + 10_000
      for (let index = 0; Date.now() < end; index++) add.run({ id: String(index).padStart(36, '0'), code: `c${index}`, note: `n${index}` })
    })
  } else {
    const store = openStore(folder)
    say('held')
    if (mode === 'write') {
      const add = store.db.prepare("INSERT INTO organisation (id, owner_unit, code, kind, note, created_at, updated_at) VALUES (@id, @id, @code, 'branch', @note, 0, 0)")
      const first = (store.db.prepare('SELECT count(*) FROM organisation').pluck().get() as number) + 1
      for (let index = first; ; index++) {
        add.run({ id: String(index).padStart(36, '0'), code: `c${index}`, note: `n${index}` })
        say(`ack ${index}`)
      }
    }
    setInterval(() => undefined, 1000)
  }
} catch (error) {
  say(`refused ${error instanceof Error && 'code' in error ? String(error.code) : String(error)}`)
}
