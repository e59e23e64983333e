import { namedFiles } from './named-files.ts'
import { ASVS_ADDED, ASVS_REQUIREMENTS, ASVS_WHOLE_CHAPTERS } from './asvs-requirements.ts'

const VERDICTS = ['符合', '部分', '不符合', '不适用'] as const
type Verdict = (typeof VERDICTS)[number]

interface AsvsRow {
  readonly numbers: readonly string[]
  readonly level: string
  readonly verdict: string
  readonly how: string
  readonly evidence: string
}

const cellsOf = (line: string): readonly string[] => line.split('|').slice(1, -1).map((cell) => cell.trim())

/** `docs/asvs.md` 的各行:编号(几个同级、同结论的可以并在一行)、级、结论、要求、做法或缘由、证据。 */
const readRows = (text: string): readonly AsvsRow[] =>
  text
    .split('\n')
    .filter((line) => /^\| V\d+\.\d+\.\d+/.test(line))
    .map((line) => {
      const [numbers = '', level = '', verdict = '', , how = '', evidence = ''] = cellsOf(line)
      return { numbers: numbers.split('、'), level, verdict, how, evidence }
    })
/** 整章不适用的各行:章、缘由。 */
const readChapters = (text: string): readonly (readonly [chapter: string, reason: string])[] =>
  text
    .split('\n')
    .filter((line) => /^\| V\d+ \|/.test(line))
    .map((line) => {
      const [chapter = '', reason = ''] = cellsOf(line)
      return [chapter, reason] as const
    })

const SHORTEST_REASON = 8
const chapterOf = (number: string): string => number.split('.')[0] ?? ''
const isVerdict = (text: string): text is Verdict => (VERDICTS as readonly string[]).includes(text)

const rowProblems = ({ numbers, level, verdict, how, evidence }: AsvsRow): readonly string[] => {
  const name = numbers.join('、')
  const wrongLevel = numbers.filter((number) => String(ASVS_REQUIREMENTS.get(number) ?? ASVS_ADDED.get(number) ?? level) !== level)
  return [
    ...wrongLevel.map((number) => `${number} 的级写错了`),
    ...(isVerdict(verdict) ? [] : [`${name} 的结论「${verdict}」不在四种之内`]),
    ...((verdict === '符合' || verdict === '部分') && namedFiles(evidence).length === 0 ? [`${name} 说${verdict},没有写哪个文件证明`] : []),
    ...(how.length < (verdict === '不符合' || verdict === '不适用' ? SHORTEST_REASON : 1) ? [`${name} 没写清做法或缘由`] : []),
  ]
}

/** 每个结论各有几条,照编号数。 */
const countVerdicts = (text: string): Readonly<Record<Verdict, number>> => {
  const rows = readRows(text)
  const count = (verdict: Verdict): number => rows.filter((row) => row.verdict === verdict).reduce((sum, row) => sum + row.numbers.length, 0)
  return { 符合: count('符合'), 部分: count('部分'), 不符合: count('不符合'), 不适用: count('不适用') }
}

/** 一级、二级的每一条恰好写一次(整章不适用的写一行),没有编出来的编号,结论的条数与开头写的一致。 */
export const asvsProblems = (text: string): readonly string[] => {
  const rows = readRows(text)
  const chapters = readChapters(text)
  const listed = rows.flatMap(({ numbers }) => numbers)
  const whole = chapters.map(([chapter]) => chapter)
  const missing = [...ASVS_REQUIREMENTS.keys(), ...ASVS_ADDED.keys()].filter((number) => !whole.includes(chapterOf(number)) && !listed.includes(number))
  const invented = listed.filter((number) => !ASVS_REQUIREMENTS.has(number) && !ASVS_ADDED.has(number))
  const repeated = listed.filter((number, index) => listed.indexOf(number) !== index)
  const counts = countVerdicts(text)
  const stated = VERDICTS.map((verdict) => `${verdict} ${counts[verdict]}`).join(',')
  return [
    ...missing.map((number) => `${number} 没有一行`),
    ...invented.map((number) => `没有 ${number} 这一条`),
    ...repeated.map((number) => `${number} 写了两次`),
    ...whole.filter((chapter) => !ASVS_WHOLE_CHAPTERS.includes(chapter)).map((chapter) => `${chapter} 不能整章算不适用`),
    ...chapters.filter(([, reason]) => reason.length < SHORTEST_REASON).map(([chapter]) => `${chapter} 没写清为什么整章不适用`),
    ...rows.flatMap(rowProblems),
    ...(text.includes(stated) ? [] : [`开头写的条数与表不符,应为「${stated}」`]),
  ]
}
