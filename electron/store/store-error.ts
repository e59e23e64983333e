/** 打开或使用库时的失败;code 与 shared/rpc/error-codes.ts 一致,data 供中文说明取值。 */
export class StoreError extends Error {
  readonly code: string
  readonly data: Readonly<Record<string, unknown>>
  constructor(code: string, data: Readonly<Record<string, unknown>> = {}, options?: { cause?: unknown }) {
    super(code, options)
    this.name = 'StoreError'
    this.code = code
    this.data = data
  }
}
