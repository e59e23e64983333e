import type { Scheme } from '../scoring/scheme.ts'

/** 给人看的一个指标:名称、评分标准、佐证;与计算无关,不进引擎。 */
interface IndicatorText {
  readonly name: string
  readonly wording: string
  readonly evidence: string
  /** 加分、扣分的等级名称:等级代码 → 名称。 */
  readonly levels?: Readonly<Record<string, string>> | undefined
  /** 依据的制度、条款。 */
  readonly basis?: string | undefined
  /** 评分人分组代码 → 名称。 */
  readonly raterGroups?: Readonly<Record<string, string>> | undefined
  /** 另一种分法:分法代码 → 属于哪一类。 */
  readonly tags?: Readonly<Record<string, string>> | undefined
}

/** 一级星的说法:名称、由谁审定授予、归哪个梯队。 */
interface LevelText {
  readonly star: number
  readonly name: string
  readonly authority: string
  readonly tier: string
}
/** 指标在维度之外的另一种分法,如四个来源;可与维度交叉汇总。 */
interface TagGroup {
  readonly code: string
  readonly name: string
  readonly values: readonly { readonly code: string; readonly name: string }[]
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
    readonly levels?: readonly LevelText[] | undefined
    readonly tagGroups?: readonly TagGroup[] | undefined
    /** 要逐个认定的条件(如诚信证明):代码 → 名称。 */
    readonly flags?: Readonly<Record<string, string>> | undefined
  }
}

/** 模板里的一条:指标数据与它的文字写在一处,便于逐条对照。 */
export interface TemplateItem {
  readonly indicator: Scheme['indicators'][number]
  readonly text: IndicatorText
}
