import { createHash } from 'node:crypto'
import { readSource, sourceFiles, type CheckResult } from './source-files.ts'

const LIST = 'electron/store/migrations/released.json'

/** 已发布的迁移一个字都不能改:文件摘要与清单逐个相符。清单由发布者手工加行,不自动更新。 */
export const checkMigrations = (): CheckResult => {
  const released = JSON.parse(readSource(LIST)) as Readonly<Record<string, string>>
  const files = sourceFiles(['.ts']).filter((path) => /^electron\/store\/migrations\/\d{4}-/.test(path) && !path.endsWith('.test.ts'))
  const problems = Object.entries(released).flatMap(([name, hash]) => {
    const path = `electron/store/migrations/${name}.ts`
    if (!files.includes(path)) return [`${path} 已发布却不见了`]
    const found = createHash('sha256').update(readSource(path)).digest('hex')
    return found === hash ? [] : [`${path} 已发布,不能再改(现在的摘要 ${found})`]
  })
  return { examined: files.length, problems }
}
