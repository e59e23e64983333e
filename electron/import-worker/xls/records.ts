import { damaged } from '../workbook-rejected.ts'

/** 用到的记录;别的一律跳过。 */
export const RECORD = {
  formula: 0x06, eof: 0x0a, date1904: 0x22, filePass: 0x2f, codePage: 0x42, continue: 0x3c, boundSheet: 0x85, mulRk: 0xbd, rString: 0xd6, xf: 0xe0, mergedCells: 0xe5, sst: 0xfc, labelSst: 0xfd, number: 0x203, label: 0x204, boolErr: 0x205, string: 0x207, rk: 0x27e, format: 0x41e, formatOld: 0x1e, bof: 0x809,
} as const

export interface BiffRecord {
  readonly type: number
  readonly data: Buffer
  /** 紧跟在后面的续记录;只有字串表分得出段。 */
  readonly parts: readonly Buffer[]
  /** 下一条记录从哪里起。 */
  readonly next: number
}

/** @throws WorkbookRejected FILE_DAMAGED 记录伸到流外面去了。 */
export const recordAt = (stream: Buffer, at: number): BiffRecord | null => {
  if (at === stream.length) return null
  const one = (from: number): { readonly type: number; readonly data: Buffer; readonly next: number } => {
    if (from + 4 > stream.length) throw damaged('record header')
    const end = from + 4 + stream.readUInt16LE(from + 2)
    if (end > stream.length) throw damaged('record outside the stream')
    return { type: stream.readUInt16LE(from), data: stream.subarray(from + 4, end), next: end }
  }
  const first = one(at)
  const parts: Buffer[] = []
  let { next } = first
  if (first.type === RECORD.sst || first.type === RECORD.string || first.type === RECORD.label) {
    while (next + 4 <= stream.length && stream.readUInt16LE(next) === RECORD.continue) {
      const more = one(next)
      parts.push(more.data)
      next = more.next
    }
  }
  return { ...first, parts, next }
}

/** 跨续记录的读法:字串断在续记录处时,续记录开头另有一个字节说明后半截是一字节还是两字节。 */
export const createReader = (record: Pick<BiffRecord, 'data' | 'parts'>) => {
  const chunks = [record.data, ...record.parts]
  let chunk = 0
  let at = 0
  const current = (): Buffer => chunks[chunk] ?? Buffer.alloc(0)
  const step = (): void => {
    while (chunk < chunks.length && at >= current().length) {
      chunk += 1
      at = 0
    }
  }
  const bytes = (count: number): Buffer => {
    const taken: Buffer[] = []
    for (let rest = count; rest > 0; ) {
      step()
      if (chunk >= chunks.length) throw damaged('record too short')
      const piece = current().subarray(at, at + rest)
      taken.push(piece)
      at += piece.length
      rest -= piece.length
    }
    return taken.length === 1 ? (taken[0] ?? Buffer.alloc(0)) : Buffer.concat(taken)
  }
  return {
    u8: (): number => bytes(1).readUInt8(),
    u16: (): number => bytes(2).readUInt16LE(),
    u32: (): number => bytes(4).readUInt32LE(),
    skip: (count: number): void => void bytes(count),
    bytes,
    /** count 个字;wide 为两字节一个。 */
    characters: (count: number, wide: boolean): string => {
      let text = ''
      let isWide = wide
      for (let rest = count; rest > 0; ) {
        if (at >= current().length) {
          step()
          if (chunk >= chunks.length) throw damaged('string too short')
          isWide = (bytes(1).readUInt8() & 1) === 1
        }
        const width = isWide ? 2 : 1
        const room = Math.min(rest, Math.floor((current().length - at) / width))
        if (room === 0) throw damaged('string cut inside a character')
        text += bytes(room * width).toString(isWide ? 'utf16le' : 'latin1')
        rest -= room
      }
      return text
    },
  }
}
