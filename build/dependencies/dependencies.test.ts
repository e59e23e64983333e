import { describe, expect, it } from 'vitest'
import { checkAdvisories, checkInstallScripts, checkLicences, checkThirdParty, lockedPackages, shippedPackages } from '../checks/dependencies.ts'
import { checkLockFile, findLockProblems } from '../checks/lock-file.ts'
import { findKnownHoles, type AdvisoryBook } from './advisories.ts'
import { billOfMaterials } from './bill-of-materials.ts'
import { findInstallScripts } from './install-scripts.ts'
import { findUnsuitableLicences } from './licences.ts'
import { closureOf, readLock } from './lock.ts'
import { findThirdPartyGaps, importedPackages, readComponents } from './third-party.ts'
import { isInRange } from './version-range.ts'

/** 每道检查都要能不过:给它一份坏的,必须指出来;F70。 */
const GOOD = { version: '1.2.3', integrity: 'sha512-AAAA', license: 'MIT' }
const lockOf = (packages: Readonly<Record<string, object>>) => JSON.stringify({ lockfileVersion: 3, packages: { '': { name: 'x' }, ...packages } })
const read = (packages: Readonly<Record<string, object>>) => readLock(lockOf(packages))

describe('锁文件', () => {
  it('现在的没有问题,而且真看了', () => {
    expect(checkLockFile()).toMatchObject({ problems: [] })
    expect(checkLockFile().examined).toBeGreaterThan(300)
  })
  it.each([
    ['写了下载地址', { 'node_modules/a': { ...GOOD, resolved: 'https://somewhere.invalid/a.tgz' } }],
    ['没有校验值', { 'node_modules/a': { version: '1.0.0' } }],
    ['缺平台件', { 'node_modules/a': { ...GOOD, optionalDependencies: { 'a-win32': '1' } } }],
  ])('%s:不过', (what, packages) => expect(findLockProblems(lockOf(packages)).problems.join()).toContain(what))
})

describe('版本范围', () => {
  it.each([
    ['0.18.5', '<=0.18.5', true],
    ['0.18.6', '<=0.18.5', false],
    ['10.4.9', '>=10.2.0 <10.5.0 || =11.0.0', true],
    ['10.5.0', '>=10.2.0 <10.5.0 || =11.0.0', false],
    ['11.0.0', '>=10.2.0 <10.5.0 || =11.0.0', true],
    ['9.9.9', '<10.0.0', true],
    ['10.0.0-beta.1', '<10.0.0', true],
    ['1.0.0+build', '=1.0.0', true],
  ])('%s 在 %s:%s', (version, range, wanted) => expect(isInRange(version, range)).toBe(wanted))
  it('看不懂就停,不当作没有毛病', () => {
    expect(() => isInRange('latest', '<1.0.0')).toThrow('version?')
    expect(() => isInRange('1.0.0', '^1.0.0')).toThrow('range?')
    expect(() => isInRange('1.0.0', '')).toThrow('range?')
  })
})

describe('已知的毛病', () => {
  const book: AdvisoryBook = { advisories: [{ package: 'xlsx', range: '<=0.18.5', id: 'CVE-1', reason: '读特制的表格会污染原型' }], accepted: [] }
  it('现在的没有命中,而且真看了', () => {
    expect(checkAdvisories()).toMatchObject({ problems: [] })
    expect(checkAdvisories().examined).toBeGreaterThan(300)
  })
  it('命中的不过,间接依赖、别名装的也一样', () => {
    expect(findKnownHoles(read({ 'node_modules/xlsx': { ...GOOD, version: '0.18.5' } }), [], book)).toHaveLength(1)
    expect(findKnownHoles(read({ 'node_modules/a/node_modules/xlsx': { ...GOOD, version: '0.17.0' } }), [], book)).toHaveLength(1)
    expect(findKnownHoles(read({ 'node_modules/sheets': { ...GOOD, name: 'xlsx', version: '0.17.0' } }), [], book)).toHaveLength(1)
    expect(findKnownHoles(read({ 'node_modules/xlsx': { ...GOOD, version: '0.18.6' } }), [], book)).toEqual([])
  })
  it('包里带着的引擎太旧:不过', () => expect(findKnownHoles([], [{ name: 'sqlite', version: '3.51.2', path: '驱动' }], { advisories: [{ package: 'sqlite', range: '<3.51.3', id: 'WAL-RESET', reason: '悄悄丢掉已提交的事务' }], accepted: [] })).toHaveLength(1))
  it('接受的只对写死的版本有效;用不着了、没写清缘由都要说', () => {
    const accepted = [{ package: 'xlsx', version: '0.18.5', id: 'CVE-1', reason: '只读自己写的文件' }]
    expect(findKnownHoles(read({ 'node_modules/xlsx': { ...GOOD, version: '0.18.5' } }), [], { ...book, accepted })).toEqual([])
    expect(findKnownHoles(read({ 'node_modules/xlsx': { ...GOOD, version: '0.18.4' } }), [], { ...book, accepted })).toHaveLength(2)
    expect(findKnownHoles(read({ 'node_modules/xlsx': { ...GOOD, version: '0.19.0' } }), [], { ...book, accepted }).join()).toContain('用不着')
    expect(findKnownHoles(read({}), [], { advisories: [{ package: 'a', range: '<1.0.0', id: 'x', reason: '' }], accepted: [] }).join()).toContain('缘由')
  })
})

describe('安装脚本', () => {
  const withScript = read({ 'node_modules/a': { ...GOOD, hasInstallScript: true } })
  const compiling = { path: 'node_modules/b', name: 'b', scripts: [], compiles: true }
  it('现在的没有问题,而且真看了', () => {
    expect(checkInstallScripts()).toMatchObject({ problems: [] })
    expect(checkInstallScripts().examined).toBeGreaterThan(200)
  })
  it('带脚本、要编译而没有拒绝的:不过;逐个拒绝了、或整个关掉的:过', () => {
    expect(findInstallScripts(withScript, [], '', {})).toHaveLength(1)
    expect(findInstallScripts([], [compiling], '', {})).toHaveLength(1)
    expect(findInstallScripts([], [{ ...compiling, compiles: false, scripts: ['postinstall'] }], '', {})).toHaveLength(1)
    expect(findInstallScripts([], [{ ...compiling, compiles: false, scripts: ['test', 'build'] }], '', {})).toEqual([])
    expect(findInstallScripts(withScript, [compiling], '', { a: false, b: false })).toEqual([])
    expect(findInstallScripts(withScript, [compiling], 'fund=false\nignore-scripts=true\n', {})).toEqual([])
  })
  it('允许了任何一个、在 .npmrc 里打开:不过', () => {
    expect(findInstallScripts([], [], '', { a: true })).toHaveLength(1)
    expect(findInstallScripts([], [], 'ignore-scripts=false\n', {})).toHaveLength(1)
    expect(findInstallScripts([], [], 'dangerously-allow-all-scripts=true\n', {})).toHaveLength(1)
  })
})

describe('许可', () => {
  it('现在的没有问题,而且真看了', () => {
    expect(checkLicences()).toMatchObject({ problems: [] })
    expect(checkLicences().examined).toBeGreaterThan(300)
  })
  it.each([
    ['GPL-3.0-only', false, false],
    ['AGPL-3.0', false, false],
    ['MIT OR GPL-3.0-only', true, true],
    ['(MIT AND GPL-3.0-only)', false, false],
    ['MPL-2.0', false, true],
    ['Apache-2.0', true, true],
    ['SEE LICENSE IN x', false, false],
  ])('%s:随程序分发 %s,只在开发用 %s', (license, shipped, development) => {
    const packages = read({ 'node_modules/a': { ...GOOD, license } })
    expect(findUnsuitableLicences(packages, new Set(['node_modules/a'])).length === 0).toBe(shipped)
    expect(findUnsuitableLicences(packages, new Set()).length === 0).toBe(development)
  })
  it('没写许可:不过', () => expect(findUnsuitableLicences(read({ 'node_modules/a': { version: '1.0.0' } }), new Set())).toHaveLength(1))
})

describe('第三方清单', () => {
  const markdown = '| 组件 | npm 包 | 许可 | 用途 |\n|---|---|---|---|\n| 甲 | `a`、`@s/b` | MIT | 用 |\n'
  const packages = read({ 'node_modules/a': GOOD, 'node_modules/@s/b': GOOD })
  it('现在的没有问题,而且真看了', () => {
    expect(checkThirdParty()).toMatchObject({ problems: [] })
    expect(checkThirdParty().examined).toBeGreaterThan(10)
  })
  it('引用了没列、列了没装、许可写错:不过', () => {
    const components = readComponents(markdown)
    expect(components).toEqual([{ title: '甲', packages: ['a', '@s/b'], licence: 'MIT' }])
    expect(findThirdPartyGaps(components, packages, new Set(['a']), [])).toEqual([])
    expect(findThirdPartyGaps(components, packages, new Set(['a', 'c']), [])).toHaveLength(1)
    expect(findThirdPartyGaps(components, packages, new Set(['c']), ['c'])).toEqual([])
    expect(findThirdPartyGaps(components, read({ 'node_modules/a': GOOD }), new Set(), [])).toHaveLength(1)
    expect(findThirdPartyGaps(components, read({ 'node_modules/a': { ...GOOD, license: 'ISC' }, 'node_modules/@s/b': GOOD }), new Set(), [])).toHaveLength(1)
  })
  it('各种写法的引用都认得,自己的与 Node 的不算', () => {
    expect(importedPackages(`import a from 'a/deep'\nimport '@s/b/x.css'\nimport { x } from './own.ts'\nimport fs from 'node:fs'\nconst y = await import('c')\n@import 'd/e.css';`)).toEqual(['a', '@s/b', 'c', 'd'])
  })
})

describe('物料清单', () => {
  const project = { name: 'baolei', version: '0.1.0', license: 'MIT' }
  it('锁文件里的每一个都在,标明随不随程序分发,有校验值;同一份锁文件总是同一份', () => {
    const packages = lockedPackages()
    const bill = billOfMaterials(project, packages, shippedPackages(packages)) as { readonly components: readonly { readonly purl: string; readonly scope: string; readonly hashes: readonly { readonly content: string }[] }[] }
    expect(new Set(bill.components.map(({ purl }) => purl)).size).toBe(new Set(packages.map(({ name, version }) => `${name}@${version}`)).size)
    for (const name of ['better-sqlite3-multiple-ciphers', 'react', 'age-encryption', '%40noble/ciphers', 'dayjs']) expect(bill.components.find(({ purl }) => purl.startsWith(`pkg:npm/${name}@`)), name).toMatchObject({ scope: 'required' })
    for (const name of ['vitest', 'oxlint', 'electron-builder']) expect(bill.components.find(({ purl }) => purl.startsWith(`pkg:npm/${name}@`)), name).toMatchObject({ scope: 'excluded' })
    for (const { hashes } of bill.components) expect(hashes[0]?.content).toMatch(/^[0-9a-f]{128}$/)
    expect(JSON.stringify(billOfMaterials(project, packages.toReversed(), shippedPackages(packages)))).toBe(JSON.stringify(bill))
  })
  it('间接依赖按 Node 找包的走法认:同名不同版本的认得开', () => {
    const packages = read({ 'node_modules/a': { ...GOOD, dependencies: { b: '1' } }, 'node_modules/a/node_modules/b': GOOD, 'node_modules/b': { ...GOOD, version: '2.0.0' }, 'node_modules/c': GOOD })
    expect([...closureOf(packages, ['a'])]).toEqual(['node_modules/a', 'node_modules/a/node_modules/b'])
  })
})
