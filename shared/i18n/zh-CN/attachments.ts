import { MOST_ATTACHMENTS_OF_MEETING, type AttachmentKind } from '../../model/attachment.ts'

const megabyte = 1024 * 1024

/** 附件:选、看、存、去掉。 */
export const attachmentsText = {
  choose: '附文件…',
  change: '换文件…',
  hint: '照片或扫描件（JPEG、PNG）、PDF、Word（.docx），一份不超过 20 MB。大照片自动缩小，拍摄地点等附带信息不留。',
  /** 会议记录的附件块里说的。 */
  mostOfMeeting: `一份记录最多 ${MOST_ATTACHMENTS_OF_MEETING} 份。`,
  busy: '正在附上',
  look: '看',
  save: '存一份',
  remove: '去掉文件',
  removeQuestion: (name: string) => `去掉“${name}”？`,
  removeNote: '登记的名称、日期留着；文件不能从回收站取回。',
  kinds: { image: '图片', pdf: 'PDF', word: 'Word' } satisfies Record<AttachmentKind, string>,
  size: (bytes: number) => (bytes >= megabyte ? `${(bytes / megabyte).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`),
  lost: '文件不见了，请重新附上',
  alt: (name: string) => `${name}的内容`,
  saved: '已经存下，文件在“下载”文件夹或选定的位置',
  lookAt: (name: string) => `看${name}`,
  saveOne: (name: string) => `存一份${name}`,
} as const
