import { describe, expect, it } from 'vitest'
import { asvsProblems } from './evidence/asvs-table.ts'
import { ASVS_REQUIREMENTS } from './evidence/asvs-requirements.ts'
import { clauseProblems } from './evidence/clause-table.ts'
import { missingFiles } from './evidence/named-files.ts'
import { releaseSheetProblems, sheetReferenceProblems } from './evidence/release-sheet.ts'
import { roleProblems, roleRows } from './evidence/roles-table.ts'
import { unwiredProblems } from './evidence/unwired.ts'
import { ASVS, checkEvidence, RELEASE_SHEET, SECURITY } from './evidence.ts'
import { readSource } from './source-files.ts'

/** 把文档里的一处换掉;那一处须真的有。 */
const changed = (name: string, from: string, to: string): string => {
  const text = readSource(name)
  expect(text).toContain(from)
  return text.replace(from, to)
}

it('现在的三份依据没有问题,而且真看了', () => {
  const { examined, problems } = checkEvidence()
  expect(problems).toEqual([])
  expect(examined).toBeGreaterThan(300)
})

describe('咬得住', () => {
  const disk = { exists: (path: string) => path === 'test/a.test.ts', read: () => "it('真有的一条'" }
  it('点名的文件不在、标题不在:不过', () => {
    expect(missingFiles('见 `test/a.test.ts`「真有的」', disk)).toEqual([])
    expect(missingFiles('见 `test/b.test.ts`、`package.json`', disk)).toHaveLength(2)
    expect(missingFiles('见 `test/a.test.ts`「没有的」', disk)).toHaveLength(1)
  })
  it('权限附表少一行、改一格、多一行:不过', () => {
    const [row = ''] = roleRows()
    expect(roleProblems(changed(SECURITY, `${row}\n`, ''))).toHaveLength(1)
    expect(roleProblems(changed(SECURITY, '| `members.erase` | 党委办公室 |', '| `members.erase` | 系统管理员 |'))).toHaveLength(2)
    expect(roleProblems(`${readSource(SECURITY)}\n| \`members.sell\` | 党委办公室 |  |  |  |`)).toHaveLength(1)
  })
  it('条款没有测试证明、也没照实写:不过', () => {
    const section = (evidence: string): string => `\n## 9. 条款对照\n\n| 条款 | 做法 | 证据 |\n|---|---|---|\n| 防病毒 | 装杀毒软件 | ${evidence} |\n`
    for (const evidence of ['`test/a.test.ts`', '由单位办(核对单 R14)', '未做']) expect(clauseProblems(section(evidence))).toEqual([])
    for (const evidence of ['好得很', '`docs/faults.md`', '']) expect(clauseProblems(section(evidence))).toHaveLength(1)
    expect(clauseProblems(section('未做').replace('装杀毒软件', ''))).toHaveLength(1)
    expect(clauseProblems('# 别的')).toHaveLength(1)
  })
  it('ASVS 少一条、编一条、写两次、级错、没有证据、没有缘由、条数不符:不过', () => {
    const row = readSource(ASVS).split('\n').find((line) => line.startsWith('| V8.3.1 |')) ?? ''
    expect(asvsProblems(changed(ASVS, `${row}\n`, ''))).toEqual(expect.arrayContaining(['V8.3.1 没有一行']))
    expect(asvsProblems(changed(ASVS, row, row.replace('V8.3.1', 'V8.3.9')))).toEqual(expect.arrayContaining(['没有 V8.3.9 这一条']))
    expect(asvsProblems(changed(ASVS, row, `${row}\n${row}`))).toEqual(expect.arrayContaining(['V8.3.1 写了两次']))
    expect(asvsProblems(changed(ASVS, row, row.replace('| 1 |', '| 2 |')))).toEqual(['V8.3.1 的级写错了'])
    expect(asvsProblems(changed(ASVS, row, row.replaceAll('`', '')))).toEqual(['V8.3.1 说符合,没有写哪个文件证明'])
    expect(asvsProblems(changed(ASVS, row, row.replace('符合', '不适用')))).toEqual(expect.arrayContaining(['V8.3.1 没写清做法或缘由', expect.stringContaining('开头写的条数与表不符')]))
    expect(asvsProblems(changed(ASVS, '| V9 |', '| V8 |'))).toEqual(expect.arrayContaining(['V8 不能整章算不适用', 'V9.1.1 没有一行']))
  })
  it('都接上了还写着没接上、没接上却没写:不过', () => {
    expect(unwiredProblems('擦除还没有接上', 'Partial<Handlers<typeof contract>>')).toEqual([])
    expect(unwiredProblems('擦除还没有接上', 'Handlers<typeof contract>')).toHaveLength(1)
    expect(unwiredProblems('样样都好', 'Partial<Handlers<typeof contract>>')).toHaveLength(1)
  })
  it('核对单缺步骤、缺应当看到的、没有填写的格子、编号断了:不过', () => {
    const item = '### R01 一项\n- 步骤:做\n- 应当看到:成\n- 日期 ____ 姓名 ____ 结果 □过 □不过\n'
    expect(releaseSheetProblems(item)).toEqual([])
    for (const line of item.trim().split('\n').slice(1)) expect(releaseSheetProblems(item.replace(`${line}\n`, ''))).toHaveLength(1)
    expect(releaseSheetProblems(item.replace('应当看到:成', '应当看到:'))).toHaveLength(1)
    expect(releaseSheetProblems(item.replace('R01', 'R02'))).toHaveLength(1)
    expect(releaseSheetProblems('# 空的')).toHaveLength(1)
    expect(sheetReferenceProblems('见核对单 R99', readSource(RELEASE_SHEET))).toEqual(['核对单里没有 R99'])
  })
})

it('ASVS 的编号:一级 70 条,二级 183 条', () => {
  const levels = [...ASVS_REQUIREMENTS.values()]
  expect(levels.filter((level) => level === 1)).toHaveLength(70)
  expect(levels.filter((level) => level === 2)).toHaveLength(183)
})
