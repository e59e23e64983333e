import { basename, extname } from 'node:path'

/** 名称按最窄的系统来:路径、控制与变向字符、Windows 的保留字与保留名都不留(F51)。 */
const MAX_CHARACTERS = 80
/** 一个汉字三个字节,生僻字四个;文件名上限 255 字节,留些给「 (1)」。 */
const MAX_BYTES = 240
const FORBIDDEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff<>:"/|?*]/gu
/** Windows 的设备名,带不带后缀都不行;带上标的一二三也算。 */
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|com[\d\u00b9\u00b2\u00b3]|lpt[\d\u00b9\u00b2\u00b3])\s*(\.|$)/i
const EDGE_START = /^[. ]+/
const EDGE_END = /[. ]+$/

const fits = (name: string): boolean => Array.from(name).length <= MAX_CHARACTERS && Buffer.byteLength(name) <= MAX_BYTES

/** 截到放得下为止,后缀留着,不把一个字切成两半。 */
const shorten = (name: string): string => {
  if (fits(name)) return name
  const extension = Array.from(extname(name)).slice(0, 10).join('')
  const characters = Array.from(name).slice(0, MAX_CHARACTERS - extension.length)
  while (!fits(characters.join('') + extension)) characters.pop()
  return characters.join('').replace(EDGE_END, '') + extension
}

/**
 * 收进来、给出去的文件名。
 *
 * @returns 任何系统上都能当文件名的名字,不含路径,不超过 80 字、240 字节;什么也不剩时为 `file`。
 */
export const safeName = (name: string): string => {
  const cleaned = basename(name.replaceAll('\\', '/')).replaceAll(FORBIDDEN, '_').replace(EDGE_START, '').replace(EDGE_END, '')
  const short = shorten(RESERVED.test(cleaned) ? `_${cleaned}` : cleaned).replace(EDGE_END, '')
  return short === '' ? 'file' : short
}
