import { statfsSync } from 'node:fs'

export interface Space {
  readonly freeBytes: number
  readonly totalBytes: number
}

/**
 * 一个文件夹所在的盘还能写多少。
 *
 * @throws 系统错误:文件夹不存在、盘已拔走。
 */
export const readSpace = (folder: string): Space => {
  // 很大的盘,块数乘块长会超出双精度的整数范围。
  const { bavail, blocks, bsize } = statfsSync(folder, { bigint: true })
  return { freeBytes: Number(bavail * bsize), totalBytes: Number(blocks * bsize) }
}
