import type { DuesItem, DuesRuleBody } from '../../../shared/model/dues.ts'

/**
 * 程序自带的收缴标准:《关于中国共产党党费收缴、使用和管理的规定》(2008-04-01 起施行)。
 * 档次、比例是法定的;到分、四舍五入、当月起调整是拟制的缺省,可在「标准」里改。
 */
export const BUILT_IN_DUES_RULE: { readonly fromMonth: string; readonly body: DuesRuleBody } = {
  fromMonth: '2008-04',
  body: {
    // 第二条:3000 元以下 0.5%、5000 元以下 1%、10000 元以下 1.5%、以上 2%。
    wageBands: [
      { upToFen: 300_000, basisPoints: 50 },
      { upToFen: 500_000, basisPoints: 100 },
      { upToFen: 1_000_000, basisPoints: 150 },
      { upToFen: null, basisPoints: 200 },
    ],
    // 第五条:5000 元以下 0.5%,以上 1%。
    pensionBands: [
      { upToFen: 500_000, basisPoints: 50 },
      { upToFen: null, basisPoints: 100 },
    ],
    // 第六条:农民每月 0.2 至 1 元;学生、下岗失业、靠抚恤救济、低保的每月 0.2 元。
    farmer: { leastFen: 20, mostFen: 100 },
    noIncomeFen: 20,
    rounding: { unit: 'fen', mode: 'half_up' },
    baseChange: 'same_month',
  },
}

/** 科目的缺省:常见核算表的加项、减项(惯例),各单位自己增改。 */
export const BUILT_IN_DUES_ITEMS: readonly Pick<DuesItem, 'code' | 'direction' | 'appliesTo'>[] = [
  { code: 'post_wage', direction: 'add', appliesTo: 'wage' },
  { code: 'base_wage', direction: 'add', appliesTo: 'wage' },
  { code: 'bonus', direction: 'add', appliesTo: 'wage' },
  { code: 'pension_insurance', direction: 'deduct', appliesTo: 'wage' },
  { code: 'medical_insurance', direction: 'deduct', appliesTo: 'wage' },
  { code: 'unemployment_insurance', direction: 'deduct', appliesTo: 'wage' },
  { code: 'housing_fund', direction: 'deduct', appliesTo: 'wage' },
  { code: 'enterprise_annuity', direction: 'deduct', appliesTo: 'wage' },
  { code: 'income_tax', direction: 'deduct', appliesTo: 'wage' },
  { code: 'pension', direction: 'add', appliesTo: 'pension' },
  { code: 'pension_rise', direction: 'add', appliesTo: 'pension' },
]
