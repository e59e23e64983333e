import type { ContractTree, Procedure } from '../../shared/contract/define.ts'
import { ALWAYS_POSSIBLE_CODES } from '../../shared/rpc/error-codes.ts'
import { requestMessageSchema, type ConfirmationGiven, type Progress, type ReplyMessage, type RequestMessage } from '../../shared/rpc/messages.ts'
import type { Access } from './access.ts'
import { DeclaredFailure } from './handlers.ts'

interface DispatchLog {
  /** 内部错误:全文进日志,给用户的只有追踪号。 */
  failure(entry: { readonly traceId: string; readonly path: string; readonly error: unknown }): void
  slow(entry: { readonly traceId: string; readonly path: string; readonly milliseconds: number }): void
}
interface DispatchOptions {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
}
export type Dispatch = (text: string, options?: DispatchOptions) => Promise<string>

export interface Refusal {
  readonly code: string
  readonly data: unknown
}
/** 放行:管得到哪里,以及让处理函数在「谁做的」之下运行。 */
export interface Admission {
  readonly access: Access
  perform<T>(work: () => T): T
  /** 做完了、交出结果之前:其间锁了屏、换了人,结果不给(做的事照算)。照给为 null。 */
  withhold(): Refusal | null
}
/** 门:会话、角色、数据范围、确认。拒绝的写审计与否由门自己定。 */
export interface Gate {
  /** 没看输入之前:工作区开着没有、登录了没有、锁没锁、有没有这类角色。放行为 null。 */
  admit(procedure: Procedure, path: string): Refusal | null
  /** 输入核对过之后:数据范围与确认。要核对口令的才是 Promise:不必等的当场就办,先后不乱。 */
  authorise(procedure: Procedure, path: string, input: unknown, confirm: ConfirmationGiven | undefined): Refusal | Admission | Promise<Refusal | Admission>
  /** 工作区开着:此时解锁、换人不动库,长活可以接着做。 */
  isWorkspaceOpen(): boolean
}

interface DispatcherParts {
  readonly contract: ContractTree
  /** 按路径取处理函数;这个核心不提供的返回 undefined。门放行了才会问。 */
  handlerOf(group: string, name: string): ((input: unknown, context: unknown) => unknown) | undefined
  readonly gate: Gate
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

interface ThrottledProgress {
  report(progress: Progress): void
  /** 做完了:压着没发的最后一次补发。 */
  flush(): void
}

/** 进度每秒最多十次;换阶段、做到头、最后一次必发。 */
const throttle = (now: () => number, send: (progress: Progress) => void): ThrottledProgress => {
  let last = -Infinity
  let stage: string | null = null
  let held: Progress | null = null
  const release = (progress: Progress): void => {
    last = now()
    stage = progress.stage
    held = null
    send(progress)
  }
  return {
    report: (progress) => {
      if (progress.done < progress.total && progress.stage === stage && now() - last < PROGRESS_INTERVAL_MILLISECONDS) held = progress
      else release(progress)
    },
    flush: () => {
      if (held !== null) release(held)
    },
  }
}

/** 换工作区、关工作区:长活正用着这个库,不能抽走。锁屏、解锁不算:一份 PDF 要印半分钟,屏幕不能等它印完才锁(F56)。 */
const mustWait = (procedure: Procedure, isOpen: boolean): boolean => procedure.kind === 'job' || (procedure.kind === 'command' && procedure.withoutWorkspace === true && !(procedure.duringJobs === true && isOpen))

/**
 * 契约 + 处理函数 → dispatch(文本) → 文本。每次调用都核对输入与输出;声明过的失败原样返回,
 * 其余一律 INTERNAL 加追踪号,不泄露细节。从不 reject。
 */
export const createDispatch = (parts: DispatcherParts): Dispatch => {
  let isJobRunning = false

  /** 声明过的失败照样返回;没声明的、附带数据对不上契约的,是程序自己的错。 */
  const declared = (procedure: Procedure, error: unknown): { readonly code: string; readonly data: unknown } | null => {
    if (!(error instanceof DeclaredFailure)) return null
    if (Object.hasOwn(procedure.errors, error.code)) {
      const data = procedure.errors[error.code].safeParse(error.data)
      return data.success ? { code: error.code, data: data.data } : null
    }
    return (ALWAYS_POSSIBLE_CODES as readonly string[]).includes(error.code) ? { code: error.code, data: error.data } : null
  }

  /** 认得的存储故障;翻译(满了要腾地方)自己出了错,就当不认得。 */
  const knownFault = (error: unknown): { readonly code: string; readonly data: unknown } | null => {
    try {
      return parts.classify(error)
    } catch {
      return null
    }
  }

  const run = async ({ id, path, input, confirm }: RequestMessage, options: DispatchOptions): Promise<string> => {
    const reply = (message: ReplyMessage): string => JSON.stringify(message)
    const refuse = (code: string, data: unknown = {}): string => reply({ id, ok: false, error: { code, data, traceId: id } })
    const found = procedureAt(parts.contract, path)
    if (found === null) return refuse('UNKNOWN_PROCEDURE')
    const { procedure, group, name } = found
    const barred = parts.gate.admit(procedure, path)
    if (barred !== null) return refuse(barred.code, barred.data)
    const parsed = procedure.input.safeParse(input)
    if (!parsed.success) return refuse('BAD_INPUT', { issues: parsed.error.issues.slice(0, 20).map((issue: { path: PropertyKey[]; code: string }) => ({ path: issue.path.map(String), code: issue.code })) })
    const verdict = parts.gate.authorise(procedure, path, parsed.data, confirm)
    const admitted = verdict instanceof Promise ? await verdict : verdict
    if ('code' in admitted) return refuse(admitted.code, admitted.data)
    const handler = parts.handlerOf(group, name)
    if (handler === undefined) return refuse('UNKNOWN_PROCEDURE')
    if (isJobRunning && mustWait(procedure, parts.gate.isWorkspaceOpen())) return refuse('BUSY')
    const signal = options.signal ?? new AbortController().signal
    if (signal.aborted) return refuse('CANCELLED')
    if (procedure.kind === 'job') isJobRunning = true
    const startedAt = parts.now()
    const progress = throttle(parts.now, options.onProgress ?? (() => undefined))
    try {
      const output = await admitted.perform(() =>
        handler(parsed.data, {
          signal,
          traceId: id,
          access: admitted.access,
          fail: (code: string, data: unknown): never => {
            throw new DeclaredFailure(code, data)
          },
          progress: progress.report,
        }),
      )
      const value: unknown = procedure.output.parse(output)
      const withheld = admitted.withhold()
      if (withheld !== null) return refuse(withheld.code, withheld.data)
      progress.flush()
      return reply({ id, ok: true, value })
    } catch (error) {
      if (signal.aborted) {
        // 取消引出的失败(如印到一半的浏览器被关)不必打扰人;但也可能是碰巧遇上的真错:留在日志里。
        if (!(error instanceof DeclaredFailure) && !(error instanceof Error && error.name === 'AbortError')) parts.log.failure({ traceId: id, path, error })
        return refuse('CANCELLED')
      }
      const failure = declared(procedure, error)
      // 失败附带的数据里也会有名字。
      const withheld = failure === null ? null : admitted.withhold()
      if (withheld !== null) return refuse(withheld.code, withheld.data)
      if (failure !== null) return refuse(failure.code, failure.data)
      const known = knownFault(error)
      if (known !== null) return refuse(known.code, known.data)
      parts.log.failure({ traceId: id, path, error })
      return refuse('INTERNAL')
    } finally {
      if (procedure.kind === 'job') isJobRunning = false
      const milliseconds = parts.now() - startedAt
      if (procedure.kind !== 'job' && milliseconds > SLOW_MILLISECONDS) parts.log.slow({ traceId: id, path, milliseconds })
    }
  }

  return async (text, options = {}) => {
    const fallbackId = parts.createId()
    const refuse = (code: string, data: unknown): string => JSON.stringify({ id: fallbackId, ok: false, error: { code, data, traceId: fallbackId } } satisfies ReplyMessage)
    if (text.length > MAX_MESSAGE_CHARACTERS) return refuse('BAD_INPUT', { issues: [] })
    let message: RequestMessage
    try {
      // 带 __proto__ 的键直接丢掉,不让它碰到任何对象。层数多得离谱的会在这里溢出,同样算读不懂。
      message = requestMessageSchema.parse(JSON.parse(text, (key, value: unknown) => (key === '__proto__' ? undefined : value)))
    } catch {
      return refuse('BAD_INPUT', { issues: [] })
    }
    try {
      return await run(message, options)
    } catch (error) {
      // 还没轮到处理函数:认人、查权限、组装也要读库,读坏页一样要说清(F03、F05)。其余是程序自己出了错,外壳仍要有一句回话。
      const known = knownFault(error)
      if (known !== null) return refuse(known.code, known.data)
      parts.log.failure({ traceId: fallbackId, path: message.path, error })
      return refuse('INTERNAL', {})
    }
  }
}
