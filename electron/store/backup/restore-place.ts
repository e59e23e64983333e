import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { syncFolder, writeFileAtomically } from '../files/safe-files.ts'
import type { WorkspacePaths } from '../workspace-folder.ts'
import { timeName } from './backup-name.ts'
import { movePath } from './move-path.ts'

/**
 * 恢复要换好几样东西(库、日志、记号、钥匙),一次改名换不完。办法是把「定下来」压成一次改名:
 * 新的一套全部在 restoring.part 里备齐、落盘;改名为 restoring.ready 就算定了,此前是旧的,此后是新的。
 * 后面一样一样地搬,断在哪里,下次打开之前都照着做完:ready 里还在的就是还没搬的,做几遍结果都一样(F17)。
 */
const PREPARING = 'restoring.part'
const DECIDED = 'restoring.ready'
const PLAN_FILE = 'plan.json'
/** 次序要紧:先搬走旧库,它的日志和记号才没有主;任何时候都不会有新库配旧日志(F07)。 */
const OLD_FILES = ['baolei.db', 'baolei.db-wal', 'baolei.db-shm', 'baolei.db-journal', 'head.mark']

const planSchema = z.strictObject({
  format: z.literal('baolei-restore'),
  /** 旧的搬到 damaged 下的哪个文件夹。 */
  aside: z.string().regex(/^[0-9A-Za-z-]{1,60}$/),
  /** 旧的留不留。只有事先做过核对过的备份才不留。 */
  keep: z.boolean(),
})
type Plan = z.infer<typeof planSchema>

export const preparingFolder = (paths: WorkspacePaths): string => join(paths.folder, PREPARING)
export const decidedFolder = (paths: WorkspacePaths): string => join(paths.folder, DECIDED)

const readPlan = (ready: string): Plan => {
  try {
    return planSchema.parse(JSON.parse(readFileSync(join(ready, PLAN_FILE), 'utf8')))
  } catch {
    // 读不出来就按最稳当的:都留着。
    return { format: 'baolei-restore', aside: 'interrupted-restore', keep: true }
  }
}

/** 搬到 aside 里;那里已有同名的(上一次断在半路)就加尾号,什么都不盖掉。 */
const setAside = (path: string, aside: string, name: string): void => {
  if (!existsSync(path)) return
  mkdirSync(dirname(join(aside, name)), { recursive: true, mode: 0o700 })
  let target = join(aside, name)
  for (let turn = 2; existsSync(target); turn += 1) target = join(aside, `${name}.${turn}`)
  movePath(path, target)
}

const filesUnder = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    : []

const syncAside = (paths: WorkspacePaths, aside: string): void => {
  for (const folder of [aside, paths.damaged, paths.folder]) if (existsSync(folder)) syncFolder(folder)
}

/**
 * 照定下来的做完。须占着锁,库没有开着。
 *
 * @returns 旧的放在哪里;本来就没有旧的、或事先备份过不必留的为 null。
 */
export const finishRestore = (paths: WorkspacePaths): string | null => {
  const ready = decidedFolder(paths)
  const plan = readPlan(ready)
  const aside = join(paths.damaged, plan.aside)
  if (existsSync(join(ready, 'baolei.db'))) {
    for (const name of OLD_FILES) setAside(join(paths.folder, name), aside, name)
    syncAside(paths, aside)
    movePath(join(ready, 'baolei.db'), paths.database)
    syncFolder(paths.folder)
  }
  if (existsSync(join(ready, 'keys'))) {
    setAside(paths.keys, aside, 'keys')
    syncAside(paths, aside)
    movePath(join(ready, 'keys'), paths.keys)
    syncFolder(paths.folder)
  }
  for (const name of filesUnder(join(ready, 'blobs'))) {
    const target = join(paths.blobs, name)
    setAside(target, aside, join('blobs', name))
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
    movePath(join(ready, 'blobs', name), target)
    syncFolder(dirname(target))
  }
  for (const folder of [paths.blobs, paths.backups, paths.logs]) if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 })
  if (!plan.keep) rmSync(aside, { recursive: true, force: true })
  rmSync(ready, { recursive: true, force: true })
  syncFolder(paths.folder)
  return existsSync(aside) ? aside : null
}

/** 定下来:从这一次改名起就是新的。此前的一切都已落盘。 */
export const decideRestore = (paths: WorkspacePaths, at: number, keep: boolean): void => {
  const preparing = preparingFolder(paths)
  let aside = timeName(at)
  for (let turn = 2; existsSync(join(paths.damaged, aside)); turn += 1) aside = `${timeName(at)}-${turn}`
  writeFileAtomically(join(preparing, PLAN_FILE), JSON.stringify({ format: 'baolei-restore', aside, keep } satisfies Plan))
  syncFolder(preparing)
  movePath(preparing, decidedFolder(paths))
  syncFolder(paths.folder)
}
