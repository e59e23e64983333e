/** 名册文件的上限(F23、F30);超过的说是哪一条上限,请用户只留名册那张表。 */
export const IMPORT_LIMITS = {
  zipEntries: 2_000,
  zipBytes: 300 * 1024 * 1024,
  zipRatio: 200,
  sheets: 255,
  columns: 200,
  /** 表头连同上面的标题行之外,正好容得下十万人。 */
  rows: 100_020,
  /** 共享字符串的条数与总字数。 */
  sharedStrings: 2_000_000,
  sharedCharacters: 64 * 1024 * 1024,
  /** 一个格子最多保留这么多字,比 Excel 的上限 32,767 多一个,好让后面看出超长。 */
  cellCharacters: 32_768,
  /** 合并格往下填的格子总数。 */
  mergedCells: 2_000_000,
  /** 读文件线程的堆上限(MB)与时限;新生代管小些,读完就丢的字串不把内存撑大。 */
  heapMegabytes: 512,
  youngMegabytes: 16,
  milliseconds: 60_000,
} as const
