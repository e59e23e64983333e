/**
 * 一个数从哪里来:党内法规写明;本省、本单位规定;多份真实材料里常见;没有规定、本程序补的。
 * 只有后三种能改;法规写明的列出来供查,不能改。
 */
export type NormSource = 'law' | 'local' | 'custom' | 'assumed'

interface NormHead {
  /** 代码里用它取值;一经使用不再改。 */
  readonly key: string
  readonly label: string
  readonly source: NormSource
  /** 出处:哪部规定第几条,或为什么这样定。 */
  readonly basis: string
  /** 法规写明、不能改。 */
  readonly fixed?: true
}
export interface NumberNorm extends NormHead {
  readonly kind: 'number'
  readonly unit: string
  readonly default: number
  readonly min: number
  readonly max: number
}
export interface ChoiceNorm extends NormHead {
  readonly kind: 'choice'
  readonly choices: readonly { readonly code: string; readonly label: string }[]
  readonly default: string
}
export type NormEntry = NumberNorm | ChoiceNorm
