import { cpSync } from 'node:fs'
import { startWorkload, type Acknowledged } from './run-workload.ts'

export interface CrashedCopy {
  readonly folder: string
  readonly acknowledged: readonly Acknowledged[]
}

/** 办了几件事、报过之后停着不关,在这时拷下整个文件夹(像被强行结束留下的,WAL 还没收),再结束它。 */
export const makeCrashedCopy = async (source: string, target: string, steps: number, seed: number): Promise<CrashedCopy> => {
  const running = startWorkload({ folder: source, seed, steps, hold: true, digest: true })
  if ((await running.until('HELD')) === undefined) throw new Error(running.lines.join('\n'))
  cpSync(source, target, { recursive: true })
  await running.kill()
  return { folder: target, acknowledged: running.acknowledged() }
}
