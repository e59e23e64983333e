import type { Canary } from './canaries.ts'

export interface Needle {
  readonly what: string
  readonly encoding: string
  readonly bytes: Buffer
}

/** 短于这么多字节,在加密过的数据里会碰巧撞上。 */
const SHORTEST = 8

let twoByteTable: ReadonlyMap<string, number> | null = null
let fourByteTable: ReadonlyMap<string, number> | null = null
const decoder = new TextDecoder('gb18030')

/** Node 只会读 GB18030,不会写:把双字节区逐个读一遍,倒过来用。 */
const twoBytes = (): ReadonlyMap<string, number> => {
  if (twoByteTable !== null) return twoByteTable
  const table = new Map<string, number>()
  for (let lead = 0x81; lead <= 0xfe; lead++) for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) table.set(decoder.decode(Uint8Array.of(lead, trail)), lead * 256 + trail)
  twoByteTable = table
  return table
}
const fourBytesAt = (linear: number): Buffer => Buffer.of(0x81 + Math.floor(linear / 12_600), 0x30 + (Math.floor(linear / 1260) % 10), 0x81 + (Math.floor(linear / 10) % 126), 0x30 + (linear % 10))
const fourBytes = (): ReadonlyMap<string, number> => {
  fourByteTable ??= new Map(Array.from({ length: 39_420 }, (_, linear) => [decoder.decode(fourBytesAt(linear)), linear]))
  return fourByteTable
}
const SUPPLEMENTARY_START = 189_000

/** GB18030(GBK 是它的双字节部分)。 */
export const encodeGb18030 = (text: string): Buffer =>
  Buffer.concat(
    Array.from(text, (character) => {
      const code = character.codePointAt(0) ?? 0
      if (code < 0x80) return Buffer.of(code)
      if (code >= 0x10000) return fourBytesAt(SUPPLEMENTARY_START + code - 0x10000)
      const two = twoBytes().get(character)
      if (two !== undefined) return Buffer.of(two >> 8, two & 0xff)
      return fourBytesAt(fourBytes().get(character) ?? 0)
    }),
  )

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

/** base64 三种对齐:前面有零、一、二个别的字节时,中间那段各不相同;两头受邻居影响的字符去掉。 */
const base64Of = (bytes: Buffer, kind: 'base64' | 'base64url'): readonly string[] =>
  [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64').replaceAll('=', '')
    const plain = text.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6))
    return kind === 'base64' ? plain : plain.replaceAll('+', '-').replaceAll('/', '_')
  })

const escapes = (text: string): Readonly<Record<string, string>> => {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))
  const points = Array.from(text, (character) => character.codePointAt(0) ?? 0)
  return {
    'json 转义': units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join(''),
    'json 转义(大写)': units.map((unit) => `\\u${unit.toString(16).toUpperCase().padStart(4, '0')}`).join(''),
    'js 转义': points.map((point) => `\\u{${point.toString(16)}}`).join(''),
    '网址编码': encodeURIComponent(text),
    'html 十进制': points.map((point) => `&#${point};`).join(''),
    'html 十六进制': points.map((point) => `&#x${point.toString(16)};`).join(''),
  }
}

/** 一项假数据的各种写法。 */
export const needlesOf = ({ what, value, bytes }: Canary): readonly Needle[] => {
  const raw: Readonly<Record<string, Buffer>> = { 'UTF-8': Buffer.from(value, 'utf8'), 'UTF-16LE': Buffer.from(value, 'utf16le'), 'UTF-16BE': utf16be(value), GB18030: encodeGb18030(value), ...(bytes === undefined ? {} : { 原始字节: bytes }) }
  const found = new Map<string, Needle>()
  const add = (encoding: string, content: Buffer): void => {
    if (content.length < SHORTEST) throw new Error(`${what} is too short in ${encoding}`)
    const key = content.toString('latin1')
    if (!found.has(key)) found.set(key, { what, encoding, bytes: content })
  }
  for (const [encoding, content] of Object.entries(raw)) {
    add(encoding, content)
    add(`${encoding} 的十六进制`, Buffer.from(content.toString('hex')))
    add(`${encoding} 的十六进制(大写)`, Buffer.from(content.toString('hex').toUpperCase()))
    for (const kind of ['base64', 'base64url'] as const) for (const text of base64Of(content, kind)) add(`${encoding} 的 ${kind}`, Buffer.from(text))
  }
  for (const [encoding, text] of Object.entries(escapes(value))) add(encoding, Buffer.from(text))
  return [...found.values()]
}
