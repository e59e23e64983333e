import { readFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { ROOT, type CheckResult } from './source-files.ts'

/** 开发机路径与下载站名不进仓库:换一台机器就失效,内网也连不上。 */
const FORBIDDEN = [/https?:\/\/[^\s/'"`]*(registry|mirror)/i, /(?<![\w./])\/(root|home|Users)\/\w/]
const TEXT = /\.(ts|tsx|mjs|cjs|js|json|md|yml|yaml|css|html|sh)$|^\.(npmrc|nvmrc|gitignore)$|^\.ci\//
const SELF = 'build/checks/foreign-words.ts'

export const checkForeignWords = (): CheckResult => {
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' })
    .split('\n')
    .filter((path) => TEXT.test(path) && path !== SELF && path !== 'package-lock.json')
  const problems = files.flatMap((path) => {
    const text = readFileSync(join(ROOT, path), 'utf8')
    return FORBIDDEN.filter((pattern) => pattern.test(text)).map((pattern) => `${path} 含有 ${pattern.source}`)
  })
  return { examined: files.length, problems }
}
