import type { ContractTree, Procedure } from '../../shared/contract/define.ts'
import type { Role } from '../../shared/model/workspace.ts'
import { COMMON_ERROR_CODES } from '../../shared/rpc/error-codes.ts'
import { requestMessageSchema, type Progress, type ReplyMessage } from '../../shared/rpc/messages.ts'
import { DeclaredFailure } from './handlers.ts'

export interface DispatchLog {
  /** 内部错误:全文进日志,给用户的只有追踪号。 */
  failure(entry: { readonly traceId: string; readonly path: string; readonly error: unknown }): void
  slow(entry: { readonly traceId: string; readonly path: string; readonly milliseconds: number }): void
}
export interface DispatchOptions {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
}
export type Dispatch = (text: string, options?: DispatchOptions) => Promise<string>

interface DispatcherParts {
  readonly contract: ContractTree
  /** 按路径取处理函数;工作区没打开时返回 undefined。 */
  handlerOf(group: string, name: string): ((input: unknown, context: unknown) => unknown) | undefined
  /** 当前使用人的角色。 */
  roles(): readonly Role[]
  /** 已打开的工作区出的错(磁盘满、库损坏)翻成代码;不认识返回 null。 */
  classify(error: unknown): { readonly code: string; readonly data: unknown } | null
  now(): number
  createId(): string
  readonly log: DispatchLog
}

const MAX_MESSAGE_CHARACTERS = 8 * 1024 * 1024
const SLOW_MILLISECONDS = 200
const PROGRESS_INTERVAL_MILLISECONDS = 100

const procedureAt = (contract: ContractTree, path: string): { procedure: Procedure; group: string; name: string } | null => {
  const [group, name, ...rest] = path.split('.')
  if (group === undefined || name === undefined || rest.length > 0) return null
  if (!Object.hasOwn(contract, group)) return null
  const procedures = contract[group]
  if (procedures === undefined || !Object.hasOwn(procedures, name)) return null
  const procedure = procedures[name]
  return procedure === undefined ? null : { procedure, group, name }
}

/** 进度每秒最多十次,最后一次必发。 */
const throttle = (now: () => number, send: (progress: Progress) => void): ((progress: Progress) => void) => {
  let last = -Infinity
  return (progress) => {
    if (progress.done < progress.total && now() - last < PROGRESS_INTERVAL_MILLISECONDS) return
    last = now()
    send(progress)
  }
}

/**
 * 契约 + 处理函数 → dispatch(文本) → 文本。每次调用都核对输入与输出;声明过的失败原样返回,
 * 其余一律 INTERNAL 加追踪号,不泄露细节。从不 reject。
 */
export const createDispatch = (parts: DispatcherParts): Dispatch => {
  let runningJob: string | null = null

  const run = async (id: string, path: string, input: unknown, options: DispatchOptions): Promise<ReplyMessage> => {
    const refuse = (code: string, data: unknown = {}): ReplyMessage => ({ id, ok: false, error: { code, data, traceId: id } })
    const found = procedureAt(parts.contract, path)
    if (found === null) return refuse('UNKNOWN_PROCEDURE')
    const { procedure, group, name } = found
    if (procedure.roles !== 'anyone' && !procedure.roles.some((role: Role) => parts.roles().includes(role))) return refuse('FORBIDDEN')
    const handler = parts.handlerOf(group, name)
    if (handler === undefined) return refuse('NO_WORKSPACE')
    const parsed = procedure.input.safeParse(input)
    if (!parsed.success) return refuse('BAD_INPUT', { issues: parsed.error.issues.slice(0, 20).map((issue: { path: PropertyKey[]; code: string }) => ({ path: issue.path.map(String), code: issue.code })) })
    if (procedure.kind === 'job' && runningJob !== null) return refuse('BUSY')
    const signal = options.signal ?? new AbortController().signal
    if (signal.aborted) return refuse('CANCELLED')
    if (procedure.kind === 'job') runningJob = id
    const startedAt = parts.now()
    try {
      const output = await handler(parsed.data, {
        signal,
        traceId: id,
        fail: (code: string, data: unknown): never => {
          throw new DeclaredFailure(code, data)
        },
        progress: throttle(parts.now, options.onProgress ?? (() => undefined)),
      })
      return { id, ok: true, value: procedure.output.parse(output) }
    } catch (error) {
      if (error instanceof DeclaredFailure) {
        const schema = procedure.errors[error.code]
        if (schema !== undefined) return refuse(error.code, schema.parse(error.data))
        if ((COMMON_ERROR_CODES as readonly string[]).includes(error.code)) return refuse(error.code, error.data)
      }
      if (signal.aborted) return refuse('CANCELLED')
      const known = parts.classify(error)
      if (known !== null) return refuse(known.code, known.data)
      parts.log.failure({ traceId: id, path, error })
      return refuse('INTERNAL')
    } finally {
      if (procedure.kind === 'job') runningJob = null
      const milliseconds = parts.now() - startedAt
      if (procedure.kind !== 'job' && milliseconds > SLOW_MILLISECONDS) parts.log.slow({ traceId: id, path, milliseconds })
    }
  }

  return async (text, options = {}) => {
    const fallbackId = parts.createId()
    const bad = (): string => JSON.stringify({ id: fallbackId, ok: false, error: { code: 'BAD_INPUT', data: { issues: [] }, traceId: fallbackId } } satisfies ReplyMessage)
    if (text.length > MAX_MESSAGE_CHARACTERS) return bad()
    let raw: unknown
    try {
      // 带 __proto__ 的键直接丢掉,不让它碰到任何对象。
      raw = JSON.parse(text, (key, value: unknown) => (key === '__proto__' ? undefined : value))
    } catch {
      return bad()
    }
    const message = requestMessageSchema.safeParse(raw)
    if (!message.success) return bad()
    const reply = await run(message.data.id, message.data.path, message.data.input, options)
    return JSON.stringify(reply)
  }
}
