import type { ContractTree, ErrorCodeOf, ErrorDataOf, JobProcedure, OutputOf, ParsedInputOf, Procedure } from '../../shared/contract/define.ts'
import type { ErrorCode } from '../../shared/rpc/error-codes.ts'
import type { Progress } from '../../shared/rpc/messages.ts'
import type { Access } from './access.ts'

/** 声明过的失败;只由 ctx.fail 抛出,由调度器变成回复。 */
export class DeclaredFailure extends Error {
  readonly code: string
  readonly data: unknown
  constructor(code: string, data: unknown) {
    super(code)
    this.name = 'DeclaredFailure'
    this.code = code
    this.data = data
  }
}

interface CallContext<P extends Procedure> {
  readonly signal: AbortSignal
  readonly traceId: string
  /** 这次调用看得到、动得了的组织。 */
  readonly access: Access
  /** 只能用契约里为本过程声明过的代码。 */
  fail<C extends ErrorCodeOf<P>>(code: C, data: ErrorDataOf<P, C>): never
  /** 报进度;只有 job 有意义。 */
  progress(progress: Progress): void
}
export type Handler<P extends Procedure> = (input: ParsedInputOf<P>, context: CallContext<P>) => P extends JobProcedure<infer _I, infer _O, infer _E> ? Promise<OutputOf<P>> : OutputOf<P> | Promise<OutputOf<P>>
/** 一组契约的全部处理函数;缺一个、多一个、类型不符都编译不过。 */
export type GroupHandlers<G extends Readonly<Record<string, Procedure>>> = { readonly [N in keyof G]: Handler<G[N]> }
export type Handlers<C extends ContractTree> = { readonly [G in keyof C]: GroupHandlers<C[G]> }

/** 服务深处需要报失败时用;代码仍须在所有会走到这里的过程里声明,否则调度器按内部错误处理。 */
export const failWith = (code: ErrorCode, data: unknown = {}): never => {
  throw new DeclaredFailure(code, data)
}
