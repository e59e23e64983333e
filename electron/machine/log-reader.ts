import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { readLine } from '../services/support/log-line.ts'
import { listLogFiles } from './log-files.ts'

/** 每个文件只看末尾这么多:支持包要的是最近的事。 */
const TAIL_BYTES = 512 * 1024

const readTail = (path: string): string => {
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    const bytes = Buffer.alloc(Math.min(size, TAIL_BYTES))
    readSync(file, bytes, 0, bytes.length, size - bytes.length)
    const text = bytes.toString('utf8')
    // 从中间读起的第一行不完整。
    return size > TAIL_BYTES ? text.slice(text.indexOf('\n') + 1) : text
  } finally {
    closeSync(file)
  }
}

/**
 * 最近的日志,旧的在前,每行一条 JSON。读回来时再按「只许这些」的表核一遍:不合的不给,只数有几行。
 *
 * @param folder 程序的配置文件夹。
 */
export const readRecentLog = (folder: string, most: number): { readonly lines: readonly string[]; readonly skipped: number } => {
  const lines: string[] = []
  let skipped = 0
  try {
    for (const path of listLogFiles(folder).toReversed()) {
      const found = readTail(path).split('\n').filter((line) => line !== '').map(readLine)
      skipped += found.filter((line) => line === null).length
      lines.unshift(...found.filter((line) => line !== null).map((line) => JSON.stringify(line)))
      if (lines.length >= most) break
    }
  } catch {
    // 读不了日志也要出得了支持包。
  }
  return { lines: lines.slice(-most), skipped }
}
