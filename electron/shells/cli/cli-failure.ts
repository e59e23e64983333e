/** 命令用得不对:说明哪里不对,退出码 2。 */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** 命令没有做成:带代码,退出码 1。代码的中文在 errors.ts 或 cli.ts 的文字里。 */
export class CliFailure extends Error {
  override readonly name = 'CliFailure'
  readonly code: string
  readonly data: unknown
  constructor(code: string, data: unknown = {}, cause?: unknown) {
    super(code, { cause })
    this.code = code
    this.data = data
  }
}

/** 取成功的值;没做成就抛 CliFailure。 */
export const valueOf = async <V>(result: Promise<{ readonly ok: true; readonly value: V } | { readonly ok: false; readonly error: { readonly code: string; readonly data: unknown; readonly traceId: string } }>): Promise<V> => {
  const settled = await result
  if (settled.ok) return settled.value
  throw new CliFailure(settled.error.code, settled.error.data, settled.error.traceId)
}
