import { MOST_ATTACHMENT_BYTES, MOST_THUMBNAIL_BYTES, type AttachmentGiven } from '../../../shared/model/attachment.ts'
import { uploadFile } from '../../platform/files.ts'
import type { Failure } from '../../platform/use-query.ts'
import { openPdf } from '../pdf/open-pdf.ts'

/** 拍下来的文件:长边这么多像素,字看得清,又不占地方。 */
const LONGEST_SIDE = 2600
const QUALITY = 0.86
/** 小样:长边。 */
const THUMBNAIL_SIDE = 160
const THUMBNAIL_QUALITY = 0.7

type Drawable = ImageBitmap | HTMLCanvasElement
const refused = (reason: string): Failure => ({ code: 'ATTACHMENT_UNSUITABLE', data: { reason }, traceId: '' })

const jpegOf = (source: Drawable, longest: number, quality: number): Promise<Blob | null> => {
  const scale = Math.min(1, longest / Math.max(source.width, source.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(source.width * scale))
  canvas.height = Math.max(1, Math.round(source.height * scale))
  const context = canvas.getContext('2d')
  if (context === null) return Promise.resolve(null)
  // 透明的地方垫白。
  context.fillStyle = 'white'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(source, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
}
const thumbnailOf = async (source: Drawable): Promise<File | null> => {
  const blob = await jpegOf(source, THUMBNAIL_SIDE, THUMBNAIL_QUALITY)
  return blob === null || blob.size > MOST_THUMBNAIL_BYTES ? null : new File([blob], 'thumbnail.jpg', { type: 'image/jpeg' })
}
/** PDF 的头一页;加了密、坏了的就没有小样。 */
const firstPage = async (file: File): Promise<HTMLCanvasElement | null> => {
  try {
    const pdf = await openPdf(new Uint8Array(await file.arrayBuffer()))
    try {
      const page = await pdf.document.getPage(1)
      const natural = page.getViewport({ scale: 1 })
      const viewport = page.getViewport({ scale: (2 * THUMBNAIL_SIDE) / Math.max(natural.width, natural.height) })
      const canvas = document.createElement('canvas')
      canvas.width = Math.round(viewport.width)
      canvas.height = Math.round(viewport.height)
      await page.render({ canvas, viewport }).promise
      return canvas
    } finally {
      pdf.close()
    }
  } catch {
    return null
  }
}
/** 图片一律重新编码:原图里的拍摄地点、机型一概不留。 */
const prepareImage = async (file: File): Promise<{ readonly file: File; readonly thumbnail: File | null } | null> => {
  try {
    const image = await createImageBitmap(file)
    try {
      const blob = await jpegOf(image, LONGEST_SIDE, QUALITY)
      return blob === null ? null : { file: new File([blob], `${file.name.replace(/\.[^.]*$/, '')}.jpg`, { type: 'image/jpeg' }), thumbnail: await thumbnailOf(image) }
    } finally {
      image.close()
    }
  } catch {
    return null
  }
}

/** 备好一份附件并交给核心;收不下的当场说缘由。收不收最后由核心照内容定。 */
export const prepareAttachment = async (file: File): Promise<{ readonly ok: true; readonly given: AttachmentGiven } | { readonly ok: false; readonly failure: Failure }> => {
  if (file.size === 0) return { ok: false, failure: refused('empty') }
  const isImage = /^image\/(jpeg|png)$/.test(file.type)
  // 大照片会缩小,所以先不拦;别的照原样收。
  if (!isImage && file.size > MOST_ATTACHMENT_BYTES) return { ok: false, failure: refused('size') }
  const image = isImage ? await prepareImage(file) : null
  if (isImage && image === null) return { ok: false, failure: refused('kind') }
  const page = file.type === 'application/pdf' ? await firstPage(file) : null
  const thumbnail = image?.thumbnail ?? (page === null ? null : await thumbnailOf(page))
  try {
    return { ok: true, given: { file: await uploadFile(image?.file ?? file), thumbnail: thumbnail === null ? null : await uploadFile(thumbnail) } }
  } catch {
    return { ok: false, failure: { code: 'UNAVAILABLE', data: {}, traceId: '' } }
  }
}
