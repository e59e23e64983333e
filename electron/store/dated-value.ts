/** 带起止日期的一行;toDay 不含,null 为至今。 */
export interface DatedValue<T> {
  readonly fromDay: string
  readonly toDay: string | null
  readonly value: T
}

/**
 * 整张表取到内存里以后,按某一天取值;与 as-of.ts 的 SQL 条件同一个意思:
 * 起止同日的不管任何一天,最早的一行向前延伸。
 *
 * @param spans 一个对象的各行,按 fromDay 升序。
 */
export const valueOn = <T>(spans: readonly DatedValue<T>[] | undefined, day: string): T | undefined => {
  if (spans === undefined) return undefined
  let earliest: DatedValue<T> | undefined
  for (const span of spans) {
    if (span.toDay !== null && span.toDay <= span.fromDay) continue
    earliest ??= span
    if (span.fromDay <= day && (span.toDay === null || span.toDay > day)) return span.value
  }
  return earliest !== undefined && earliest.fromDay > day ? earliest.value : undefined
}
