/** 名册文件的上限;超过的说「内容太多」,请用户只留名册那张表。 */
export const IMPORT_LIMITS = {
  zipEntries: 2_000,
  zipBytes: 300 * 1024 * 1024,
  zipRatio: 200,
  columns: 200,
  rows: 100_000,
  /** 一个格子最多保留这么多字,比 Excel 的上限 32,767 多一个,好让后面看出超长。 */
  cellCharacters: 32_768,
  /** 读文件线程的堆上限(MB)与时限。 */
  heapMegabytes: 512,
  milliseconds: 60_000,
} as const
