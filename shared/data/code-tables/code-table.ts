/** 代码表的一行:库里存 code,界面与纸面显示 name;shortName 用于窄列,没有就用 name。 */
export interface CodeEntry<C extends string = string> {
  readonly code: C
  readonly name: string
  readonly shortName?: string
}
export type CodeTable<C extends string = string> = readonly CodeEntry<C>[]

const indexes = new WeakMap<CodeTable, ReadonlyMap<string, CodeEntry>>()

/** 按代码取一行;没有返回 undefined。表建一次索引,反复查不再遍历。 */
export const findEntry = <E extends CodeEntry>(table: readonly E[], code: string): E | undefined => {
  let index = indexes.get(table)
  if (index === undefined) {
    index = new Map(table.map((entry) => [entry.code, entry]))
    indexes.set(table, index)
  }
  // 索引由同一张表建成,行的类型与表一致。
  return index.get(code) as E | undefined
}
/** 代码 → 全称;认不出的代码(如旧数据)原样返回,不丢信息。 */
export const nameOf = (table: CodeTable, code: string): string => findEntry(table, code)?.name ?? code
/** 代码 → 简称,供窄列。 */
export const shortNameOf = (table: CodeTable, code: string): string => {
  const entry = findEntry(table, code)
  return entry?.shortName ?? entry?.name ?? code
}
/** 全称或简称 → 代码;都对不上返回 null。同义写法(如「蒙古」)不在这里,由导入的同义词表负责。 */
export const codeOf = <C extends string>(table: CodeTable<C>, text: string): C | null => table.find((entry) => entry.name === text || entry.shortName === text)?.code ?? null
/** 在表里的次序,供排序;不在表里排最后。 */
export const orderOf = (table: CodeTable, code: string): number => {
  const index = table.findIndex((entry) => entry.code === code)
  return index === -1 ? table.length : index
}
