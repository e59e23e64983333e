import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestCore } from './make-core.ts'

/** 把造好的工作区放进一个「家」:程序一起来就打开它。 */
export const placeInHome = (test: TestCore, home: string): void => {
  test.core.close()
  const path = join(home, 'Documents', 'office')
  cpSync(join(test.folder, 'workspace'), path, { recursive: true })
  const config = join(home, '.config', 'baolei')
  mkdirSync(config, { recursive: true })
  writeFileSync(join(config, 'workspaces.json'), JSON.stringify({ version: 1, recent: [{ path, name: '测试单位党委', kind: 'office', openedAt: Date.now() }] }))
}
