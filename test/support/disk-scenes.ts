import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSpace } from '../../electron/store/disk-space.ts'
import { copyFileVerified, copyFileVerifiedAsync, writeFileAtomically } from '../../electron/store/files/safe-files.ts'
import { probeWritable } from '../../electron/store/probe-writable.ts'
import { keepReserve, releaseReserve } from '../../electron/store/reserve-file.ts'
import { StoreError } from '../../electron/store/store-error.ts'

// 由 run-on-disk.ts 在一块很小的内存盘上运行。
const [, , scene = '', disk = ''] = process.argv
const MEGABYTE = 1024 * 1024
const GIGABYTE = 1024 * MEGABYTE

const outcome = async (work: () => unknown): Promise<unknown> => {
  try {
    await work()
    return 'fine'
  } catch (error) {
    if (error instanceof StoreError) return { code: error.code, data: error.data }
    throw error
  }
}
const codeOf = (result: unknown): unknown => (typeof result === 'object' && result !== null && 'code' in result ? result.code : result)
const old = join(disk, 'old.json')
const isOldWhole = (): boolean => readFileSync(old, 'utf8') === 'old'

const scenes: Record<string, () => Promise<unknown>> = {
  'write-until-full': async () => {
    writeFileAtomically(old, 'old')
    let full: unknown = 'fine'
    for (let index = 0; full === 'fine'; index += 1) full = await outcome(() => writeFileAtomically(join(disk, `${index}.bin`), Buffer.alloc(300_000, 1)))
    const again = await outcome(() => writeFileAtomically(old, Buffer.alloc(300_000, 2)))
    const result = { code: codeOf(full), again: codeOf(again), isOldWhole: isOldWhole(), parts: readdirSync(disk).filter((name) => name.endsWith('.part')).length }
    rmSync(join(disk, '0.bin'))
    return { ...result, worksAgain: (await outcome(() => writeFileAtomically(old, Buffer.alloc(200_000, 2)))) === 'fine' }
  },
  'turn-read-only': async () => {
    writeFileAtomically(old, 'old')
    const before = await outcome(() => probeWritable(disk))
    if (spawnSync('mount', ['-o', 'remount,ro', disk]).status !== 0) throw new Error('remount')
    return { before, writing: await outcome(() => writeFileAtomically(old, 'new')), probe: await outcome(() => probeWritable(disk)), isOldWhole: isOldWhole(), left: readdirSync(disk) }
  },
  probe: () => outcome(() => probeWritable(disk)),
  'probe-when-full': async () => {
    writeFileSync(join(disk, 'big'), Buffer.alloc(readSpace(disk).freeBytes, 1))
    return { free: readSpace(disk).freeBytes, probe: await outcome(() => probeWritable(disk)), left: readdirSync(disk) }
  },
  'copy-too-big': async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'baolei-copy-'))
    const from = join(elsewhere, 'backup.db')
    writeFileSync(from, Buffer.alloc(5 * MEGABYTE, 3))
    try {
      return { sync: await outcome(() => copyFileVerified(from, join(disk, 'a.db'))), async: await outcome(() => copyFileVerifiedAsync(from, join(disk, 'b.db'))), left: readdirSync(disk) }
    } finally {
      rmSync(elsewhere, { recursive: true })
    }
  },
  // 拷到一半拔走:挂载点懒卸载,路径不见了,打开着的句柄还在。
  'pull-out': async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'baolei-copy-'))
    const from = join(elsewhere, 'backup.db')
    writeFileSync(from, Buffer.alloc(5 * MEGABYTE, 3))
    const to = join(disk, 'stick', 'a.db')
    mkdirSync(join(disk, 'stick'))
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=20m', 'none', join(disk, 'stick')]).status !== 0) throw new Error('mount')
    let isPulled = false
    const onProgress = (done: number, total: number): void => {
      if (isPulled || done < total / 4) return
      isPulled = true
      if (spawnSync('umount', ['-l', join(disk, 'stick')]).status !== 0) throw new Error('umount')
    }
    try {
      const result = await outcome(() => copyFileVerifiedAsync(from, to, { onProgress }))
      return { code: codeOf(result), isPulled, left: readdirSync(join(disk, 'stick')), isSourceWhole: readFileSync(from).equals(Buffer.alloc(5 * MEGABYTE, 3)) }
    } finally {
      rmSync(elsewhere, { recursive: true })
    }
  },
  reserve: async () => {
    const made = await keepReserve(disk, { freeBytes: () => 2 * GIGABYTE })
    const kept = await keepReserve(disk, { freeBytes: () => 2 * GIGABYTE })
    const afterMaking = readSpace(disk).freeBytes
    writeFileSync(join(disk, 'big'), Buffer.alloc(afterMaking, 1))
    const full = await outcome(() => writeFileAtomically(old, Buffer.alloc(MEGABYTE, 1)))
    const freed = releaseReserve(disk)
    return { made, kept, full: codeOf(full), freedMegabytes: freed / MEGABYTE, after: await outcome(() => writeFileAtomically(old, Buffer.alloc(MEGABYTE, 1))), again: releaseReserve(disk), noRoom: await keepReserve(disk) }
  },
}

const play = scenes[scene]
if (play === undefined) throw new Error(`no such scene: ${scene}`)
process.stdout.write(JSON.stringify(await play()))
