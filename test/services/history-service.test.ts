import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HistoryEntry } from '../../shared/contract/audit.contract.ts'
import { historyText } from '../../shared/i18n/zh-CN/history.ts'
import { COVERED_TABLES } from '../../electron/store/verify/covered-tables.ts'
import { excerpt } from '../../electron/services/history/excerpt.ts'
import { AUDITED_PERIOD, fillAuditedOffice, type AuditedOffice } from '../support/audited-office.ts'
import { termFields } from '../support/term-fields.ts'
import { codeOf } from '../support/evaluation-calls.ts'
import { makeCore, must, TEST_PERSON, type TestCore } from '../support/make-core.ts'
import { keyOf, openRaw } from '../support/raw-store.ts'
import { topicRow } from '../support/meeting-rows.ts'

let test: TestCore
let office: AuditedOffice
beforeAll(async () => {
  test = await makeCore()
  office = await fillAuditedOffice(test)
})
afterAll(() => test.close())

/** 拨了钟,会话会锁上:再登录一次。 */
const onDay = async (day: string): Promise<void> => {
  test.clock.set(day)
  await must(test.api.session.signIn({ userName: TEST_PERSON.userName, password: TEST_PERSON.password }))
}
const linesOf = (entry: HistoryEntry | undefined): string[] => (entry?.changes ?? []).map(({ label, from, to }) => `${label}：${from} → ${to}`)
const memberEntries = async (id: string): Promise<HistoryEntry[]> => (await must(test.api.history.member({ id, offset: 0 }))).entries

describe('党员的来历', () => {
  it('谁、何时、把什么从什么改成什么;代码说成名称,支部、小组、职务并进来,敏感项遮着', async () => {
    const id = office.members[1]
    const added = (await memberEntries(id)).at(-1)
    expect(added).toMatchObject({ actorName: TEST_PERSON.displayName, action: '新增党员', reason: '' })
    expect(linesOf(added)).toEqual(expect.arrayContaining(['姓名： → 李海燕', '性别： → 女', '民族： → 汉族', '学历： → 大学本科', '人员类别： → 正式党员', '公民身份证号： → 2301**********4247', '手机： → 138****0217', '固定电话： → **********73', '家庭住址： → 望月路******', '所在支部： → 炼铁党支部（自 2026-11-20 起）', '所在党小组： → 第一党小组（自 2026-11-20 起）']))
    const { rev, fields } = await must(test.api.members.get({ id }))
    await onDay('2026-12-01')
    await must(test.api.members.save({ id, rev, fields: { ...fields, branchId: office.otherBranch, partyGroupId: null, post: '调度', mobile: '13804590218', address: '望月路七百三十二号', education: '21' } }))
    await onDay('2026-11-20')
    const [latest] = await memberEntries(id)
    expect(latest).toMatchObject({ action: '修改党员' })
    expect(linesOf(latest).toSorted()).toEqual(['学历：大学本科 → 大学本科毕业', '家庭住址：望月路****** → 望月路******（遮住的部分有改动）', '工作岗位：作业长 → 调度', '所在党小组：第一党小组 → 第一党小组（至 2026-12-01 止）', '所在支部：炼铁党支部 → 轧钢党支部（自 2026-12-01 起）', '手机：138****0217 → 138****0218'].toSorted())
    expect(JSON.stringify(await memberEntries(id))).not.toMatch(/13804590217|七百三十一/)
  })

  it('导入的写明是哪一批;任职写进人的来历', async () => {
    const { rows } = await must(test.api.members.list({ organisationId: office.otherBranch, search: '', memberType: null, offset: 0, limit: 50 }))
    const imported = rows.find(({ name }) => !['赵志强', '李海燕'].includes(name))
    expect((await memberEntries(imported?.id ?? '')).at(-1)).toMatchObject({ action: '导入表格（一批 3 行）' })
    expect(linesOf((await memberEntries(office.members[0]))[0])).toEqual(['党内职务： → 炼铁党支部　书记（自 2025-03-01 起）'])
  })

  it('没有这个人:NOT_FOUND', async () => {
    expect(await codeOf(test.api.history.member({ id: office.root, offset: 0 }))).toBe('NOT_FOUND')
  })
})

describe('会议记录的来历', () => {
  it('出勤按变化归在一起;议题、决议列出来;退回的原因作为理由', async () => {
    const meeting = await must(test.api.meetings.get({ id: office.meeting }))
    const reopened = await must(test.api.meetings.reopen({ id: office.meeting, rev: meeting.rev, reason: '补一位请假的' }))
    const attendance = reopened.fields.attendance.map((row, index) => (index === 0 ? { ...row, status: 'on_leave' as const, reason: 'sick_leave' as const, reasonNote: '住院' } : row))
    const absent = attendance[0]?.name ?? ''
    const saved = await must(test.api.meetings.save({ id: office.meeting, rev: reopened.rev, fields: { ...reopened.fields, attendance, topics: [...reopened.fields.topics, topicRow({ title: '推选代表', kind: 'election', isFirstTopic: false })] } }))
    await must(test.api.meetings.save({ id: office.meeting, rev: saved.rev, fields: { ...saved.fields, content: `${'传达学习。'.repeat(60)}决定甲。` } }))
    const { title, entries } = await must(test.api.history.meeting({ id: office.meeting, offset: 0 }))
    expect(title).toBe('第三季度党员大会（2026-09-18）')
    const [longer, changed, back] = entries
    expect(linesOf(longer)).toHaveLength(1)
    expect(longer?.changes[0]?.to.length).toBeLessThan(200)
    expect(linesOf(changed)).toEqual(['议题：传达学习：传达学习 → 传达学习：传达学习；选举：推选代表', `出勤：到会：${absent} → 请假（病假，住院）：${absent}`])
    expect(back).toMatchObject({ action: '改一下（退回草稿）', reason: '补一位请假的' })
    expect(linesOf(back)).toEqual(['状态：已办结 → 草稿'])
    expect(linesOf(entries.at(-1))).toContain('支部： → 炼铁党支部')
  })
})

describe('组织的来历', () => {
  it('改名、划转、换届、班子,说成从什么改成什么', async () => {
    const { rev } = await must(test.api.organisations.get({ id: office.branch }))
    const renamed = await must(test.api.organisations.rename({ id: office.branch, rev, name: '炼铁第一党支部', shortName: '一支部', fromDay: '2026-06-01' }))
    const basics = await must(test.api.organisations.saveBasics({ id: office.branch, rev: renamed.rev, code: '001', foundedOn: '2001-07', meetingPlace: '二楼会议室', themeDay: '每月 10 日', note: '' }))
    await must(test.api.terms.saveTerm({ organisationId: office.branch, term: { id: null, rev: null, fields: termFields('2026-10-01', { years: null, dueDay: '2029-09-30' }) } }))
    await must(test.api.organisations.savePosts({ id: office.branch, rev: basics.rev + 1, posts: [] }))
    const { entries, more } = await must(test.api.history.organisation({ id: office.branch, offset: 0 }))
    expect(more).toBe(false)
    expect(entries.slice(0, 4).map(linesOf)).toEqual([
      ['班子任职：王建国　书记 → 王建国　书记（至 2026-11-20 止）'],
      ['任期：2025-03-01 至 2028-03-01 → 2026-10-01 至 2029-09-30'],
      ['活动地点：会议室 → 二楼会议室'],
      ['名称：炼铁党支部 → 炼铁第一党支部（自 2026-06-01 起）', '简称： → 一支部（自 2026-06-01 起）'],
    ])
  })

  it('一页一页翻,新的在前,每条的序号各不相同', async () => {
    for (let turn = 0; turn < 35; turn++) {
      const { rev, ...basics } = await must(test.api.organisations.get({ id: office.otherBranch }))
      await must(test.api.organisations.saveBasics({ id: office.otherBranch, rev, code: '002', foundedOn: null, meetingPlace: `会议室 ${turn}`, themeDay: basics.themeDay, note: '' }))
    }
    const first = await must(test.api.history.organisation({ id: office.otherBranch, offset: 0 }))
    expect([first.entries.length, first.more]).toEqual([30, true])
    const rest = await must(test.api.history.organisation({ id: office.otherBranch, offset: 30 }))
    const all = [...first.entries, ...rest.entries]
    expect([all.length, rest.more]).toEqual([36, false])
    const seqs = all.map(({ seq }) => seq)
    expect(seqs).toEqual(seqs.toSorted((left, right) => right - left))
    expect(new Set(seqs).size).toBe(36)
  })
})

describe('月评价的来历', () => {
  it('手工分接着原来的那条说;事件、否决、豁免、撤回都在;指标说名称', async () => {
    const place = { branchId: office.branch, period: AUDITED_PERIOD }
    await must(test.api.evaluation.saveManualScore({ ...place, indicatorId: 'DW-06', points: '2', reason: '两人迟交' }))
    const sheet = await must(test.api.evaluation.branchSheet(place))
    const [event] = sheet.events
    await must(test.api.evaluation.withdrawEvent({ ...place, id: event?.id ?? '', rev: event?.rev ?? 0, reason: '查无实据' }))
    const { title, entries } = await must(test.api.history.evaluation({ ...place, offset: 0 }))
    expect(title).toContain(AUDITED_PERIOD)
    expect(entries.map(({ action }) => action)).toEqual(['撤回加分、扣分', '手工评分', '豁免', '记一票否决', '记加分、扣分', '手工评分'])
    expect(linesOf(entries[0])).toEqual(['被上级党组织通报批评　状态：有效 → 已撤回', '被上级党组织通报批评　撤回原因： → 查无实据'])
    expect(linesOf(entries[1])).toEqual(['党费按月交纳率　得分：2.5 → 2', '党费按月交纳率　评分依据：一人迟交 → 两人迟交'])
    expect(linesOf(entries.at(-1))).toContain('党费按月交纳率　得分： → 2.5')
  })
})

describe('字段的名称', () => {
  it('每张有版本的表,每一列都有中文,或写明是不给人看的;没有多余的', async () => {
    const folder = join(test.folder, 'workspace')
    const db = openRaw(folder, await keyOf(folder))
    const fields: Readonly<Record<string, Readonly<Record<string, string>>>> = historyText.fields
    const technical: Readonly<Record<string, readonly string[]>> = historyText.technical
    const tables: Readonly<Record<string, string>> = historyText.tables
    for (const table of COVERED_TABLES.flatMap((covered) => [covered.table, ...(covered.children ?? []).map((child) => child.table)])) {
      const columns = db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[]
      const listed = [...Object.keys(fields[table] ?? {}), ...(technical[table] ?? [])]
      expect(listed.toSorted(), table).toEqual(columns.toSorted())
      expect(tables[table], table).toBeTruthy()
    }
    db.close()
  })
})

describe('长文字只给改动的那一段', () => {
  it.each([
    ['短的原样', '短', '短的', '短', '短的'],
    ['中间改了一个字', `${'甲'.repeat(200)}乙${'丙'.repeat(200)}`, `${'甲'.repeat(200)}丁${'丙'.repeat(200)}`, `…${'甲'.repeat(15)}乙${'丙'.repeat(15)}…`, `…${'甲'.repeat(15)}丁${'丙'.repeat(15)}…`],
    ['从空的写起', '', '甲'.repeat(300), '', `${'甲'.repeat(60)}…${'甲'.repeat(60)}`],
    ['两个代码单元的字不切开', '𠮷'.repeat(130), `${'𠮷'.repeat(130)}尾`, `…${'𠮷'.repeat(15)}`, `…${'𠮷'.repeat(15)}尾`],
  ])('%s', (_what, from, to, shortFrom, shortTo) => {
    expect(excerpt(from, to)).toEqual({ from: shortFrom, to: shortTo })
  })
})
