/** 联合类型的分支都处理完了;漏一个就编译不过。 */
export const assertNever = (value: never): never => {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`)
}
