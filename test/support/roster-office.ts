import type { ImportPreview } from '../../shared/model/roster-import.ts'
import { makeCore, must, type TestCore } from './make-core.ts'

/** 样例名册里的六个支部。 */
export const ROSTER_BRANCHES = ['铸造车间党支部', '机加车间党支部', '装配车间党支部', '动力设备部党支部', '质量检验部党支部', '销售公司党支部'] as const

export interface RosterOffice extends TestCore {
  /** 支部名 → 标识。 */
  readonly branches: ReadonlyMap<string, string>
  branch(name: string): string
  /** 交一个文件并核对,返回契约的原样结果。 */
  preview(name: string, bytes: Uint8Array, branchId?: string | null): ReturnType<TestCore['api']['imports']['preview']>
  /** 核对并写入,返回核对结果。 */
  bring(name: string, bytes: Uint8Array, branchId?: string | null): Promise<ImportPreview>
}

/** 一个有六个支部、还没有党员的工作区。 */
export const makeRosterOffice = async (): Promise<RosterOffice> => {
  const test = await makeCore()
  const top = (await must(test.api.organisations.tree({}))).nodes.find((node) => node.parentId === null)
  if (top === undefined) throw new Error('no committee')
  const branches = new Map<string, string>()
  for (const [index, name] of ROSTER_BRANCHES.entries()) {
    const added = await must(test.api.organisations.add({ parentId: top.id, kind: 'branch', name, shortName: '', code: String(index + 1).padStart(3, '0'), category: 'production' }))
    branches.set(name, added.id)
  }
  const preview: RosterOffice['preview'] = (name, bytes, branchId = null) => test.api.imports.preview({ kind: 'members', file: test.core.files.accept(name, bytes), branchId })
  return {
    ...test,
    branches,
    branch: (name) => {
      const id = branches.get(name)
      if (id === undefined) throw new Error(`no branch ${name}`)
      return id
    },
    preview,
    bring: async (name, bytes, branchId) => {
      const checked = await must(preview(name, bytes, branchId))
      await must(test.api.imports.commit({ previewId: checked.previewId, skipRefused: true }))
      return checked
    },
  }
}
