import { existsSync, readdirSync, statSync } from 'node:fs'
import { cliText } from '../../../../shared/i18n/zh-CN/cli.ts'
import { builtInBranchCategories } from '../../../../shared/data/code-tables/branch-categories.ts'
import { passwordReasonSentences } from '../../../../shared/i18n/zh-CN/passwords.ts'
import { userNameSchema } from '../../../../shared/model/workspace.ts'
import { CliFailure, UsageError, valueOf } from '../cli-failure.ts'
import { withCore } from '../cli-core.ts'
import type { Output } from '../output.ts'
import { parseOptions } from '../parse-options.ts'
import { readStoreAddress, STORE_OPTIONS } from '../store-address.ts'

const DEFAULT_CATEGORY = 'production'

interface NewBranch {
  readonly name: string
  readonly category: string
}

/** 读 `NAME[:CATEGORY]`;分类不认得、重名的,在动手之前就说。 */
const readBranches = (texts: readonly string[]): NewBranch[] => {
  const known = builtInBranchCategories.map(({ code }) => code)
  const branches = texts.map((text) => {
    const [name = '', category = DEFAULT_CATEGORY, ...more] = text.split(/[:：]/u).map((part) => part.trim())
    if (name === '' || more.length > 0) throw new UsageError(cliText.emptyBranch)
    if (!known.some((code) => code === category)) throw new UsageError(cliText.unknownCategory(category, known.join(', ')))
    return { name, category }
  })
  const twice = branches.find(({ name }, index) => branches.findIndex((other) => other.name === name) !== index)
  if (twice !== undefined) throw new UsageError(cliText.branchTwice(twice.name))
  return branches
}

/** 口令不合要求:逐条说哪里不合。 */
const explainWeak = (error: unknown): never => {
  if (error instanceof CliFailure && error.code === 'PASSWORD_WEAK') {
    const { reasons } = error.data as { readonly reasons: readonly string[] }
    throw new CliFailure('PASSWORD_WEAK', { reasons: passwordReasonSentences(reasons as Parameters<typeof passwordReasonSentences>[0], 10).join(' ') })
  }
  throw error
}

/**
 * `new --store DIR --unit NAME [--branch NAME[:CATEGORY] ...] --user NAME --password-file F`:
 * 在空文件夹里建一个加密的工作区(一个办公室),最上级党委叫 NAME,支部依次编号 001、002……
 */
export const runNew = async (words: readonly string[], output: Output): Promise<number> => {
  const options = parseOptions(words, [...STORE_OPTIONS, 'unit', 'branch'], [], [])
  const name = options.required('unit').trim()
  const { path, credentials } = readStoreAddress(options)
  if (credentials === null) throw new UsageError(cliText.missing('--user'))
  if (!userNameSchema.safeParse(credentials.userName).success) throw new UsageError(cliText.badUserName)
  const branches = readBranches(options.many('branch'))
  if (branches.some((branch) => branch.name === name)) throw new UsageError(cliText.branchTwice(name))
  if (existsSync(path) && (!statSync(path).isDirectory() || readdirSync(path).length > 0)) throw new CliFailure('STORE_EXISTS', { path })
  const codes = await withCore(async ({ api }) => {
    const person = { userName: credentials.userName, displayName: credentials.userName, password: credentials.password }
    const { recoveryCodes } = await valueOf(api.system.createWorkspace({ path, name, people: { setup: 'one_office', person } })).catch(explainWeak)
    const root = (await valueOf(api.organisations.tree({}))).nodes.find(({ parentId }) => parentId === null)?.id ?? null
    for (const [index, branch] of branches.entries()) await valueOf(api.organisations.add({ parentId: root, kind: 'branch', name: branch.name, shortName: '', code: String(index + 1).padStart(3, '0'), category: branch.category }))
    return recoveryCodes
  })
  output.line(cliText.created(path))
  // 恢复码只出现这一次:走标准错误,不会跟着结果进了脚本的文件。
  for (const code of codes) output.note(cliText.recoveryCode(code))
  return 0
}
