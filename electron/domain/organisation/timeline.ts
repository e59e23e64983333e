import { addDays } from '../../../shared/util/day-arithmetic.ts'

/** 一段:自 from 起、到 to 前(不含);to 为 null 是至今。 */
export interface Segment<V> {
  readonly id: string
  readonly from: string
  readonly to: string | null
  readonly value: V
}
export type SegmentStep<V> =
  | { readonly step: 'trim'; readonly id: string; readonly from: string; readonly to: string }
  | { readonly step: 'replace'; readonly id: string; readonly value: V }
  | { readonly step: 'insert'; readonly from: string; readonly to: string | null; readonly value: V }

/** 管得到那一天的一段;最早的一段向前延伸(资料总是后来才录的)。 */
export const segmentOn = <S extends { readonly from: string; readonly to: string | null }>(segments: readonly S[], day: string): S | undefined => {
  const [first] = segments
  if (first !== undefined && day < first.from) return first
  return segments.find(({ from, to }) => from <= day && (to === null || to > day))
}

/**
 * 自 day 起改为 value,到下一次变动为止:补记从前的变动,不冲掉后来的。
 *
 * @param segments 从早到晚,首尾相接或有空档,没有空的段。
 * @param day 落在最早一段向前延伸的部分时,那一段的起始日提前到 day 的前一天,好让 day 之前仍是原来的。
 * @param isSame 那一天已经是这个值,就不必改。
 * @returns 依次要做的;不必改时为空。
 */
export const planSetFrom = <V>(segments: readonly Segment<V>[], day: string, value: V, isSame: (a: V, b: V) => boolean): readonly SegmentStep<V>[] => {
  const current = segmentOn(segments, day)
  if (current === undefined) {
    const next = segments.find(({ from }) => from > day)
    return [{ step: 'insert', from: day, to: next?.from ?? null, value }]
  }
  if (isSame(current.value, value)) return []
  const isFirst = current === segments[0]
  if (current.from === day && !isFirst) return [{ step: 'replace', id: current.id, value }]
  return [
    { step: 'trim', id: current.id, from: current.from < day ? current.from : addDays(day, -1), to: day },
    { step: 'insert', from: day, to: current.to, value },
  ]
}
