import type { ContractTree, ErrorCodeOf, ErrorDataOf, InputOf, JobProcedure, OutputOf, Procedure } from '../contract/define.ts'
import type { CommonErrorCode } from './error-codes.ts'
import type { ConfirmationGiven, Progress, ReplyMessage, Transport } from './messages.ts'

type DeclaredError<P extends Procedure> = { [C in ErrorCodeOf<P>]: { readonly code: C; readonly data: ErrorDataOf<P, C>; readonly traceId: string } }[ErrorCodeOf<P>]
interface CommonError {
  readonly code: CommonErrorCode
  readonly data: unknown
  readonly traceId: string
}
/** 调用结果。预期的失败是值,不抛异常。 */
type Result<P extends Procedure> = { readonly ok: true; readonly value: OutputOf<P> } | { readonly ok: false; readonly error: DeclaredError<P> | CommonError }

export interface CallOptions {
  readonly signal?: AbortSignal | undefined
  /** 声明了要口令确认的过程随请求带上。 */
  readonly confirm?: ConfirmationGiven | undefined
}
export interface JobOptions extends CallOptions {
  readonly onProgress?: ((progress: Progress) => void) | undefined
}
export type Call<P extends Procedure> = (input: InputOf<P>, options?: P extends JobProcedure<infer _I, infer _O, infer _E> ? JobOptions : CallOptions) => Promise<Result<P>>
export type Client<C extends ContractTree> = { readonly [G in keyof C]: { readonly [N in keyof C[G]]: Call<C[G][N]> } }

/**
 * 由契约生成有类型的调用器。传输断了返回 UNAVAILABLE,本窗口没有会话钥匙返回 WINDOW_REFUSED,从不 reject。
 *
 * @param createId 造请求编号,同时是日志里的追踪号。
 */
export const createClient = <C extends ContractTree>(contract: C, transport: Transport, createId: () => string): Client<C> => {
  const call = async (path: string, input: unknown, options: JobOptions = {}): Promise<Result<Procedure>> => {
    const id = createId()
    const isCancelled = (): boolean => options.signal?.aborted === true
    // 已经取消的不发出去;取消的通知追不上已在做的事。
    if (isCancelled()) return { ok: false, error: { code: 'CANCELLED', data: null, traceId: id } }
    try {
      const text = await transport.request(JSON.stringify({ id, path, input, ...(options.confirm === undefined ? {} : { confirm: options.confirm }) }), options)
      const reply = JSON.parse(text) as ReplyMessage // 对端是自己的核心,出门时已按契约核对过
      return reply.ok ? { ok: true, value: reply.value } : { ok: false, error: reply.error as CommonError }
    } catch (cause) {
      const refused = cause instanceof Error && cause.message === 'WINDOW_REFUSED'
      return { ok: false, error: { code: isCancelled() ? 'CANCELLED' : refused ? 'WINDOW_REFUSED' : 'UNAVAILABLE', data: null, traceId: id } }
    }
  }
  const client: Record<string, Record<string, unknown>> = {}
  for (const [group, procedures] of Object.entries(contract)) {
    const calls: Record<string, unknown> = {}
    for (const name of Object.keys(procedures)) calls[name] = (input: unknown, options?: JobOptions) => call(`${group}.${name}`, input, options)
    client[group] = calls
  }
  return client as Client<C> // 上面逐项按契约的键生成
}
