import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createMemberRepo } from '../../electron/store/repos/member-repo.ts'
import { verifyStore } from '../../electron/store/verify/verify-store.ts'
import { addDays } from '../../shared/util/day-arithmetic.ts'
import type { OrganisationEvent } from '../../shared/model/organisation-event.ts'
import type { OrganisationKind } from '../../shared/model/organisation.ts'
import { must } from '../support/make-core.ts'
import { makeOffice, type Office } from '../support/office.ts'

/**
 * 随意的一串变动(成立、改名、划转、合并、拆分、改设、撤销、撤回,日期任意先后):
 * 照沿革重新摆出来的树,每一天都与库里的一样;没有圈;没有人同一天在两个支部。
 */
interface Unit {
  readonly name: string
  readonly kind: OrganisationKind
  readonly parent: string | null
}
type Units = Map<string, Unit>

/** 照沿革摆出某一天的样子:登记时就有的打底,到那天为止的变动按日期、再按登记先后一次次加上去。 */
const rebuild = (base: ReadonlyMap<string, Unit>, people: ReadonlyMap<string, string>, events: readonly OrganisationEvent[], day: string): { units: Units; people: Map<string, string> } => {
  const units: Units = new Map(base)
  const where = new Map(people)
  const past = events.filter((event) => event.day <= day).toSorted((a, b) => (a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? -1 : 1))
  const edit = (id: string, changes: Partial<Unit>): void => {
    const unit = units.get(id)
    if (unit !== undefined) units.set(id, { ...unit, ...changes })
  }
  const gone = new Set<string>()
  for (const { effects } of past) {
    for (const effect of effects) {
      if (effect.aspect === 'founded') units.set(effect.organisationId, { name: effect.name, kind: effect.kind, parent: effect.parentId })
      else if (effect.aspect === 'name') edit(effect.organisationId, { name: effect.to })
      else if (effect.aspect === 'parent') edit(effect.organisationId, { parent: effect.to })
      else if (effect.aspect === 'kind') edit(effect.organisationId, { kind: effect.to })
      else if (effect.aspect === 'revoked') gone.add(effect.organisationId)
      else for (const memberId of effect.memberIds) if (where.get(memberId) === effect.organisationId) where.set(memberId, effect.to)
    }
  }
  for (const id of gone) units.delete(id)
  return { units, people: where }
}
const climbs = (units: ReadonlyMap<string, Unit>, id: string): boolean => {
  const seen = new Set<string>()
  for (let at: string | null = id; at !== null; at = units.get(at)?.parent ?? null) {
    if (seen.has(at)) return false
    seen.add(at)
  }
  return true
}

const days = Array.from({ length: 10 }, (_, index) => `2024-${String(index + 1).padStart(2, '0')}-05`)
const step = fc.record({ act: fc.constantFrom('found', 'rename', 'move', 'merge', 'split', 'change', 'revoke', 'undo'), day: fc.constantFrom(...days), one: fc.nat(30), two: fc.nat(30), pick: fc.nat(1000) })
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index % list.length]
  if (found === undefined) throw new Error('empty')
  return found
}
const run = async (office: Office, { act, day, one, two, pick }: Step, ids: string[], members: readonly string[]): Promise<boolean> => {
  const { api } = office
  const basis = { day, documentNumber: `文${pick}`, reason: '' }
  const [first, second] = [at(ids, one), at(ids, two)]
  const rev = async (id: string): Promise<number> => {
    const found = await api.organisations.get({ id })
    return found.ok ? found.value.rev : 1
  }
  const naming = { shortName: '', code: '', category: null }
  const name = `${act}${pick}-${ids.length}`
  if (act === 'found') {
    const kind = at(['party_committee', 'general_branch', 'branch', 'party_group'] as const, pick)
    const made = await api.organisations.add({ ...naming, parentId: first, kind, name, fromDay: day, founding: { documentNumber: basis.documentNumber, reason: '' } })
    if (made.ok) ids.push(made.value.id)
    return made.ok
  }
  if (act === 'rename') return (await api.organisations.rename({ id: first, rev: await rev(first), name, shortName: '', fromDay: day, documentNumber: basis.documentNumber })).ok
  if (act === 'move') return (await api.organisations.move({ id: first, rev: await rev(first), parentId: second, fromDay: day, documentNumber: basis.documentNumber })).ok
  if (act === 'merge') return (await api.organisationEvents.merge({ targetId: first, sourceIds: [second], ...basis })).ok
  if (act === 'split') {
    const groups = (await must(api.organisations.tree({ day }))).nodes.filter((node) => node.parentId === first && node.kind === 'party_group').map((node) => node.id)
    const here = createMemberRepo(office.scope.store.db).rosterOf(first, day).map(({ memberId }) => memberId)
    const made = await api.organisationEvents.split({ ...naming, id: first, rev: await rev(first), name, buildForm: 'single', memberIds: here.filter((id) => members.indexOf(id) % 2 === pick % 2), groupIds: groups.slice(0, pick % 2), ...basis })
    if (made.ok) ids.push(made.value.id)
    return made.ok
  }
  if (act === 'change') {
    const done = await api.organisationEvents.changeKind({ id: first, rev: await rev(first), kind: at(['general_branch', 'party_committee', 'branch'] as const, pick), firstBranch: { ...naming, name }, ...basis })
    if (!done.ok) return false
    for (const { effects } of (await must(api.organisationEvents.list({ organisationId: first }))).events) for (const effect of effects) if (effect.aspect === 'founded' && !ids.includes(effect.organisationId)) ids.push(effect.organisationId)
    return true
  }
  if (act === 'revoke') return (await api.organisationEvents.revoke({ id: first, rev: await rev(first), ...basis })).ok
  const { events } = await must(api.organisationEvents.list({ organisationId: null }))
  return events.length > 0 && (await api.organisationEvents.undo({ id: at(events, pick).id })).ok
}

const check = async (steps: readonly Step[], done: Map<string, number>): Promise<void> => {
  const office = makeOffice()
  try {
    const general = await office.addOrganisation(office.root, 'general_branch', '总支', { fromDay: '2023-01-01' })
    const [one, two] = [await office.addOrganisation(general.id, 'branch', '甲支部', { fromDay: '2023-01-01' }), await office.addBranch('乙支部')]
    const group = await office.addOrganisation(one.id, 'party_group', '一组', { fromDay: '2023-01-01' })
    const members: string[] = []
    for (const [index, place] of [one, one, one, two].entries()) members.push((await office.addMember(place.id, { name: `人${index}`, partyGroupId: index === 1 ? group.id : null })).id)
    const base: Units = new Map([office.root, general.id, one.id, two.id, group.id].map((id, index) => [id, { name: ['测试单位党委', '总支', '甲支部', '乙支部', '一组'][index] ?? '', kind: (['party_committee', 'general_branch', 'branch', 'branch', 'party_group'] as const)[index] ?? 'branch', parent: [null, office.root, general.id, office.root, one.id][index] ?? null }]))
    const home = new Map(members.map((id, index) => [id, index === 3 ? two.id : one.id]))
    const ids = [...base.keys()]
    for (const each of steps) if (await run(office, each, ids, members)) done.set(each.act, (done.get(each.act) ?? 0) + 1)

    const { events } = await must(office.api.organisationEvents.list({ organisationId: null }))
    const roster = createMemberRepo(office.scope.store.db)
    for (const day of ['2020-01-01', ...days.flatMap((each) => [addDays(each, -1), each]), '2026-11-20', '2030-01-01']) {
      const { units, people } = rebuild(base, home, events, day)
      const { nodes } = await must(office.api.organisations.tree({ day }))
      const shown = (found: ReadonlyMap<string, Unit>): string[] => [...found].map(([id, unit]) => `${id} ${unit.kind} ${unit.name} < ${unit.parent ?? ''}`).sort()
      expect(shown(new Map(nodes.map((node) => [node.id, { name: node.name, kind: node.kind, parent: node.parentId }]))), day).toEqual(shown(units))
      expect([...units.keys()].every((id) => climbs(units, id)), day).toBe(true)
      const seen = nodes.filter((node) => node.kind === 'branch').flatMap((node) => roster.rosterOf(node.id, day).map(({ memberId, partyGroupId }) => ({ memberId, branch: node.id, group: partyGroupId })))
      // 每人恰在一个支部,与沿革摆出来的是同一个;在的小组是本支部的。
      expect(seen.map(({ memberId, branch }) => `${memberId} ${branch}`).sort(), day).toEqual([...people].map(([id, branch]) => `${id} ${branch}`).sort())
      for (const { branch, group: groupId } of seen) if (groupId !== null) expect(units.get(groupId)?.parent, day).toBe(branch)
    }
    expect(verifyStore(office.scope.store.db)).toMatchObject({ brokenAuditAt: null, brokenVersionAt: null, altered: [{ table: 'workspace', count: 1 }] })
  } finally {
    office.close()
  }
}

const RUNS = Number(process.env['TIMELINE_RUNS'] ?? 12)

it('照沿革摆出来的树,每一天都与库里的一样', async () => {
  const done = new Map<string, number>()
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 18 }), (steps) => check(steps, done)), { numRuns: RUNS, seed: 20_240_305 })
  console.log(`沿革:${RUNS} 串变动,办成 ${[...done].map(([act, count]) => `${act} ${count}`).join('、')}`)
  expect([...done.keys()].length).toBeGreaterThan(4)
}, 170_000)
