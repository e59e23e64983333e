import { damaged, rejected } from './workbook-rejected.ts'

const startsWith = (bytes: Uint8Array, ...magic: readonly number[]): boolean => magic.every((byte, index) => bytes[index] === byte)
/** OLE 复合文档目录里的流名是 UTF-16LE。 */
const hasStream = (bytes: Uint8Array, name: string): boolean => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'))

const ascii = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0))
/** 常见的、绝不是表格而开头又没有 0 字节的:PDF、PostScript、RTF、图片、各种压缩包、单文件网页。 */
const OTHER_FORMATS: readonly (readonly number[])[] = [
  ...['%PDF', '%!PS', '{\\rtf', 'Rar!', 'GIF8', 'BZh', 'MIME-Version:', 'SQLite format 3'].map(ascii),
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x1f, 0x8b],
  [0xfd, 0x37, 0x7a, 0x58, 0x5a],
  [0x28, 0xb5, 0x2f, 0xfd],
  [0x7f, 0x45, 0x4c, 0x46],
]
const WPS_EXTENSIONS = /\.(et|ett|ets)$/i
const SAMPLE = 4096
const MARKUP = /^<(!doctype|html|head|meta|table|\?xml|body|div|style|script|!--|workbook)/

/** 开头几十个字,按 BOM 解;只用来认网页与 XML。 */
const headText = (bytes: Uint8Array): string => {
  const head = bytes.subarray(0, 128)
  const encoding = startsWith(bytes, 0xff, 0xfe) ? 'utf-16le' : startsWith(bytes, 0xfe, 0xff) ? 'utf-16be' : 'latin1'
  return new TextDecoder(encoding).decode(head).replace(/^\u00ef\u00bb\u00bf/, '').trimStart().toLowerCase()
}

/**
 * 按文件开头的字节判断是什么,不信扩展名(F24)。
 *
 * @param name 文件名,只用来认出 WPS 的 .et(它与旧 .xls 是同一种容器)。
 * @throws WorkbookRejected 不是能读的文件。
 */
export const sniffFile = (bytes: Uint8Array, name: string): 'zip' | 'xls' | 'text' => {
  if (bytes.length === 0) throw rejected('FILE_EMPTY')
  if (WPS_EXTENSIONS.test(name)) throw rejected('FILE_WPS_FORMAT')
  if (startsWith(bytes, 0x50, 0x4b)) return 'zip'
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) {
    if (hasStream(bytes, 'EncryptedPackage') || hasStream(bytes, 'EncryptionInfo')) throw rejected('FILE_ENCRYPTED')
    if (hasStream(bytes, 'Workbook') || hasStream(bytes, 'Book')) return 'xls'
    throw rejected('FILE_NOT_WORKBOOK')
  }
  // Excel 2 到 4 的裸 BIFF 记录。
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1) && bytes[3] === 0x00 && bytes.length > 8 && bytes.subarray(0, 16).includes(0)) throw rejected('FILE_OLD_EXCEL')
  if (OTHER_FORMATS.some((magic) => startsWith(bytes, ...magic))) throw rejected('FILE_NOT_WORKBOOK')
  const isUtf16 = startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)
  if (!isUtf16 && bytes.includes(0)) throw bytes.subarray(0, SAMPLE).includes(0) ? rejected('FILE_NOT_WORKBOOK') : damaged('zero bytes')
  // 网页、XML 表格另存成 .xls 的很多:开头是尖括号的都不是 CSV。
  if (MARKUP.test(headText(bytes))) throw rejected('FILE_NOT_WORKBOOK')
  return 'text'
}
