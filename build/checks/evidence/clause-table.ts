import { namedFiles } from './named-files.ts'

/** 不归程序办的、还没有做成的,证据一栏只能这样开头。 */
const WITHOUT_TEST = ['由单位办', '未做', '核对单 R']

/** 条款对照表的每一行:条款、做法、证据三栏都有;证据里要有测试文件,没有的须照实写。 */
export const clauseProblems = (text: string): readonly string[] => {
  const section = /\n## [^\n]*条款对照\n([\s\S]*?)(?=\n## |$)/.exec(text)?.[1]
  if (section === undefined) return ['没有「条款对照」一节']
  const rows = section.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| 条款 |'))
  if (rows.length === 0) return ['条款对照一行也没有']
  return rows.flatMap((row) => {
    const [clause = '', how = '', evidence = ''] = row.split('|').slice(1, -1).map((cell) => cell.trim())
    const isProven = namedFiles(evidence).some(({ path }) => /\.test\.tsx?$/.test(path)) || WITHOUT_TEST.some((words) => evidence.startsWith(words))
    return [...(clause === '' || how === '' ? [`条款对照有一行没写全:${row}`] : []), ...(isProven ? [] : [`「${clause}」没有测试证明,也没有照实写由谁办`])]
  })
}
