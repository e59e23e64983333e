import { readLock, resolveFrom } from '../dependencies/lock.ts'
import { readSource, type CheckResult } from './source-files.ts'

/**
 * 锁文件:不写死下载地址,每个包都有校验值;每个包声明的各平台可选件都在锁里(少一个,另一平台的 npm ci 就会停)。
 */
export const findLockProblems = (text: string): CheckResult => {
  const all = readLock(text)
  const packages = new Map(all.map((entry) => [entry.path, entry]))
  const problems = all.flatMap(({ path, resolved, integrity, optionalDependencies }) => [
    ...(resolved === null ? [] : [`${path} 写了下载地址`]),
    ...(integrity === null ? [`${path} 没有校验值`] : []),
    ...optionalDependencies.filter((name) => resolveFrom(packages, path, name) === null).map((name) => `${path} 缺平台件 ${name}`),
  ])
  return { examined: all.length, problems }
}

export const checkLockFile = (): CheckResult => findLockProblems(readSource('package-lock.json'))
