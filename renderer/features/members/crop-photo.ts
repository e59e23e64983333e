/** 证件照:一寸的两倍,宽高 5:7。 */
const WIDTH = 350
const HEIGHT = 490
const QUALITY = 0.88
const LARGEST_BYTES = 10 * 1024 * 1024

/**
 * 从正中裁成 5:7,缩到证件照大小,重新编码:原图里的拍摄地点、机型等附带信息一概不留。
 *
 * @returns 读不出、太大的为 null。
 */
export const cropPhoto = async (file: File): Promise<File | null> => {
  if (file.size > LARGEST_BYTES || !['image/jpeg', 'image/png'].includes(file.type)) return null
  try {
    const image = await createImageBitmap(file)
    const canvas = document.createElement('canvas')
    canvas.width = WIDTH
    canvas.height = HEIGHT
    const context = canvas.getContext('2d')
    if (context === null) return null
    const scale = Math.max(WIDTH / image.width, HEIGHT / image.height)
    const [width, height] = [image.width * scale, image.height * scale]
    // 透明的地方垫白。
    context.fillStyle = 'white'
    context.fillRect(0, 0, WIDTH, HEIGHT)
    // 竖长的照片多半头在上面:上边多留些。
    context.drawImage(image, (WIDTH - width) / 2, Math.min(0, (HEIGHT - height) / 4), width, height)
    image.close()
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
    return blob === null ? null : new File([blob], 'photo.jpg', { type: 'image/jpeg' })
  } catch {
    return null
  }
}
