import { z } from 'zod'

/** 文件凭据:消息里只带凭据,字节走外壳的 /files 通道;下载凭据只能用一次。 */
export const fileRefSchema = z.strictObject({
  ticket: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  name: z.string().min(1).max(255),
  size: z.int().min(0),
})
export type FileRef = z.infer<typeof fileRefSchema>
