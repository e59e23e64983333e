import { expect, it } from 'vitest'
import { kindOfName, recogniseAttachment } from './attachment-kind.ts'

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array => Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))))
const ZIP = [0x50, 0x4b, 0x03, 0x04]

it.each([
  ['JPEG', bytes([0xff, 0xd8, 0xff, 0xe0], 'x'), { kind: 'image', extension: 'jpg' }],
  ['PNG', bytes([0x89], 'PNG\r\n\u001a\n', 'x'), { kind: 'image', extension: 'png' }],
  ['PDF', bytes('%PDF-1.7 x'), { kind: 'pdf', extension: 'pdf' }],
  ['docx', bytes(ZIP, 'word/document.xml'), { kind: 'word', extension: 'docx' }],
  ['带宏的 Word', bytes(ZIP, 'word/document.xml', 'word/vbaProject.bin'), 'macro'],
  ['别的压缩包', bytes(ZIP, 'xl/workbook.xml'), null],
  ['网页', bytes('<html><script>1</script>'), null],
  ['SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'), null],
  ['程序', bytes('MZ\u0090'), null],
  ['空的', bytes(), null],
] as const)('%s 只照内容认', (_name, given, expected) => expect(recogniseAttachment(given)).toEqual(expected))

it.each([
  ['申请书.pdf', 'pdf'],
  ['申请书.docx', 'word'],
  ['照片.jpg', 'image'],
] as const)('%s 是 %s', (name, kind) => expect(kindOfName(name)).toBe(kind))
