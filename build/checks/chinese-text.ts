import { readSource, sourceFiles, type CheckResult } from './source-files.ts'

/** 给人看的中文只能住在文字目录与数据目录里;注释不算。 */
const HOMES = [/^shared\/i18n\//, /^shared\/data\//, /^electron\/data\//, /^test\//, /^build\//, /\.test\.tsx?$/]
const CHINESE = /\p{Script=Han}/u

type Mode = 'code' | 'line' | 'block' | "'" | '"' | '`'

/** 去掉注释,保留行数;认得字符串与模板,不把其中的 // 当注释。 */
export const withoutComments = (source: string): string => {
  let mode: Mode = 'code'
  let kept = ''
  for (let index = 0; index < source.length; index++) {
    const character = source.charAt(index)
    const next = source.charAt(index + 1)
    if (mode === 'line') {
      if (character === '\n') {
        mode = 'code'
        kept += character
      }
    } else if (mode === 'block') {
      if (character === '\n') kept += character
      else if (character === '*' && next === '/') {
        mode = 'code'
        index++
      }
    } else if (mode === 'code') {
      if (character === '/' && next === '/') mode = 'line'
      else if (character === '/' && next === '*') mode = 'block'
      else {
        if (character === "'" || character === '"' || character === '`') mode = character
        kept += character
      }
    } else {
      kept += character
      if (character === '\\') {
        kept += next
        index++
      } else if (character === mode || (character === '\n' && mode !== '`')) mode = 'code'
    }
  }
  return kept
}

export const checkChineseText = (): CheckResult => {
  const files = sourceFiles(['.ts', '.tsx']).filter((path) => !HOMES.some((home) => home.test(path)))
  const problems = files.flatMap((path) =>
    withoutComments(readSource(path))
      .split('\n')
      .flatMap((line, index) => (CHINESE.test(line) ? [`${path}:${index + 1} 有写死的中文:${line.trim().slice(0, 60)}`] : [])),
  )
  return { examined: files.length, problems }
}
