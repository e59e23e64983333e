import { writeXlsx } from 'hucre'
import { family, NOT_WORKBOOK, refused, type MalformedFile } from './case.ts'
import { seededBytes } from './seeded.ts'
import { zip } from './zip-file.ts'

const OLE_MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
/** OLE 复合文档的样子:开头的标志与目录里的流名。 */
export const oleFile = (...streams: readonly string[]): Buffer => Buffer.concat([Buffer.from(OLE_MAGIC), Buffer.alloc(504), ...streams.map((name) => Buffer.from(name, 'utf16le')), Buffer.alloc(512)])

const bytes = (...values: readonly number[]) => Buffer.concat([Buffer.from(values), Buffer.alloc(64), seededBytes(values[0] ?? 0, 400)])
const text = (content: string) => () => Buffer.from(content)
const archiveOf = (...names: readonly string[]) => () => zip(names.map((name) => ({ name, content: Buffer.from('<x/>') })))
const at = (offset: number, content: string): Buffer => Buffer.concat([Buffer.alloc(offset), Buffer.from(content), Buffer.alloc(512)])
const EMPTY = refused('FILE_EMPTY')
const OLD = refused('FILE_OLD_EXCEL')
const WPS = refused('FILE_WPS_FORMAT')
const NO_HEADER = refused('HEADER_NOT_FOUND')
const WEB_TABLE = '<table border="1"><tr><td>姓名</td><td>公民身份号码</td></tr><tr><td>王建国</td><td>1</td></tr></table>'

/** 不是它的扩展名所说的东西(F24):凭内容认,说清是什么、怎么另存。 */
export const wrongTypeFiles: readonly MalformedFile[] = family('不是表格', [
  ['0 字节', () => Buffer.alloc(0), EMPTY],
  ['0 字节的 .csv', () => Buffer.alloc(0), EMPTY, 'a.csv'],
  ['只有 UTF-8 BOM', () => Buffer.from([0xef, 0xbb, 0xbf]), EMPTY, 'a.csv'],
  ['只有 UTF-16LE BOM', () => Buffer.from([0xff, 0xfe]), EMPTY, 'a.csv'],
  ['只有 UTF-16BE BOM', () => Buffer.from([0xfe, 0xff]), EMPTY, 'a.csv'],
  ['只有空白', text(' \r\n\t\r\n\u3000'), EMPTY, 'a.csv'],
  ['全是 0 字节', () => Buffer.alloc(4096), NOT_WORKBOOK],
  ['网页存成 .xls', text(`\ufeff<html><body>${WEB_TABLE}</body></html>`), NOT_WORKBOOK, 'a.xls'],
  ['带 DOCTYPE 的网页', text(`\r\n<!DOCTYPE html><html>${WEB_TABLE}</html>`), NOT_WORKBOOK, 'a.xls'],
  ['只有表格片段', text(WEB_TABLE), NOT_WORKBOOK, 'a.xls'],
  ['GBK 的网页', () => Buffer.concat([Buffer.from('<html><head><meta charset="gbk"></head><td>'), Buffer.from([0xd0, 0xd5, 0xc3, 0xfb])]), NOT_WORKBOOK, 'a.xls'],
  ['UTF-16 的网页', () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`<html>${WEB_TABLE}</html>`, 'utf16le')]), NOT_WORKBOOK, 'a.xls'],
  ['单个文件网页(.mht)', text('MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related\r\n\r\n'), NOT_WORKBOOK, 'a.xls'],
  ['XML 表格 2003', text('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook></Workbook>'), NOT_WORKBOOK, 'a.xls'],
  ['UTF-16 的 XML 表格', () => Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from('<?xml version="1.0" encoding="UTF-16"?><Workbook/>', 'utf16le').swap16()]), NOT_WORKBOOK, 'a.xls'],
  ['有打开密码的 .xlsx', () => writeXlsx({ sheets: [{ name: 'S', rows: [['姓名']] }], encryption: { password: 'x', spinCount: 1000 } }), refused('FILE_ENCRYPTED')],
  ['有打开密码(只认流名)', () => oleFile('Root Entry', 'EncryptionInfo', 'EncryptedPackage'), refused('FILE_ENCRYPTED')],
  ['旧 .xls 的空壳', () => oleFile('Root Entry', 'Workbook'), refused('FILE_DAMAGED'), 'a.xls'],
  ['旧 .xls 的空壳改名 .xlsx', () => oleFile('Root Entry', 'Book'), refused('FILE_DAMAGED')],
  ['Excel 4 的裸记录', () => Buffer.concat([Buffer.from([0x09, 0x04, 0x06, 0x00, 0x00, 0x04, 0x10, 0x00, 0x00, 0x00]), Buffer.alloc(100)]), OLD, 'a.xls'],
  ['Excel 3 的裸记录', () => Buffer.concat([Buffer.from([0x09, 0x02, 0x06, 0x00, 0x00, 0x03, 0x10, 0x00, 0x00, 0x00]), Buffer.alloc(100)]), OLD, 'a.xls'],
  ['Excel 2 的裸记录', () => Buffer.concat([Buffer.from([0x09, 0x00, 0x04, 0x00, 0x02, 0x00, 0x10, 0x00, 0x00, 0x00]), Buffer.alloc(100)]), OLD, 'a.xls'],
  ['WPS .et', () => oleFile('Root Entry', 'Workbook'), WPS, 'a.et'],
  ['WPS .ett', () => oleFile('Root Entry', 'Workbook'), WPS, 'a.ETT'],
  ['WPS .et 的空壳改名 .xlsx', () => oleFile('Root Entry', 'Workbook', 'WpsCustomData'), refused('FILE_DAMAGED')],
  ['WPS 文字 .wps', () => oleFile('Root Entry', 'WordDocument'), NOT_WORKBOOK, 'a.wps'],
  ['旧 Word 改名', () => oleFile('Root Entry', 'WordDocument', '1Table'), NOT_WORKBOOK],
  ['旧 PowerPoint 改名', () => oleFile('Root Entry', 'PowerPoint Document'), NOT_WORKBOOK],
  ['安装包 .msi', () => oleFile('Root Entry', 'SummaryInformation'), NOT_WORKBOOK],
  ['只有 OLE 标志', () => Buffer.from(OLE_MAGIC), NOT_WORKBOOK],
  ['.docx 改名', archiveOf('[Content_Types].xml', 'word/document.xml'), NOT_WORKBOOK],
  ['.pptx 改名', archiveOf('[Content_Types].xml', 'ppt/presentation.xml'), NOT_WORKBOOK],
  ['.ods 改名', archiveOf('mimetype', 'content.xml', 'META-INF/manifest.xml'), NOT_WORKBOOK],
  ['.xlsb 改名', archiveOf('[Content_Types].xml', 'xl/workbook.bin', 'xl/worksheets/sheet1.bin'), NOT_WORKBOOK],
  ['.ofd 改名', archiveOf('OFD.xml', 'Doc_0/Document.xml'), NOT_WORKBOOK],
  ['.apk 改名', archiveOf('AndroidManifest.xml', 'classes.dex'), NOT_WORKBOOK],
  ['普通压缩包', archiveOf('名册.txt'), NOT_WORKBOOK],
  ['PDF', text('%PDF-1.7\n%\u00e2\u00e3\n1 0 obj'), NOT_WORKBOOK],
  ['PNG', () => bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), NOT_WORKBOOK],
  ['JPEG', () => bytes(0xff, 0xd8, 0xff, 0xe0), NOT_WORKBOOK],
  ['GIF', text('GIF89a\u0001\u0001'), NOT_WORKBOOK],
  ['BMP', () => bytes(0x42, 0x4d, 0x36, 0x00), NOT_WORKBOOK],
  ['WebP', () => bytes(...Buffer.from('RIFF0000WEBPVP8 ')), NOT_WORKBOOK],
  ['TIFF', () => bytes(0x49, 0x49, 0x2a, 0x00), NOT_WORKBOOK],
  ['RTF', text('{\\rtf1\\ansi 姓名}'), NOT_WORKBOOK],
  ['PostScript', text('%!PS-Adobe-3.0\n(x) show'), NOT_WORKBOOK],
  ['RAR', () => bytes(...Buffer.from('Rar!\u001a\u0007')), NOT_WORKBOOK],
  ['7z', () => bytes(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c), NOT_WORKBOOK],
  ['gzip', () => bytes(0x1f, 0x8b, 0x08), NOT_WORKBOOK],
  ['bzip2', text('BZh91AY&SY'), NOT_WORKBOOK],
  ['xz', () => bytes(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00), NOT_WORKBOOK],
  ['zstd', () => bytes(0x28, 0xb5, 0x2f, 0xfd), NOT_WORKBOOK],
  ['tar', () => at(257, 'ustar'), NOT_WORKBOOK],
  ['Windows 程序', () => bytes(0x4d, 0x5a, 0x90, 0x00), NOT_WORKBOOK, 'a.exe'],
  ['Linux 程序', () => bytes(0x7f, 0x45, 0x4c, 0x46), NOT_WORKBOOK],
  ['MP3', () => bytes(...Buffer.from('ID3\u0003')), NOT_WORKBOOK],
  ['MP4', () => bytes(0, 0, 0, 0x20, ...Buffer.from('ftypisom')), NOT_WORKBOOK],
  ['SQLite 库', text(`SQLite format 3\u0000${'x'.repeat(200)}`), NOT_WORKBOOK],
  ['一张数据库表导出的 DBF', () => bytes(0x03, 0x78, 0x01, 0x01, 0x05, 0x00, 0x00, 0x00), NOT_WORKBOOK],
  ['JSON', text('{"姓名":"王建国","性别":"男"}'), NO_HEADER, 'a.json'],
  ['程序源码', text('#!/bin/sh\nrm -rf /\n'), NO_HEADER, 'a.csv'],
  ['一段话', text('同志们:请于周五前交党员花名册。'), NO_HEADER, 'a.txt'],
  ['邮件', text('From: a@example.com\r\nSubject: roster\r\n\r\nhello'), NO_HEADER, 'a.eml'],
  ...[1, 2, 3, 4].map((seed): readonly [string, () => Uint8Array, ReturnType<typeof refused>, string?] => [`随机字节(种子 ${seed})`, () => seededBytes(seed, 3_000), refused('FILE_NOT_WORKBOOK', 'FILE_NOT_TEXT', 'HEADER_NOT_FOUND', 'FILE_DAMAGED')]),
  ...[5, 6, 7, 8].map((seed): readonly [string, () => Uint8Array, ReturnType<typeof refused>, string?] => [`没有 0 的随机字节(种子 ${seed})`, () => seededBytes(seed, 3_000).map((byte) => byte || 1), refused('FILE_NOT_WORKBOOK', 'FILE_NOT_TEXT', 'HEADER_NOT_FOUND', 'FILE_DAMAGED'), 'a.csv']),
])
