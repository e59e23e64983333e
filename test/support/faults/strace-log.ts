/** 十六进制写法的一段 → 字节。 */
export const unhex = (hex: string): Buffer => Buffer.from(hex.replaceAll('\\x', ''), 'hex')
/** 拆开一次调用的各个参数;引号、方括号、花括号里的逗号不算。 */
const splitParameters = (source: string): string[] => {
  const parts: string[] = []
  let depth = 0
  let quoted = false
  let from = 0
  for (let at = 0; at < source.length; at++) {
    const character = source.charCodeAt(at)
    if (character === 34) {
      quoted = !quoted
      // 引号里全是十六进制,一步跳到头。
      if (quoted) at = source.indexOf('"', at + 1) - 1
    } else if (character === 91 || character === 123) depth++
    else if (character === 93 || character === 125) depth--
    else if (character === 44 && depth === 0) {
      parts.push(source.slice(from, at).trim())
      from = at + 1
    }
  }
  parts.push(source.slice(from).trim())
  return parts
}
/** 一次写几段的各段,连起来。 */
export const quotedParts = (source: string): Buffer => Buffer.concat(Array.from(source.matchAll(/iov_base="((?:\\x[0-9a-f]{2})*)"/g), ([, hex = '']) => unhex(hex)))

/** 一行或拼起来的两行(被别的线程打断的)→ 调用名、参数、返回值;失败的调用不算。 */
export const readCalls = function* (log: string): Generator<{ readonly name: string; readonly parameters: string[]; readonly result: number }> {
  const unfinished = new Map<string, string>()
  for (const line of log.split('\n')) {
    const found = /^(\d+) +(.*)$/s.exec(line)
    if (found === null) continue
    const [, thread = '', rest = ''] = found
    let call = rest
    if (call.endsWith('<unfinished ...>')) {
      unfinished.set(thread, call.slice(0, -'<unfinished ...>'.length))
      continue
    }
    const resumed = /^<\.\.\. \w+ resumed>/.exec(call)
    if (resumed !== null) {
      call = (unfinished.get(thread) ?? '') + call.slice(resumed[0].length)
      unfinished.delete(thread)
    }
    const open = call.indexOf('(')
    // 返回值在行末,前面补空格对齐;一行可以长达数兆,只看尾巴。
    const tail = call.slice(-200)
    const ending = /\) +(= (-?\d+).*)$/s.exec(tail)
    if (open < 0 || ending === null) continue
    const close = call.length - tail.length + ending.index
    const result = Number(ending[2])
    if (result < 0) continue
    yield { name: call.slice(0, open), parameters: splitParameters(call.slice(open + 1, close)), result }
  }
}
