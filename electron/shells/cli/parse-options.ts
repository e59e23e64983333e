import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { cliText } from '../../../shared/i18n/zh-CN/cli.ts'
import { UsageError } from './cli-failure.ts'

export interface ParsedOptions {
  readonly positionals: readonly string[]
  /** 必须给出的文字选项。 */
  required(name: string): string
  optional(name: string): string | null
  /** 可以写几次的;一次也没写为空。 */
  many(name: string): readonly string[]
  flag(name: string): boolean
}

/**
 * 读命令后面的选项;认不得的、缺值的、重复的都算用错。
 *
 * @param texts 带值的选项名。
 * @param flags 不带值的选项名。
 * @param positionalNames 必须按次序给出的各项的叫法;多一个少一个都算用错。
 */
export const parseOptions = (words: readonly string[], texts: readonly string[], flags: readonly string[], positionalNames: readonly string[]): ParsedOptions => {
  const options: ParseArgsOptionsConfig = {
    ...Object.fromEntries(texts.map((name) => [name, { type: 'string', multiple: true } as const])),
    ...Object.fromEntries(flags.map((name) => [name, { type: 'boolean' } as const])),
  }
  let parsed: { readonly values: Readonly<Record<string, unknown>>; readonly positionals: readonly string[] }
  try {
    parsed = parseArgs({ args: [...words], options, allowPositionals: true, strict: true })
  } catch (error) {
    const named = /'(-[^' ]*)/.exec(error instanceof Error ? error.message : '')?.[1] ?? ''
    throw new UsageError(cliText.badOption(named))
  }
  const { values, positionals } = parsed
  if (positionals.length > positionalNames.length) throw new UsageError(cliText.tooMany(positionals[positionalNames.length] ?? ''))
  const missing = positionalNames[positionals.length]
  if (missing !== undefined) throw new UsageError(cliText.missing(missing))
  const optional = (name: string): string | null => {
    const given = values[name]
    if (!Array.isArray(given)) return null
    const [text, ...more] = given.map(String)
    if (more.length > 0) throw new UsageError(cliText.repeated(`--${name}`))
    if (text === undefined || text.trim() === '') throw new UsageError(cliText.emptyOption(`--${name}`))
    return text
  }
  const many = (name: string): string[] => {
    const given = values[name]
    const texts = Array.isArray(given) ? given.map(String) : []
    if (texts.some((text) => text.trim() === '')) throw new UsageError(cliText.emptyOption(`--${name}`))
    return texts
  }
  return {
    positionals,
    optional,
    many,
    required: (name) => {
      const text = optional(name)
      if (text === null) throw new UsageError(cliText.missing(`--${name}`))
      return text
    },
    flag: (name) => values[name] === true,
  }
}
