/** 说明里要填的值;哪个代码用哪几个见各句。 */
export interface ReasonValues {
  readonly text?: string
  readonly other?: string
  readonly row?: number
  readonly sheet?: string
  readonly limit?: number
  readonly names?: readonly string[]
}
