/** 一项实测:value 与 budget 同单位,越小越好。 */
export interface BenchRow {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly budget: number
  readonly note: string
}
export const round = (value: number, digits = 2): number => Number(value.toFixed(digits))
export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
