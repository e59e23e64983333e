import { deflateSync } from 'node:zlib'

type Colour = readonly [red: number, green: number, blue: number]
/** 一点是什么颜色;x、y 从 0 到 1。 */
type Shade = (x: number, y: number) => Colour

const CRC = Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value >>> 0
})
const crcOf = (bytes: Uint8Array): number => {
  let value = 0xffffffff
  for (const byte of bytes) value = (CRC[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}
const chunk = (name: string, body: Uint8Array): Buffer => {
  const data = Buffer.concat([Buffer.from(name, 'latin1'), body])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  sum.writeUInt32BE(crcOf(data))
  return Buffer.concat([length, data, sum])
}
const png = (width: number, height: number, shade: Shade): Buffer => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  // 每样 8 位,红绿蓝。
  head.set([8, 2, 0, 0, 0], 8)
  const rows = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) rows.set(shade((x + 0.5) / width, (y + 0.5) / height), y * (1 + width * 3) + 1 + x * 3)
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}

const within = (x: number, y: number, [centreX, centreY, radiusX, radiusY]: readonly [number, number, number, number]): boolean => ((x - centreX) / radiusX) ** 2 + ((y - centreY) / radiusY) ** 2 <= 1
const BACKGROUNDS: readonly Colour[] = [[92, 142, 196], [178, 58, 58], [240, 240, 236]]
const COATS: readonly Colour[] = [[44, 62, 92], [70, 70, 74], [52, 88, 72], [96, 60, 60]]
const SKIN: Colour = [232, 200, 172]
const HAIR: Colour = [46, 40, 38]

/** 示例里的证件照:几个色块拼成的剪影,不是任何一个真人。number 不同,底色、衣色、发型不同。 */
export const drawPortrait = (number: number): Buffer => {
  const background = BACKGROUNDS[number % BACKGROUNDS.length] ?? SKIN
  const coat = COATS[number % COATS.length] ?? HAIR
  const isLong = number % 2 === 1
  return png(175, 245, (x, y) => {
    if (within(x, y, [0.5, 0.4, 0.17, 0.17]) && y > 0.31) return SKIN
    if (within(x, y, [0.5, 0.35, 0.2, 0.17]) || (isLong && Math.abs(x - 0.5) < 0.2 && y > 0.35 && y < 0.58)) return HAIR
    if (Math.abs(x - 0.5) < 0.07 && y > 0.5 && y < 0.66) return SKIN
    return within(x, y, [0.5, 1.02, 0.42, 0.4]) ? coat : background
  })
}

/** 示例里的扫描件:一页横线纸,几行当作字的黑条。 */
export const drawScan = (): Buffer =>
  png(420, 594, (x, y) => {
    const line = Math.floor((y - 0.16) * 22)
    const isInk = y > 0.16 && y < 0.8 && (y - 0.16) * 22 - line < 0.42 && x > 0.12 && x < (line % 5 === 4 ? 0.55 : 0.88) && Math.floor(x * 60) % 7 !== 6
    const isTitle = y > 0.07 && y < 0.1 && x > 0.33 && x < 0.67
    return isInk || isTitle ? [60, 60, 64] : [250, 248, 242]
  })
