import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createNormRepo } from '../../electron/store/repos/norm-repo.ts'
import { createNormHandlers } from '../../electron/services/norms-service.ts'
import { must } from '../support/make-core.ts'
import { makeOffice, type Office } from '../support/office.ts'

let office: Office
beforeEach(() => {
  office = makeOffice()
})
afterEach(() => office.close())
const api = () => office.clientOf({ norms: createNormHandlers(office.scope) }).norms
const stateOf = async (key: string) => (await must(api().list({}))).norms.find((norm) => norm.key === key)
const value = () => createNormRepo(office.scope.store.db).normValue('lecture_cycle')

describe('规则里的数字', () => {
  it('改了马上用;改回缺省也马上用;都有来历', async () => {
    expect(await stateOf('lecture_cycle')).toMatchObject({ rev: 0, value: 'quarter', changed: false })
    await must(api().save({ key: 'lecture_cycle', rev: 0, value: 'month', basis: '厂党发〔2026〕3 号' }))
    expect([value(), await stateOf('lecture_cycle')]).toMatchObject(['month', { rev: 1, value: 'month', changed: true, basis: '厂党发〔2026〕3 号' }])
    await must(api().reset({ key: 'lecture_cycle', rev: 1 }))
    expect([value(), await stateOf('lecture_cycle')]).toMatchObject(['quarter', { rev: 2, value: 'quarter', changed: false }])
    const versions = office.scope.store.db.prepare("SELECT count(*) FROM record_version WHERE table_name = 'norm_setting'").pluck().get()
    expect(versions).toBe(2)
  })
  it('法定的不能改;没有的键、范围外的值、别处改过的都不收', async () => {
    const save = (key: string, rev: number, text: string) => api().save({ key, rev, value: text, basis: '依据' })
    expect(await save('branch_members_max', 0, '60')).toMatchObject({ ok: false, error: { code: 'NOT_EDITABLE' } })
    expect(await save('nothing', 0, '60')).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
    expect(await save('lecture_cycle', 0, 'weekly')).toMatchObject({ ok: false, error: { code: 'BAD_INPUT' } })
    await must(save('lecture_cycle', 0, 'month'))
    expect(await save('lecture_cycle', 0, 'quarter')).toMatchObject({ ok: false, error: { code: 'STALE' } })
  })
})
