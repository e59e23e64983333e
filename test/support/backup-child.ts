import { cpSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { prepareRestore, swapIn } from '../../electron/store/backup/restore-backup.ts'
import { decideRestore, finishRestore } from '../../electron/store/backup/restore-place.ts'
import { takeBackup } from '../../electron/store/backup/take-backup.ts'
import { writeBackup } from '../../electron/store/backup/write-backup.ts'
import { openStore } from '../../electron/store/open-store.ts'
import { faultCode } from '../../electron/store/store-error.ts'
import { workspacePaths } from '../../electron/store/workspace-folder.ts'
import { committerOf } from './backup-office.ts'

/**
 * 子进程:等着被结束。用法:node backup-child.ts 方式 工作区 …
 *
 * - `backup`:不停地提交,同时一份接一份地备份;
 * - `restore 甲 乙`:轮流恢复甲、乙两份备份;`swap 甲 乙`:只反复「换上」这一步(甲、乙是备好的两套);
 * - `full 另一处 撑满`:另一处是一个小盘,在第几步把它撑满。
 */
const [, , mode = '', folder = '', first = '', second = ''] = process.argv
const paths = workspacePaths(folder)
const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}
const meta = { app: 'child' }

const backUp = async (): Promise<never> => {
  const store = openStore(folder)
  const commit = committerOf(store)
  const keepCommitting = (): void => {
    commit()
    setImmediate(keepCommitting)
  }
  keepCommitting()
  for (let at = Date.now(); ; at += 1000) {
    const entry = await takeBackup({ paths, key: store.key, into: paths.backups, kind: 'quarter_hour', at, meta, onProgress: ({ stage }) => say(`at ${stage}`) })
    say(`made ${entry.name}`)
  }
}

const restoreInTurn = async (key: Buffer): Promise<never> => {
  for (let turn = 0; ; turn += 1) {
    const prepared = await prepareRestore({ backup: turn % 2 === 0 ? first : second, key, into: paths, at: Date.now(), replace: true, onProgress: ({ stage }) => say(`at ${stage}`) })
    say('prepared')
    swapIn(prepared)
    say(`swapped ${turn}`)
  }
}

const swapInTurn = (): never => {
  for (let turn = 0; ; turn += 1) {
    cpSync(turn % 2 === 0 ? first : second, join(folder, 'restoring.part'), { recursive: true })
    decideRestore(paths, Date.now(), true)
    finishRestore(paths)
    say(`swapped ${turn}`)
  }
}

/** 把盘撑满,到一个字节也写不进去。 */
const fillUp = (place: string): void => {
  for (const bytes of [1024 * 1024, 4096]) {
    for (let index = 0; ; index += 1) {
      try {
        writeFileSync(join(place, `filler-${bytes}-${index}`), Buffer.alloc(bytes, 1))
      } catch (error) {
        if (faultCode(error) !== 'ENOSPC') throw error
        break
      }
    }
  }
}

const backUpToFullDisk = (place: string, stage: string): void => {
  const store = openStore(folder)
  try {
    writeBackup({ paths, into: place === 'own' ? paths.backups : place, kind: 'manual', at: Date.now(), meta }, store.key, { next: (now) => (now === stage ? fillUp(place === 'own' ? folder : place) : undefined) })
    say('made')
  } catch (error) {
    say(`refused ${faultCode(error)}`)
  }
  say(`left ${readdirSync(place === 'own' ? paths.backups : place).filter((name) => !name.startsWith('filler')).join(',')}`)
  store.close()
}

say('ready')
switch (mode) {
  case 'backup':
    await backUp()
    break
  case 'restore':
    await restoreInTurn(Buffer.from(process.env['BAOLEI_TEST_KEY'] ?? '', 'hex'))
    break
  case 'swap':
    swapInTurn()
    break
  case 'full':
    backUpToFullDisk(first, second)
    break
  default:
    throw new Error('mode?')
}
