/** 一节里的条目:第一级的与第二级的序号。第三级不在承诺之内,不列。 */
interface Section {
  readonly first: readonly number[]
  readonly second: readonly number[]
}
const upTo = (last: number, from = 1): readonly number[] => Array.from({ length: last - from + 1 }, (_, index) => from + index)
const both = (first: number, second: number): Section => ({ first: upTo(first), second: upTo(second, first + 1) })
const first = (...numbers: readonly number[]): Section => ({ first: numbers, second: [] })
const second = (...numbers: readonly number[]): Section => ({ first: [], second: numbers })

/** OWASP ASVS 5.0.0 的节与条目序号(只有编号与级,没有原文):对照表少一条、多一条、级写错,都看得出来。 */
const SECTIONS: Readonly<Record<string, Section>> = {
  'V1.1': second(1, 2),
  'V1.2': both(5, 9),
  'V1.3': both(2, 11),
  'V1.4': second(1, 2, 3),
  'V1.5': both(1, 2),
  'V2.1': both(1, 3),
  'V2.2': both(2, 3),
  'V2.3': both(1, 4),
  'V2.4': second(1),
  'V3.2': first(1, 2),
  'V3.3': both(1, 4),
  'V3.4': both(2, 6),
  'V3.5': both(3, 5),
  'V3.7': second(1, 2),
  'V4.1': both(1, 3),
  'V4.2': second(1),
  'V4.3': second(1, 2),
  'V4.4': both(1, 4),
  'V5.1': second(1),
  'V5.2': both(2, 3),
  'V5.3': first(1, 2),
  'V5.4': second(1, 2, 3),
  'V6.1': both(1, 3),
  'V6.2': both(8, 12),
  'V6.3': both(2, 4),
  'V6.4': both(2, 4),
  'V6.5': second(1, 2, 3, 4, 5),
  'V6.6': second(1, 2, 3),
  'V6.8': second(1, 2, 3, 4),
  'V7.1': second(1, 2, 3),
  'V7.2': first(1, 2, 3, 4),
  'V7.3': second(1, 2),
  'V7.4': both(2, 5),
  'V7.5': second(1, 2),
  'V7.6': second(1, 2),
  'V8.1': both(1, 2),
  'V8.2': both(2, 3),
  'V8.3': first(1),
  'V8.4': second(1),
  'V9.1': first(1, 2, 3),
  'V9.2': both(1, 4),
  'V10.1': second(1, 2),
  'V10.2': second(1, 2),
  'V10.3': second(1, 2, 3, 4),
  'V10.4': both(5, 11),
  'V10.5': second(1, 2, 3, 4, 5),
  'V10.6': second(1, 2),
  'V10.7': second(1, 2, 3),
  'V11.1': second(1, 2),
  'V11.2': second(1, 2, 3),
  'V11.3': both(2, 3),
  'V11.4': both(1, 4),
  'V11.5': second(1),
  'V11.6': second(1),
  'V12.1': both(1, 3),
  'V12.2': first(1, 2),
  'V12.3': second(1, 2, 3, 4),
  'V13.1': second(1),
  'V13.2': second(1, 2, 3, 4, 5),
  'V13.3': second(1, 2),
  'V13.4': both(1, 5),
  'V14.1': second(1, 2),
  'V14.2': both(1, 4),
  'V14.3': both(1, 3),
  'V15.1': both(1, 3),
  'V15.2': both(1, 3),
  'V15.3': both(1, 7),
  'V16.1': second(1),
  'V16.2': second(1, 2, 3, 4, 5),
  'V16.3': second(1, 2, 3, 4),
  'V16.4': second(1, 2, 3),
  'V16.5': second(1, 2, 3),
  'V17.1': second(1),
  'V17.2': second(1, 2, 3, 4),
  'V17.3': second(1, 2),
}

/** 编号 → 级。第一级 70 条,第二级 183 条。 */
export const ASVS_REQUIREMENTS: ReadonlyMap<string, 1 | 2> = new Map(
  Object.entries(SECTIONS).flatMap(([section, levels]) => [...levels.first.map((number) => [`${section}.${number}`, 1] as const), ...levels.second.map((number) => [`${section}.${number}`, 2] as const)]),
)
/** 第三级里另外点名要的:表格里的公式、解压不认路径。 */
export const ASVS_ADDED: ReadonlyMap<string, 3> = new Map([
  ['V1.2.10', 3],
  ['V5.3.3', 3],
])
/** 整章不适用的。 */
export const ASVS_WHOLE_CHAPTERS: readonly string[] = ['V9', 'V10', 'V12', 'V17']
