import { statfsSync } from 'node:fs'

const MEGABYTE = 1024 * 1024
/** 少于这么多,连已经开始的一次保存都未必写得完。 */
const CRITICAL_BYTES = 64 * MEGABYTE
const LOW_BYTES = 500 * MEGABYTE

export interface Space {
  /** 本人还能写的字节数。 */
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

export type SpaceKind = 'enough' | 'low' | 'critical'

/** 像样地用下去要留多少:一份备份加一次升级,至少 500 MB。 */
export const wantedBytes = (databaseBytes: number): number => Math.max(LOW_BYTES, databaseBytes * 2)

/** 空间够不够(F03):low 该提醒,批量的事先别做;critical 随时会保存不了。 */
export const judgeSpace = ({ freeBytes, databaseBytes }: { readonly freeBytes: number; readonly databaseBytes: number }): SpaceKind =>
  freeBytes < CRITICAL_BYTES ? 'critical' : freeBytes < wantedBytes(databaseBytes) ? 'low' : 'enough'
