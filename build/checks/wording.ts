import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { ROOT, sourceFiles, type CheckResult } from './source-files.ts'

/** 屏幕上不用的词:要么吓人,要么不说怎么办。 */
const BANNED = ['非法', '无效', '异常', '错误码', '参数', '校验失败', '提交失败', '系统繁忙', '服务器', '同步', '权限不足', '操作失败', '是否确认', '请联系管理员', '您', '你']
/** 程序里的词漏到了屏幕上;带值的句子用假值造出,不查这几个。 */
const PROGRAM_WORDS = ['undefined', 'null', 'NaN']
const HALF_WIDTH_BETWEEN_CHINESE = /[\u4e00-\u9fff][,;:?!][\u4e00-\u9fff]/

const textsIn = (value: unknown, path: string): readonly (readonly [string, string])[] => {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') {
    try {
      // 带值的文字:随便给几个值,只看措辞。
      const made: unknown = (value as (...values: readonly unknown[]) => unknown)(1, 2, 3, 4, 5, 6)
      return typeof made === 'object' || typeof made === 'string' ? textsIn(made, `${path}()`) : []
    } catch {
      return []
    }
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${path}.${key}`))
}

/** 逐条读出文字目录里的话,查禁用词与半角标点。 */
export const checkWording = async (): Promise<CheckResult> => {
  // 数据里的话(示例、模板)只查标点;禁用词在那里可能是正当的业务用语。
  const catalogues = sourceFiles(['.ts']).filter((path) => /^(shared\/i18n|shared\/data|electron\/data\/(sample|templates))\//.test(path) && !path.endsWith('.test.ts'))
  const texts: (readonly [string, string])[] = []
  for (const path of catalogues) {
    const module = (await import(pathToFileURL(join(ROOT, path)).href)) as Record<string, unknown>
    texts.push(...textsIn(module, path))
  }
  const problems = texts.flatMap(([path, text]) => [
    ...[...(path.startsWith('shared/i18n/') ? BANNED : []), ...(path.includes('()') ? [] : PROGRAM_WORDS)].filter((word) => text.includes(word)).map((word) => `${path} 用了不该用的词「${word}」:${text}`),
    ...(HALF_WIDTH_BETWEEN_CHINESE.test(text) ? [`${path} 汉字之间用了半角标点:${text}`] : []),
  ])
  return { examined: texts.length, problems }
}
