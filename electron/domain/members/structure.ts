import { ethnicities } from '../../../shared/data/code-tables/ethnicity.ts'
import { educations } from '../../../shared/data/code-tables/education.ts'
import type { ColumnKey, MemberFilter } from '../../../shared/model/member-columns.ts'
import type { StructureChartKey } from '../../../shared/model/member-structure.ts'

interface Bar {
  readonly key: string
  readonly filters: readonly MemberFilter[]
}
interface Chart {
  readonly key: StructureChartKey
  readonly bars: readonly Bar[]
}

const oneOf = (column: ColumnKey, values: readonly string[]): readonly MemberFilter[] => [{ kind: 'oneOf', column, values: [...values] }]
const range = (column: ColumnKey, from: number | null, to: number | null): readonly MemberFilter[] => [{ kind: 'range', column, from: from === null ? '' : String(from), to: to === null ? '' : String(to) }]
/** 分段:每段含两头;头一段没有下限,末一段没有上限。键就是「30-35」这样。 */
const bands = (column: ColumnKey, starts: readonly number[]): Bar[] =>
  starts.map((start, index) => {
    const next = starts[index + 1]
    const [from, to] = [index === 0 ? null : start, next === undefined ? null : next - 1]
    return { key: `${from ?? ''}-${to ?? ''}`, filters: range(column, from, to) }
  })
const blank = (column: ColumnKey): Bar => ({ key: '', filters: [{ kind: 'filled', column, filled: false }] })

/** 年龄按党内统计习惯分段:35 岁及以下单列。 */
const AGE_STARTS = [0, 31, 36, 41, 46, 51, 56, 61]
const STANDING_STARTS = [0, 5, 10, 20, 30, 40, 50]
/** 学历归成几层;码的首位即层次(GB/T 4658)。 */
const EDUCATION_LEVELS = [['graduate', '1'], ['bachelor', '2'], ['junior_college', '3'], ['secondary', '4'], ['high_school', '6'], ['junior_high', '78'], ['other', '9']] as const
const MINORITIES = ethnicities.map(({ code }) => code).filter((code) => code !== '01' && Number(code) <= 56)

/** 结构图的全部条:每条就是一组筛选条件,数人与点开用的是同一组,两边不会对不上。 */
export const STRUCTURE: readonly Chart[] = [
  { key: 'age', bars: [...bands('age', AGE_STARTS), blank('age')] },
  { key: 'gender', bars: [{ key: '1', filters: oneOf('gender', ['1']) }, { key: '2', filters: oneOf('gender', ['2']) }, { key: '', filters: oneOf('gender', ['', '0', '9']) }] },
  { key: 'ethnicity', bars: [{ key: 'han', filters: oneOf('ethnicity', ['01']) }, { key: 'minority', filters: oneOf('ethnicity', MINORITIES) }, { key: 'other', filters: oneOf('ethnicity', ['97', '98']) }, blank('ethnicity')] },
  {
    key: 'education',
    bars: [...EDUCATION_LEVELS.map(([key, digits]) => ({ key, filters: oneOf('education', educations.map(({ code }) => code).filter((code) => digits.includes(code.slice(0, 1)))) })), blank('education')],
  },
  { key: 'standing', bars: [...bands('partyStanding', STANDING_STARTS), blank('partyStanding')] },
  { key: 'postKind', bars: [...['front_line', 'technical', 'management'].map((code) => ({ key: code, filters: oneOf('postKind', [code]) })), blank('postKind')] },
  { key: 'level', bars: [...['ordinary', 'middle', 'senior'].map((code) => ({ key: code, filters: oneOf('managementLevel', [code]) })), blank('managementLevel')] },
  { key: 'memberType', bars: ['full', 'probationary'].map((code) => ({ key: code, filters: oneOf('memberType', [code]) })) },
]
