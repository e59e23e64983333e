import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readSource, ROOT, sourceFiles, type CheckResult } from './source-files.ts'

const TABLE = 'docs/faults.md'
/** 交换(F34 至 F48)以后再做;其余 55 个都要有一行。 */
const IN_SCOPE = [...Array.from({ length: 33 }, (_, index) => index + 1), ...Array.from({ length: 22 }, (_, index) => index + 49)].map((number) => `F${String(number).padStart(2, '0')}`)
interface NamedTest {
  readonly file: string
  /** 测试名字里的一段;没写就是整个文件。 */
  readonly title: string | null
}
interface FaultRow {
  readonly fault: string
  readonly behaviour: string
  readonly tests: readonly NamedTest[]
  readonly result: string
}

/** `docs/faults.md` 里的各行:编号、故障、程序怎么办、测试、结果。 */
const readFaultsTable = (text: string): readonly FaultRow[] =>
  text
    .split('\n')
    .filter((line) => /^\| F\d\d \|/.test(line))
    .map((line) => {
      const [fault = '', , behaviour = '', tests = '', result = ''] = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim())
      return { fault, behaviour, tests: Array.from(tests.matchAll(/`([^`]+\.test\.tsx?)`(?:「([^」]+)」)?/g), ([, file = '', title]) => ({ file, title: title ?? null })), result }
    })

/** 表里点名的测试文件,不重复。 */
export const namedTestFiles = (): readonly string[] => [...new Set(readFaultsTable(readSource(TABLE)).flatMap(({ tests }) => tests.map(({ file }) => file)))].toSorted()

const problemsOf = ({ fault, behaviour, tests, result }: FaultRow): string[] => [
  ...(behaviour === '' ? [`${fault} 没写程序怎么办`] : []),
  ...(result === '' ? [`${fault} 没写结果`] : []),
  ...(tests.length === 0 ? [`${fault} 没有测试`] : []),
  ...tests.flatMap(({ file, title }) => {
    if (!existsSync(join(ROOT, file))) return [`${fault} 点名的 ${file} 不存在`]
    return title === null || readSource(file).includes(title) ? [] : [`${fault} 点名的「${title}」不在 ${file} 里`]
  }),
]

/**
 * 故障表不许走样:每个在范围内的故障恰有一行;点名的测试真的在;test/faults 里以编号开头的测试,表里的那一行也点了它的名。
 */
export const checkFaultsTable = (): CheckResult => {
  const rows = readFaultsTable(readSource(TABLE))
  const listed = rows.map(({ fault }) => fault)
  const missing = IN_SCOPE.filter((fault) => !listed.includes(fault)).map((fault) => `${fault} 没有一行`)
  const extra = listed.filter((fault, index) => !IN_SCOPE.includes(fault) || listed.indexOf(fault) !== index).map((fault) => `${fault} 不在范围内,或写了两行`)
  const unlisted = sourceFiles(['.test.ts', '.test.tsx'])
    .filter((file) => file.startsWith('test/faults/'))
    .flatMap((file) => {
      const faults = new Set(Array.from(readSource(file).matchAll(/['"`](F\d\d) /g), ([, fault = '']) => fault).filter((fault) => IN_SCOPE.includes(fault)))
      return [...faults].filter((fault) => !rows.some((row) => row.fault === fault && row.tests.some((test) => test.file === file))).map((fault) => `${file} 里有 ${fault} 的测试,${TABLE} 的那一行没有点它的名`)
    })
  return { examined: rows.length, problems: [...missing, ...extra, ...rows.flatMap(problemsOf), ...unlisted] }
}
