import type { OrganisationNode } from '../../../shared/model/organisation.ts'
import { cliText } from '../../../shared/i18n/zh-CN/cli.ts'
import { CliFailure, UsageError, valueOf } from './cli-failure.ts'
import type { CliCore } from './cli-core.ts'

const DEFAULT_CATEGORY = 'production'
const HAN = /\p{Script=Han}/u

const branches = async ({ api }: CliCore): Promise<readonly OrganisationNode[]> => (await valueOf(api.organisations.tree({}))).nodes.filter(({ kind }) => kind === 'branch')

/** 按代码找支部;代码找不到再按名称、简称。 */
const match = (nodes: readonly OrganisationNode[], text: string): OrganisationNode | undefined => nodes.find(({ code }) => code === text) ?? nodes.find(({ name, shortName }) => name === text || shortName === text)

/** @throws CliFailure BRANCH_NOT_FOUND */
export const findBranch = async (cli: CliCore, text: string): Promise<OrganisationNode> => match(await branches(cli), text) ?? notFound(text)
const notFound = (text: string): never => {
  throw new CliFailure('BRANCH_NOT_FOUND', { branch: text })
}

/** 导入的去处:已有的支部,或要新建的一个。 */
export type ImportTarget = { readonly kind: 'existing'; readonly id: string } | { readonly kind: 'new'; readonly name: string; readonly category: string; readonly parentId: string }

/**
 * 读 `CODE` 或 `NAME[:CATEGORY]`。写的是汉字名称而库里没有,就算要新建;只有代码而没有的算找不到。
 *
 * @throws UsageError 分类不认得;CliFailure BRANCH_NOT_FOUND
 */
export const readImportTarget = async (cli: CliCore, text: string): Promise<ImportTarget> => {
  const colon = text.search(/[:\uff1a]/)
  const name = (colon < 0 ? text : text.slice(0, colon)).trim()
  if (name === '') throw new UsageError(cliText.emptyBranch)
  const category = colon < 0 ? null : text.slice(colon + 1).trim()
  const { categories } = await valueOf(cli.api.organisations.categories({}))
  if (category !== null && !categories.some(({ code }) => code === category)) throw new UsageError(cliText.unknownCategory(category, categories.map(({ code }) => code).join(', ')))
  const found = match(await branches(cli), name)
  if (found !== undefined) return { kind: 'existing', id: found.id }
  if (!HAN.test(name)) return notFound(name)
  const root = (await valueOf(cli.api.organisations.tree({}))).nodes.find(({ parentId }) => parentId === null)
  if (root === undefined) return notFound(name)
  return { kind: 'new', name, category: category ?? DEFAULT_CATEGORY, parentId: root.id }
}

/** @returns 支部标识;要新建的在这里建。 */
export const ensureTarget = async (cli: CliCore, target: ImportTarget): Promise<string> => {
  if (target.kind === 'existing') return target.id
  const { name, category, parentId } = target
  return (await valueOf(cli.api.organisations.add({ parentId, kind: 'branch', name, shortName: '', code: '', category }))).id
}
