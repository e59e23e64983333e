import type { FileRef } from '../../shared/model/files.ts'
import type { PushMessage } from '../../shared/rpc/messages.ts'
import type { Dispatch } from '../rpc/dispatch.ts'
import type { FileExchange } from '../services/file-exchange.ts'

export type HeldFile = NonNullable<ReturnType<FileExchange['take']>>

/** 外壳眼里的核心:收发文本与文件,不问它在哪个线程。 */
export interface CoreLink {
  /** 与核心的 dispatch 相同;核心停了才会 reject。 */
  readonly dispatch: Dispatch
  readonly files: {
    accept(name: string, bytes: Uint8Array): Promise<FileRef>
    /** 按凭据取文件;没有、或一次性的取过了为 null。 */
    take(ticket: string): Promise<HeldFile | null>
    discard(ticket: string): Promise<void>
  }
  onPush(listener: (message: PushMessage) => void): () => void
  /** 核心意外停了(线程崩溃);正常 close 不会叫它。 */
  onStopped(listener: (reason: Error) => void): () => void
  close(): Promise<void>
}
