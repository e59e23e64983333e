import { readSource, type CheckResult } from './source-files.ts'

interface LockEntry {
  readonly resolved?: string
  readonly version?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

/**
 * 锁文件:不写死下载地址;每个包声明的各平台可选件都在锁里(少一个,另一平台的 npm ci 就会停)。
 */
export const checkLockFile = (): CheckResult => {
  const lock = JSON.parse(readSource('package-lock.json')) as { readonly packages: Readonly<Record<string, LockEntry>> }
  const entries = Object.entries(lock.packages)
  // 与 Node 找包的走法一致:从所在处一层层往上。
  const isPresent = (from: string, name: string): boolean => {
    let at = from
    for (;;) {
      if (`${at === '' ? '' : `${at}/`}node_modules/${name}` in lock.packages) return true
      if (at === '') return false
      const parent = at.lastIndexOf('/node_modules/')
      at = parent < 0 ? '' : at.slice(0, parent)
    }
  }
  const problems = entries.flatMap(([path, entry]) => [
    ...(entry.resolved === undefined ? [] : [`${path} 写了下载地址`]),
    ...Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !isPresent(path, name))
      .map((name) => `${path} 缺平台件 ${name}`),
  ])
  return { examined: entries.length, problems }
}
