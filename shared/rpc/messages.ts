import { z } from 'zod'

/**
 * 线上消息。所有外壳都只搬运 JSON 文本,两端各自解析,因此一个功能不会只在某个外壳里能用。
 * input 由 JSON.parse 得来,必是 JSON;它的形状由各过程自己的 schema 核对,这里不再走一遍。
 */
/** 要确认的步骤随请求带来的:理由、本人口令、另一名确认人。没设口令的工作区口令留空。 */
export const confirmationSchema = z.strictObject({
  reason: z.string().trim().min(1).max(200),
  password: z.string().max(200),
  second: z.strictObject({ userName: z.string().max(64), password: z.string().max(200) }).optional(),
})
export type ConfirmationGiven = z.infer<typeof confirmationSchema>

export const requestMessageSchema = z.strictObject({ id: z.string().min(1).max(64), path: z.string().max(80), input: z.unknown(), confirm: confirmationSchema.optional() })
export type RequestMessage = z.infer<typeof requestMessageSchema>

export interface WireError {
  readonly code: string
  readonly data: unknown
  /** 与日志对应的编号,报修时念给支持人员。 */
  readonly traceId: string
}
export type ReplyMessage = { readonly id: string; readonly ok: true; readonly value: unknown } | { readonly id: string; readonly ok: false; readonly error: WireError }
export interface Progress {
  readonly done: number
  readonly total: number
  readonly stage: string
}
export interface PushMessage {
  readonly event: string
  readonly payload: unknown
}

/** 外壳只需提供这两件事;取消经 signal 传达。 */
export interface Transport {
  request(text: string, options: { readonly signal?: AbortSignal | undefined; readonly onProgress?: ((progress: Progress) => void) | undefined }): Promise<string>
  /** 返回取消订阅的函数;`resync` 表示可能漏了消息,应当全部重取。 */
  onPush(listener: (message: PushMessage | 'resync') => void): () => void
}
