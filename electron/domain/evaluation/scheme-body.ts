import type { Scheme } from '../scoring/scheme.ts'

/** 给人看的一个指标:名称、评分标准、佐证;与计算无关,不进引擎。 */
interface IndicatorText {
  readonly name: string
  readonly wording: string
  readonly evidence: string
  /** 加分、扣分的等级名称:等级代码 → 名称。 */
  readonly levels?: Readonly<Record<string, string>>
}

/**
 * 一个方案版本存下来的全部内容:引擎用的 scheme 与给人看的 texts 分开放,
 * 改一个字不会动到分数,引擎也读不到文字。
 */
export interface SchemeBody {
  readonly name: string
  /** 版本说明:出处、数值性质。 */
  readonly note: string
  readonly scheme: Scheme
  readonly texts: {
    readonly dimensions: Readonly<Record<string, string>>
    readonly indicators: Readonly<Record<string, IndicatorText>>
  }
}

/** 模板里的一条:指标数据与它的文字写在一处,便于逐条对照。 */
export interface TemplateItem {
  readonly indicator: Scheme['indicators'][number]
  readonly text: IndicatorText
}
