import type { AttachmentKind } from '../../../shared/model/attachment.ts'

export interface RecognisedAttachment {
  readonly kind: AttachmentKind
  /** 存出去用的后缀。 */
  readonly extension: string
}
const starts = (bytes: Uint8Array, mark: readonly number[]): boolean => mark.every((byte, index) => bytes[index] === byte)
/** 里面有没有这几个英文字。 */
const contains = (bytes: Uint8Array, text: string): boolean => {
  const mark = Array.from(text, (character) => character.charCodeAt(0))
  for (let at = bytes.indexOf(mark[0] ?? 0); at !== -1; at = bytes.indexOf(mark[0] ?? 0, at + 1)) if (mark.every((byte, index) => bytes[at + index] === byte)) return true
  return false
}

/**
 * 只认内容,从不照文件名、照界面说的来。
 *
 * @returns `macro` 为带宏的 Word;null 为不收的种类。
 */
export const recogniseAttachment = (bytes: Uint8Array): RecognisedAttachment | 'macro' | null => {
  if (starts(bytes, [0xff, 0xd8, 0xff])) return { kind: 'image', extension: 'jpg' }
  if (starts(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return { kind: 'image', extension: 'png' }
  if (starts(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return { kind: 'pdf', extension: 'pdf' }
  // Word 是一个压缩包:里面的文件名不压缩,不用解开就看得到。
  if (!starts(bytes, [0x50, 0x4b, 0x03, 0x04]) || !contains(bytes, 'word/document.xml')) return null
  return contains(bytes, 'vbaProject.bin') ? 'macro' : { kind: 'word', extension: 'docx' }
}

/** 存下的文件名 → 种类;名字的后缀是收下时照内容定的。 */
export const kindOfName = (fileName: string): AttachmentKind => (fileName.endsWith('.pdf') ? 'pdf' : fileName.endsWith('.docx') ? 'word' : 'image')
