import { WorkbookRejected } from './workbook-rejected.ts'

const startsWith = (bytes: Uint8Array, ...magic: readonly number[]): boolean => magic.every((byte, index) => bytes[index] === byte)
/** OLE 复合文档目录里的流名是 UTF-16LE。 */
const hasStream = (bytes: Uint8Array, name: string): boolean => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'))

const ascii = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0))
/** 常见的、绝不是表格的文件开头:PDF、RTF、RAR、7z、PNG、JPEG、GIF、gzip。 */
const OTHER_FORMATS: readonly (readonly number[])[] = [ascii('%PDF'), ascii('{\\rtf'), ascii('Rar!'), [0x37, 0x7a, 0xbc, 0xaf], [0x89, 0x50, 0x4e, 0x47], [0xff, 0xd8, 0xff], ascii('GIF8'), [0x1f, 0x8b]]
const WPS_EXTENSIONS = /\.(et|ett|ets)$/i
const SAMPLE = 4096

/**
 * 按文件开头的字节判断是什么,不信扩展名。
 *
 * @param name 文件名,只用来认出 WPS 的 .et(它与旧 .xls 是同一种容器)。
 * @throws WorkbookRejected 不是能读的文件。
 */
export const sniffFile = (bytes: Uint8Array, name: string): 'zip' | 'text' => {
  if (bytes.length === 0) throw new WorkbookRejected('FILE_EMPTY')
  if (WPS_EXTENSIONS.test(name)) throw new WorkbookRejected('FILE_WPS_FORMAT')
  if (startsWith(bytes, 0x50, 0x4b)) return 'zip'
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) {
    if (hasStream(bytes, 'EncryptedPackage') || hasStream(bytes, 'EncryptionInfo')) throw new WorkbookRejected('FILE_ENCRYPTED')
    if (hasStream(bytes, 'Workbook') || hasStream(bytes, 'Book')) throw new WorkbookRejected('FILE_OLD_EXCEL')
    throw new WorkbookRejected('FILE_NOT_WORKBOOK')
  }
  // Excel 2 到 4 的裸 BIFF 记录。
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1) && bytes[3] === 0x00 && bytes.length > 8 && bytes.subarray(0, 16).includes(0)) throw new WorkbookRejected('FILE_OLD_EXCEL')
  if (OTHER_FORMATS.some((magic) => startsWith(bytes, ...magic))) throw new WorkbookRejected('FILE_NOT_WORKBOOK')
  const isUtf16 = startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)
  if (!isUtf16 && bytes.subarray(0, SAMPLE).includes(0)) throw new WorkbookRejected('FILE_NOT_WORKBOOK')
  // 网页、XML 表格另存成 .xls 的很多:开头是尖括号的都不是 CSV。
  const head = Buffer.from(bytes.subarray(0, 64)).toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '').trimStart().toLowerCase()
  if (/^<(!doctype|html|head|meta|table|\?xml|body|div|style|script|!--|workbook)/.test(head)) throw new WorkbookRejected('FILE_NOT_WORKBOOK')
  return 'text'
}
