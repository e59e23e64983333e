import type { DevelopmentDetail } from './development.ts'

/** 全程记实表打印页的数据;证号、手机遮着。 */
export interface DevelopmentPrintModel {
  readonly unitName: string
  readonly printedOn: string
  readonly person: DevelopmentDetail
}
