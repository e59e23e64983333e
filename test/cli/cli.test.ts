import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../../electron/shells/cli/run-cli.ts'
import { LATEST_VERSION } from '../../electron/store/migrate.ts'
import { openStore } from '../../electron/store/open-store.ts'
import { cli } from '../support/run-cli.ts'

const FIXTURES = join(import.meta.dirname, '..', 'fixtures', 'import')
const GOLDEN = join(import.meta.dirname, '..', 'golden', 'open')
const CLEAN = join(FIXTURES, 'roster-clean.xlsx')
const MAIN = join(import.meta.dirname, '..', '..', 'electron', 'shells', 'cli', 'main.ts')
const MESSY = join(FIXTURES, 'roster-messy.xlsx')
let folder: string
let store: string
const kept = process.env['XDG_CONFIG_HOME']
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'baolei-cli-test-'))
  store = join(folder, 'sample')
  process.env['XDG_CONFIG_HOME'] = join(folder, 'config')
  const made = cli(['sample', '--store', store])
  expect(made).toMatchObject({ status: 0, err: '' })
})
afterAll(() => {
  if (kept === undefined) delete process.env['XDG_CONFIG_HOME']
  else process.env['XDG_CONFIG_HOME'] = kept
  rmSync(folder, { recursive: true, force: true })
})

/** 在本进程里跑一次,与命令行进程走同一段代码。 */
const run = async (words: readonly string[]) => {
  const lines: string[] = []
  const notes: string[] = []
  const status = await runCli(words, { line: (text) => lines.push(text), note: (text) => notes.push(text) })
  return { status, out: lines.join('\n'), err: notes.join('\n') }
}
const auditRows = (): number => (JSON.parse(cli(['check', '--store', store, '--json']).out) as { rows: number }).rows

describe('用法不对:说哪里不对、该怎么写,退出码 2', () => {
  test.each([
    [[], '没有写要做什么'],
    [['nothing'], '没有这个命令:nothing'],
    [['import'], '没有这个命令:import'],
    [['import', 'people', 'x'], '没有这个命令:import people'],
    [['print'], '没有这个命令:print'],
    [['sample'], '还缺:--store'],
    [['sample', '--store'], '--store'],
    [['sample', '--store', ''], '没有写值:--store'],
    [['sample', '--store', 'a', '--store', 'b'], '写了两次:--store'],
    [['sample', '--store', 'a', 'b'], '多写了:b'],
    [['sample', '--stor', 'a'], '--stor'],
    [['import', 'roster', '--store', 'a'], '还缺:FILE'],
    [['import', 'roster', 'f.xlsx'], '还缺:--store'],
    [['score', '--store', 'a'], '还缺:--period'],
    [['score', '--store', 'a', '--period', '2026-13'], '2026-09'],
    [['score', '--store', 'a', '--period', '2026-Q1'], '2026-09'],
    [['print', 'handbook', '--store', 'a', '--branch', '001', '--out', 'x.pdf'], '还缺:--year'],
    [['print', 'handbook', '--store', 'a', '--branch', '001', '--year', '26', '--out', 'x.pdf'], '2026'],
    [['print', 'handbook', '--store', 'a', '--branch', '001', '--year', '0x7ea', '--out', 'x.pdf'], '2026'],
    [['cases'], '还缺:DIR'],
    [['serve'], '还缺:--store'],
    [['check'], '还缺:--store'],
  ])('%j', async (words, expected) => {
    const { status, out, err } = await run(words)
    expect(status).toBe(2)
    expect(out).toBe('')
    expect(err.replaceAll('\uff1a', ':')).toContain(expected)
    expect(err).toContain('npm run -s baolei -- ')
  })
  test('--help 不算用错', async () => {
    expect(await run(['--help'])).toMatchObject({ status: 0, err: '' })
  })
})

describe('做不成:代码在标准错误最前,退出码 1', () => {
  const place = (name: string): string => join(folder, name)
  test.each<readonly [string, () => readonly string[], string]>([
    ['没有工作区', () => ['check', '--store', place('nothing')], 'STORE_NOT_FOUND'],
    ['计算时没有工作区', () => ['score', '--store', place('nothing'), '--period', '2026-09'], 'STORE_NOT_FOUND'],
    ['别的程序的库', () => ['check', '--store', place('foreign')], 'STORE_NOT_OURS'],
    ['钥匙不见了', () => ['check', '--store', place('no-key')], 'STORE_KEY_MISSING'],
    ['示例放进非空文件夹', () => ['sample', '--store', place('foreign')], 'STORE_EXISTS'],
    ['示例已经造过', () => ['sample', '--store', store], 'STORE_EXISTS'],
    ['名册文件不存在', () => ['import', 'roster', place('no.xlsx'), '--store', store], 'FILE_NOT_FOUND'],
    ['名册是文件夹', () => ['import', 'roster', folder, '--store', store], 'FILE_NOT_FOUND'],
    ['名册是空的', () => ['import', 'roster', place('empty.xlsx'), '--store', store, '--branch', '001'], 'FILE_EMPTY'],
    ['名册 100 MB', () => ['import', 'roster', place('huge.xlsx'), '--store', store, '--branch', '001'], 'FILE_TOO_LARGE'],
    ['不是工作簿', () => ['import', 'roster', place('picture.xlsx'), '--store', store, '--branch', '001'], 'FILE_NOT_WORKBOOK'],
    // 超级用户读得了一切,改用一个必定读不了的文件。
    ...(existsSync('/proc/self/mem') ? [['名册读不出来', () => ['import', 'roster', '/proc/self/mem', '--store', store, '--branch', '001'], 'FILE_NOT_READABLE'] as const] : []),
    ['没有这个支部', () => ['import', 'roster', CLEAN, '--store', store, '--branch', 'ZZZ'], 'BRANCH_NOT_FOUND'],
    ['算分没有这个支部', () => ['score', '--store', store, '--period', '2026-09', '--branch', 'ZZZ'], 'BRANCH_NOT_FOUND'],
    ['印到不存在的文件夹', () => ['print', 'handbook', '--store', store, '--branch', '001', '--year', '2026', '--out', place('no/such/x.pdf')], 'OUT_NOT_WRITABLE'],
    ['印到文件夹本身', () => ['print', 'handbook', '--store', store, '--branch', '001', '--year', '2026', '--out', folder], 'OUT_NOT_WRITABLE'],
    ['印到工作区里', () => ['print', 'handbook', '--store', store, '--branch', '001', '--year', '2026', '--out', join(store, 'baolei.db')], 'OUT_NOT_WRITABLE'],
    ['没有案例', () => ['cases', place('foreign')], 'CASES_NOT_FOUND'],
    ['案例文件夹不存在', () => ['cases', place('nothing')], 'CASES_NOT_FOUND'],
    ['serve 打不开', () => ['serve', '--store', place('nothing'), '--no-open'], existsSync(join(import.meta.dirname, '..', '..', 'out', 'renderer', 'index.html')) ? 'STORE_NOT_FOUND' : 'RENDERER_MISSING'],
  ])('%s', async (_name, words, code) => {
    mkdirSync(place('foreign'), { recursive: true })
    writeFileSync(join(place('foreign'), 'baolei.db'), `SQLite format 3\u0000${' '.repeat(100)}`)
    writeFileSync(place('empty.xlsx'), '')
    writeFileSync(place('picture.xlsx'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]))
    writeFileSync(place('huge.xlsx'), '')
    truncateSync(place('huge.xlsx'), 100 * 1024 * 1024)
    mkdirSync(place('no-key'), { recursive: true })
    copyFileSync(join(store, 'baolei.db'), join(place('no-key'), 'baolei.db'))
    const { status, out, err } = await run(words())
    expect(err.split(' ')[0]).toBe(code)
    expect(status).toBe(1)
    expect(out).toBe('')
    expect(err).not.toMatch(/\n\s+at /)
  })
})

describe.skipIf(process.platform === 'win32')('读的一方先走了', () => {
  test.each([['score', '--store', 'STORE', '--period', '2026-09'], ['cases', GOLDEN], ['--help']])('%s:不当出错', (...words) => {
    const { status, stderr } = spawnSync('sh', ['-c', '{ "$@"; echo "status $?" >&2; } | true', 'sh', process.execPath, MAIN, ...words.map((word) => (word === 'STORE' ? store : word))], { encoding: 'utf8' })
    expect([status, stderr]).toEqual([0, 'status 0\n'])
  })
})

describe('check', () => {
  test('说出是哪个位置、谁正开着', () => {
    expect(cli(['check', '--store', join(folder, 'nothing')]).err).toContain(join(folder, 'nothing'))
    const held = openStore(store)
    const { status, err } = cli(['check', '--store', store])
    held.close()
    expect([status, err.split(' ')[0]]).toEqual([1, 'STORE_LOCKED'])
    expect(err).toContain(`@${hostname()}`)
  })
  test('完好的库', () => {
    const { status, out } = cli(['check', '--store', store, '--json'])
    expect(status).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ sound: true, integrity: [], foreignKeys: [], brokenAuditAt: null, schemaVersion: LATEST_VERSION, knownVersion: LATEST_VERSION, appVersion: '0.4.0' })
    expect(cli(['check', '--store', store]).out).toContain('完好')
  })
  test('坏了一页的库:STORE_CORRUPT', () => {
    const broken = join(folder, 'broken')
    mkdirSync(join(broken, 'keys'), { recursive: true })
    copyFileSync(join(store, 'keys', 'open.json'), join(broken, 'keys', 'open.json'))
    const bytes = readFileSync(join(store, 'baolei.db'))
    bytes.fill(0x5a, 4096 * 6, 4096 * 9)
    writeFileSync(join(broken, 'baolei.db'), bytes)
    const { status, err } = cli(['check', '--store', broken])
    expect([status, err.split(' ')[0]]).toEqual([1, 'STORE_CORRUPT'])
  })
})

describe('import roster', () => {
  type Report = { counts: Record<string, number>; rows: { sheet: string; row: number; status: string; reasons: { column: string; code: string; message: string }[] }[] }
  test('没有支部列又没写 --branch:退出码 2', () => {
    expect(cli(['import', 'roster', CLEAN, '--store', store])).toMatchObject({ status: 2, out: '', err: expect.stringContaining('--branch') as string })
  })
  test('--branch 只写了分类:退出码 2', () => {
    const { status, err } = cli(['import', 'roster', CLEAN, '--store', store, '--branch', ':market'])
    expect([status, err.split('\n')[0]]).toEqual([2, '没有写支部\uff1a--branch 后面要写代码或名称。'])
  })
  test('三份样例名册对着示例企业就能核对:支部都认得,乱名册只拒真有毛病的 8 行', () => {
    const rows = JSON.parse(readFileSync(join(FIXTURES, 'roster-messy.expected.json'), 'utf8')) as { row: number; bug: string }[]
    const messy = JSON.parse(cli(['import', 'roster', MESSY, '--store', store, '--dry-run', '--json']).out) as Report
    expect(messy.counts).toMatchObject({ total: 60, new: 51, warned: 1, refused: 8 })
    const accepted = rows.filter(({ bug }) => ['space', 'dot', 'formula', 'html', 'sexmismatch'].includes(bug)).map(({ row }) => row)
    expect(messy.rows.filter(({ status }) => status === 'refused').map(({ row }) => row)).toEqual(rows.map(({ row }) => row).filter((row) => !accepted.includes(row)))
    const gbk = JSON.parse(cli(['import', 'roster', join(FIXTURES, 'roster-gbk.csv'), '--store', store, '--dry-run', '--json']).out) as Report
    expect(gbk.counts).toMatchObject({ total: 20, new: 20, refused: 0 })
  })
  test('分类不认得:退出码 2,列出能用的', () => {
    const { status, err } = cli(['import', 'roster', CLEAN, '--store', store, '--branch', '新设支部:nothing'])
    expect(status).toBe(2)
    expect(err).toContain('production, auxiliary, management, market, mixed')
  })
  test('--dry-run 只核对:JSON 是约定的样子,一条也没写,连新支部也没建', () => {
    const before = auditRows()
    const { status, out } = cli(['import', 'roster', CLEAN, '--store', store, '--branch', '新设支部:market', '--dry-run', '--json'])
    expect(status).toBe(0)
    const report = JSON.parse(out) as Report
    expect(Object.keys(report)).toEqual(['counts', 'rows'])
    expect(report.counts).toMatchObject({ total: 14, refused: 0 })
    expect(report.rows[0]).toMatchObject({ sheet: '党员花名册', row: 2, status: 'warned', reasons: [{ column: '党小组', code: 'group_created' }] })
    expect(auditRows()).toBe(before)
  })
  test('有不能导入的行:一条也不写,新支部也不建,退出码 1,报告照给', () => {
    const before = auditRows()
    const { status, out, err } = cli(['import', 'roster', MESSY, '--store', store, '--branch', '杂乱支部', '--json'])
    expect([status, err.split(' ')[0]]).toEqual([1, 'IMPORT_REFUSED_ROWS'])
    expect((JSON.parse(out) as Report).counts['refused']).toBeGreaterThan(0)
    expect(auditRows()).toBe(before)
  })
  test('--skip-refused 只写没有问题的', () => {
    const { status, out } = cli(['import', 'roster', MESSY, '--store', store, '--branch', '杂乱支部', '--skip-refused', '--json'])
    expect(status).toBe(0)
    expect((JSON.parse(out) as Report).counts['refused']).toBeGreaterThan(0)
  })
  test('导入到要新建的支部,分类照写的;再导一次样样相同', () => {
    expect(cli(['import', 'roster', CLEAN, '--store', store, '--branch', '新设支部:market', '--json']).status).toBe(0)
    const again = JSON.parse(cli(['import', 'roster', CLEAN, '--store', store, '--branch', '新设支部', '--json']).out) as Report
    expect(again.counts).toMatchObject({ total: 14, new: 0, changed: 0, refused: 0 })
    const scores = JSON.parse(cli(['score', '--store', store, '--period', '2026-09', '--branch', '新设支部', '--json']).out) as { branch: { name: string; category: string } }[]
    expect(scores.map(({ branch }) => [branch.name, branch.category])).toEqual([['新设支部', 'market']])
  })
  test('副本用过就删,临时文件夹里不留库', () => {
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('baolei-dry-run-'))).toEqual([])
  })
})

describe('score', () => {
  test('JSON 是约定的样子:总分两位小数的文本或 null,得分率 0 到 1 的精确文本或 null,星级整数或 null', () => {
    const { status, out } = cli(['score', '--store', store, '--period', '2026-09', '--json'])
    expect(status).toBe(0)
    const results = JSON.parse(out) as { branch: { code: string; name: string; category: string | null }; total: string | null; star: number | null; dimensions: { name: string; ratio: string | null }[] }[]
    expect(results.length).toBeGreaterThan(0)
    for (const result of results) {
      expect(Object.keys(result)).toEqual(['branch', 'total', 'star', 'dimensions'])
      expect(Object.keys(result.branch)).toEqual(['code', 'name', 'category'])
      expect(result.total ?? '0.00').toMatch(/^-?\d+\.\d{2}$/)
      expect(result.star === null || Number.isInteger(result.star)).toBe(true)
      for (const { ratio } of result.dimensions) expect(ratio ?? '0').toMatch(/^(0|1|0\.\d+|\d+\/\d+)$/)
    }
  })
})

describe('cases', () => {
  test('公开案例全过,每类各报多少,末行是合计', () => {
    const { status, out, err } = cli(['cases', GOLDEN])
    const lines = out.trim().split('\n')
    expect([status, err]).toEqual([0, ''])
    expect(lines.at(-1)).toBe(`${readdirSync(GOLDEN).length} passed, 0 failed`)
    expect(lines).toContain('score: 33 passed, 0 failed')
  })
  test('叫 .json 的文件夹不是案例,带 BOM 的案例照读', () => {
    const cases = join(folder, 'odd-cases')
    mkdirSync(join(cases, 'x.json'), { recursive: true })
    writeFileSync(join(cases, 'x.json', 'A01.json'), `\ufeff${readFileSync(join(GOLDEN, 'A01.json'), 'utf8')}`)
    expect(cli(['cases', cases])).toMatchObject({ status: 0, out: 'score: 1 passed, 0 failed\n1 passed, 0 failed\n' })
  })
  test('不认得的种类、读不懂的文件、结果不同,都算没过并写出是哪个、第一处不同', () => {
    const cases = join(folder, 'cases')
    mkdirSync(cases)
    const golden = JSON.parse(readFileSync(join(GOLDEN, 'A01.json'), 'utf8')) as { expected: { total: string } }
    writeFileSync(join(cases, 'A01.json'), JSON.stringify(golden))
    writeFileSync(join(cases, 'B.json'), JSON.stringify({ ...golden, id: 'B', expected: { ...golden.expected, total: '1.23' } }))
    writeFileSync(join(cases, 'C.json'), JSON.stringify({ id: 'C', kind: 'dance', input: {}, expected: {} }))
    writeFileSync(join(cases, 'D.json'), '{')
    const all = cli(['cases', cases])
    expect(all.status).toBe(1)
    expect(all.out.trim().split('\n')).toEqual([
      expect.stringMatching(/^FAIL B \(score\) \/total: expected "1\.23", got "/),
      'FAIL C (dance) unknown kind dance',
      'FAIL D.json (unreadable) not JSON',
      'dance: 0 passed, 1 failed',
      'score: 1 passed, 1 failed',
      'unreadable: 0 passed, 1 failed',
      '1 passed, 3 failed',
    ])
    expect(cli(['cases', cases, '--kind', 'dance']).out.trim().split('\n').at(-1)).toBe('0 passed, 2 failed')
  })
})
