import { cpSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { SeededRandom } from '../../../electron/services/sample/seeded-random.ts'
import { readDiskEvents, type DiskEvent } from './disk-events.ts'
import { createDisk, filesIn, layOut } from './power-cut.ts'

export interface Traced {
  /** 开始之前的样子;模拟从它出发。 */
  readonly original: string
  readonly events: readonly DiskEvent[]
  readonly inodes: ReadonlyMap<string, number>
}

const relocate = (event: DiskEvent, move: (path: string) => string): DiskEvent => {
  if (event.kind === 'rename') return { ...event, from: move(event.from), to: move(event.to) }
  return 'path' in event ? { ...event, path: move(event.path) } : event
}

/** 先拷一份原样,再跟踪着跑一遍,记下对 folder 做过的每一件事。 */
export const traceRun = async (folder: string, work: string, run: (log: string) => Promise<void> | void): Promise<Traced> => {
  const original = join(work, 'original')
  mkdirSync(work, { recursive: true })
  mkdirSync(folder, { recursive: true })
  cpSync(folder, original, { recursive: true })
  const existing = filesIn(folder)
  const log = join(work, 'trace')
  await run(log)
  const { events, inodes } = readDiskEvents(log, folder, existing)
  const move = (path: string): string => original + path.slice(folder.length)
  return { original, events: events.map((event) => relocate(event, move)), inodes: new Map(Array.from(inodes, ([path, inode]) => [move(path), inode])) }
}

/**
 * 在随机的时刻断电,每次把盘面摆出来交给 examine。
 *
 * @param from 自第几件事起。
 * @param examine said 为断电之前说出口的各行。
 */
export const cutAtRandom = async ({ original, events, inodes }: Traced, { random, states, from = 0 }: { readonly random: SeededRandom; readonly states: number; readonly from?: number }, examine: (target: string, said: readonly string[], moment: number) => Promise<void> | void): Promise<void> => {
  const moments = Array.from({ length: states }, () => from + random.below(events.length - from)).toSorted((left, right) => left - right)
  const disk = createDisk(inodes)
  const target = join(dirname(original), 'after', 'workspace')
  const said: string[] = []
  let at = 0
  for (const moment of moments) {
    for (; at <= moment; at++) {
      const event = events[at]
      if (event === undefined) continue
      if (event.kind === 'said') said.push(event.line)
      disk.advance(event)
    }
    layOut(disk.cut(random), original, target, random)
    await examine(target, said, moment)
  }
}
