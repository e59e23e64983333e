import { expect, it } from 'vitest'
import { createDuesHandlers } from '../../electron/services/dues-service.ts'
import { createVolumeContent } from '../../electron/services/print/volume-content.ts'
import { volumeDuesText as text } from '../../shared/i18n/zh-CN/volume-dues.ts'
import { must } from '../support/make-core.ts'
import { makeOffice } from '../support/office.ts'

it('册子的党费收缴:交了的印数,欠、免、不在本支部交各有记号,没登记的月份空着;临时党支部不收', async () => {
  const office = makeOffice()
  const { dues } = office.clientOf({ dues: createDuesHandlers(office.scope) })
  const branch = await office.addBranch('炼钢党支部', { code: '001', fromDay: '2020-01-01' })
  for (const name of ['王建国', '李卫东']) {
    const { id } = await office.addMember(branch.id, { name })
    await must(dues.saveAssessment({ branchId: branch.id, memberId: id, id: null, rev: 1, fields: { category: 'employed', changedFrom: '2026-01', amounts: [{ itemCode: 'post_wage', direction: 'add', amountFen: 400_000 }], fixedFen: null, assessedOn: '2026-01-10', confirmedOn: null, note: '' } }))
    if (name === '王建国') await must(dues.saveCells({ branchId: branch.id, paidOn: '2026-09-10', cells: [{ memberId: id, month: '2026-09', rev: null, paidFen: 4_000 }] }))
  }
  const content = createVolumeContent(office.scope)
  const duesOf = () => content.sections(content.year(branch.id, 2026, true), { order: [], off: [] }).find(({ key }) => key === 'dues')?.leaves[0]?.blocks ?? []
  const table = duesOf()[0]
  const rows = table?.kind === 'table' ? table.rows : []
  // 第 0 列姓名,1 月应交,2 至 13 各月,14 合计。
  expect(rows.map((row) => [row[0], row[1], row[9], row[10], row[11], row[14]])).toEqual([
    ['王建国', '40.00', '', '40.00', '', '40.00'],
    ['李卫东', '40.00', '', text.unpaid, '', '0.00'],
    [text.total, '', '', '40.00', '', '40.00'],
  ])
  expect(duesOf().at(-1)).toEqual({ kind: 'signatures', places: text.signatures })
  const { rev } = await must(office.api.organisations.get({ id: branch.id }))
  await must(office.api.organisations.setBuildForm({ id: branch.id, rev, buildForm: 'temporary', fromDay: '2026-01-01' }))
  expect(duesOf()).toEqual([{ kind: 'none', text: text.temporary }])
  office.close()
})
