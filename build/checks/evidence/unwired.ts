/** 还缺处理函数时,这里的类型写着 Partial;都接上了就改回完整的类型。 */
export const HANDLERS = 'electron/services/workspace-handlers.ts'
const WORDS = '还没有接上'

/** 文档里写着「还没有接上」的,要与代码一致:都接上了就得改文档,没接上就得写明。 */
export const unwiredProblems = (text: string, handlers: string): readonly string[] => {
  const isPartial = handlers.includes('Partial<Handlers')
  const lines = text.split('\n').filter((line) => line.includes(WORDS))
  if (!isPartial) return lines.map((line) => `过程都接上了,这里还写着「${WORDS}」:${line.slice(0, 60)}`)
  return lines.length > 0 ? [] : [`还有过程没有处理函数(${HANDLERS}),文档没有写「${WORDS}」`]
}
