import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createCoverageHandlers } from '../../electron/services/coverage-service.ts'
import { createHealthHandlers } from '../../electron/services/health-service.ts'
import type { KeyPostFields, UnitFields } from '../../shared/model/coverage.ts'
import { must } from '../support/make-core.ts'
import { makeOffice, type Office } from '../support/office.ts'

let office: Office
let branch: string
beforeEach(async () => {
  office = makeOffice()
  branch = (await office.addBranch('高炉党支部')).id
})
afterEach(() => office.close())
const api = () => office.clientOf({ coverage: createCoverageHandlers(office.scope), health: createHealthHandlers(office.scope) })
const overview = () => must(api().coverage.overview({}))
const unit = (name: string, changes: Partial<UnitFields> = {}): UnitFields => ({ name, unitKind: 'work_area', code: '', note: '', fromDay: '2026-01-01', toDay: null, ...changes })
const saveUnit = (fields: UnitFields) => api().coverage.saveUnit({ organisationId: office.root, unit: null, fields })
const keyPost = (changes: Partial<KeyPostFields> = {}): KeyPostFields => ({ organisationId: branch, unitId: null, name: '高炉工长', memberId: null, holderName: '赵六', isPartyMember: false, note: '', fromDay: '2026-01-01', toDay: null, ...changes })

describe('单位覆盖', () => {
  it('没有党组织覆盖的单位也数得出;覆盖了就列出是谁', async () => {
    await must(saveUnit(unit('一号高炉')))
    await must(saveUnit(unit('协作公司', { unitKind: 'private_enterprise' })))
    await must(office.api.organisationLists.save({ organisationId: branch, entry: { list: 'units', id: null, rev: null, fromDay: '2026-03-01', name: '一号高炉', unitKind: 'work_area', code: '' } }))
    expect((await overview()).units.map(({ name, organisationIds }) => [name, organisationIds])).toEqual(expect.arrayContaining([['一号高炉', [branch]], ['协作公司', []]]))
  })
  it('同名的不再登记;撤了的不数', async () => {
    await must(saveUnit(unit('协作公司')))
    expect(await saveUnit(unit('协作公司'))).toMatchObject({ ok: false, error: { code: 'DUPLICATE_NAME' } })
    const [made] = (await overview()).units
    await must(api().coverage.saveUnit({ organisationId: office.root, unit: { id: made?.id ?? '', rev: made?.rev ?? 0 }, fields: unit('协作公司', { toDay: '2026-11-01' }) }))
    expect((await overview()).units).toEqual([])
  })
  it('项目满六个月没有党组织覆盖,健康检查指出来(ORG-06)', async () => {
    const rules = async () => (await must(api().health.list({ organisationId: office.root, onlyThis: true }))).findings.filter(({ rule }) => rule === 'ORG-06').map(({ sentence }) => sentence)
    await must(saveUnit(unit('厂房改造', { unitKind: 'project', fromDay: '2026-05-21' })))
    expect(await rules()).toEqual([])
    await must(saveUnit(unit('铁路专线', { unitKind: 'project', fromDay: '2026-05-20' })))
    expect(await rules()).toEqual(['项目“铁路专线”自 2026-05-20 起已满 6 个月，没有党组织覆盖'])
  })
})

describe('支部大小、重要岗位、三培养', () => {
  it('正式党员不足三人的指出来', async () => {
    expect((await overview()).branches).toMatchObject([{ id: branch, size: 'under' }])
    await Promise.all([1, 2, 3].map((number) => office.addMember(branch, { name: `党员${number}` })))
    expect((await overview()).branches).toMatchObject([{ fullMembers: 3, size: 'sound' }])
  })
  it('重要岗位:从名册里选的就是党员;改、去掉', async () => {
    const member = await office.addMember(branch)
    await must(api().coverage.saveKeyPost({ keyPost: null, fields: keyPost({ memberId: member.id, holderName: '王建国' }) }))
    const [made] = (await overview()).keyPosts
    expect(made).toMatchObject({ isPartyMember: true, holderName: '王建国', organisationName: '高炉党支部' })
    await must(api().coverage.saveKeyPost({ keyPost: { id: made?.id ?? '', rev: 1 }, fields: keyPost() }))
    expect((await overview()).keyPosts).toMatchObject([{ rev: 2, isPartyMember: false, holderName: '赵六' }])
    expect(await api().coverage.removeKeyPost({ organisationId: office.root, keyPost: { id: made?.id ?? '', rev: 2 } })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
    await must(api().coverage.removeKeyPost({ organisationId: branch, keyPost: { id: made?.id ?? '', rev: 2 } }))
    expect((await overview()).keyPosts).toEqual([])
  })
  it('三培养:骨干按入党日期、管理层级列名单', async () => {
    await office.addMember(branch, { name: '老骨干', isBackbone: true, managementLevel: 'middle', joinedOn: '1998-07-01' })
    await office.addMember(branch, { name: '新骨干', isBackbone: true, joinedOn: '2025-06-28', regularOn: '2026-06-28' })
    await office.addMember(branch, { name: '普通党员' })
    expect((await overview()).training.map(({ step, people }) => [step, people.map(({ name }) => name)])).toEqual([
      ['backbone_joined', ['新骨干']],
      ['member_backbone', ['老骨干', '新骨干']],
      ['backbone_managing', ['老骨干']],
    ])
  })
})
