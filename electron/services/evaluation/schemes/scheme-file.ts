import { schemeBodySchema, type SchemeContent } from '../../../../shared/model/scheme.ts'
import { failWith } from '../../../rpc/handlers.ts'

const FORMAT = 'baolei-scheme'
/** 读得懂的写法;以后改了写法就加一。 */
const FORMAT_VERSION = 1

/** 方案文件:给别的电脑上的堡垒。数都是文本或整数,不丢一位。 */
export const writeSchemeFile = (body: SchemeContent): Uint8Array => new TextEncoder().encode(`${JSON.stringify({ format: FORMAT, version: FORMAT_VERSION, body }, null, 2)}\n`)

/** 像不像方案文件(不是表格)。 */
export const looksLikeSchemeFile = (bytes: Uint8Array): boolean => {
  const start = new TextDecoder().decode(bytes.subarray(0, 64)).replace(/^\uFEFF/, '').trimStart()
  return start.startsWith('{')
}

/** @throws DeclaredFailure SCHEME_FILE_UNSUITABLE */
export const readSchemeFile = (bytes: Uint8Array): SchemeContent => {
  const refuse = (reason: 'shape' | 'newer'): never => failWith('SCHEME_FILE_UNSUITABLE', { line: null, reason })
  let given: unknown
  try {
    given = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/^\uFEFF/, ''))
  } catch {
    return refuse('shape')
  }
  if (typeof given !== 'object' || given === null || !('format' in given) || given.format !== FORMAT || !('version' in given)) return refuse('shape')
  if (typeof given.version === 'number' && given.version > FORMAT_VERSION) return refuse('newer')
  const body = schemeBodySchema.safeParse('body' in given ? given.body : null)
  return body.success ? body.data : refuse('shape')
}
