import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createSeededRandom } from '../../../electron/services/sample/seeded-random.ts'
import { makeCore, must } from '../make-core.ts'
import { idNumberOf, memberFields } from '../office.ts'
import { unlock } from './data-key.ts'
import { makeScratch } from './scratch.ts'
import { createSteps, PERIOD } from './workload-steps.ts'

export interface FilledWorkspace {
  /** 关好了的工作区,只作样板,不直接打开。 */
  readonly template: string
  /** 放各份副本的临时位置。 */
  readonly base: string
  /** 拷一份出来用,返回它的文件夹。 */
  copy(): string
  remove(): void
}

/** 一个有些内容的工作区:三个支部、十八名党员、会议、评分。经契约造,与人用出来的一样。 */
export const makeFilledWorkspace = async (): Promise<FilledWorkspace> => {
  const base = makeScratch('faults')
  const template = join(base, 'template')
  const test = await makeCore()
  try {
    const { nodes } = await must(test.api.organisations.tree({}))
    const root = nodes[0]?.id ?? null
    let serial = 100
    for (const [index, name] of ['炼铁', '轧钢', '机关'].entries()) {
      const branch = await must(test.api.organisations.add({ parentId: root, kind: 'branch', name: `${name}党支部`, shortName: '', code: `00${index + 1}`, category: 'production', fromDay: '2026-01-01' }))
      for (let person = 0; person < 6; person++) await must(test.api.members.add({ fields: memberFields(branch.id, { name: `${name}党员${person + 1}`, idNumber: idNumberOf('1976-03-12', (serial += 2)), mobile: `139${String(serial).padStart(8, '0')}` }) }))
    }
    const send = async (path: string, input: unknown) => JSON.parse(await test.core.dispatch(JSON.stringify({ id: test.ports.ids.next(), path, input }))) as { readonly ok: true; readonly value: unknown }
    const next = await createSteps(test.api, createSeededRandom(7), send)
    for (let step = 0; step < 40; step++) await (await next()).run()
    await must(test.api.evaluation.scorePeriod({ period: PERIOD }))
    test.core.close()
    cpSync(join(test.folder, 'workspace'), template, { recursive: true })
    await unlock(template)
  } finally {
    test.close()
  }
  let copies = 0
  return {
    template,
    base,
    copy: () => {
      const folder = join(base, `copy-${++copies}`, 'workspace')
      cpSync(template, folder, { recursive: true })
      return folder
    },
    remove: () => rmSync(base, { recursive: true, force: true }),
  }
}
