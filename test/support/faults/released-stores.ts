import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const FIXTURES = fileURLToPath(new URL('../../fixtures/stores/', import.meta.url))
const RELEASED = fileURLToPath(new URL('../../../electron/store/migrations/released.json', import.meta.url))

/** 发布过的各步迁移,如 `0010-initial`。 */
export const releasedSteps = (): readonly string[] => Object.keys(JSON.parse(readFileSync(RELEASED, 'utf8')) as Readonly<Record<string, string>>)
/** 各个发布过的版本留下的工作区,以迁移的编号为名;是那个版本的程序造的,不是这一版仿的。 */
export const releasedStores = (): readonly string[] => readdirSync(FIXTURES).filter((name) => existsSync(join(FIXTURES, name, 'baolei.db'))).toSorted()

/** 拷一份出来;空文件夹版本库里存不下,补上。 */
export const copyReleased = (name: string, folder: string): void => {
  cpSync(join(FIXTURES, name), folder, { recursive: true })
  for (const empty of ['blobs', 'backups', 'logs']) mkdirSync(join(folder, empty), { recursive: true })
}
