import type { Progress, PushMessage } from '../../shared/rpc/messages.ts'
import type { CoreOptions } from '../core.ts'
import type { AppFolders, AppInfo } from '../services/ports.ts'

/** 线程启动时带进去的。 */
export interface CoreWorkerData {
  readonly openAtStart: CoreOptions['openAtStart']
  readonly folders: AppFolders
  readonly app: AppInfo
}

export type PrintOutcome = { readonly ok: true; readonly pdf: Uint8Array } | { readonly ok: false; readonly code: string; readonly data: unknown }

/** 主线程 → 核心线程。call 由主线程编号,一问一答。 */
export type ToCoreWorker =
  | { readonly kind: 'call'; readonly call: number; readonly text: string }
  | { readonly kind: 'cancel'; readonly call: number }
  | { readonly kind: 'accept'; readonly call: number; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'take'; readonly call: number; readonly ticket: string }
  | { readonly kind: 'discard'; readonly call: number; readonly ticket: string }
  | { readonly kind: 'printed'; readonly print: number; readonly outcome: PrintOutcome }
  | { readonly kind: 'close' }

/** 核心线程 → 主线程。print 由核心线程编号:印刷要用窗口或浏览器,只有主线程有。 */
export type FromCoreWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly call: number; readonly value: unknown }
  | { readonly kind: 'failed'; readonly call: number; readonly message: string }
  | { readonly kind: 'progress'; readonly call: number; readonly progress: Progress }
  | { readonly kind: 'push'; readonly message: PushMessage }
  | { readonly kind: 'print'; readonly print: number; readonly page: string; readonly model: unknown; readonly tagged: boolean }
  | { readonly kind: 'print-cancel'; readonly print: number }
  | { readonly kind: 'closed' }
