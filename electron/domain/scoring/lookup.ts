// 按编号查表。编号由用户起名,可能与对象的内置属性同名,所以只看自有属性。
export function lookup<T>(table: Readonly<Record<string, T>> | null | undefined, key: string): T | undefined {
  return table !== null && table !== undefined && Object.hasOwn(table, key) ? table[key] : undefined
}

/** 与语言环境无关的文本次序(按码元),用于一切需要稳定次序的地方。 */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
