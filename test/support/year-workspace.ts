import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MeetingFields, MeetingType } from '../../shared/model/meeting.ts'
import { makeCore, must, TEST_PERSON } from './make-core.ts'
import { topicRow } from './meeting-rows.ts'
import { idNumberOf, memberFields } from './office.ts'
import { placeInHome } from './place-in-home.ts'

/** 已经过完的最近一年:今天是几号都跑得通。 */
export const YEAR = Number(new Date().toISOString().slice(0, 4)) - 1
export const BRANCH = '炼铁党支部'
export const SECRETARY = '委员甲'
const MEMBERS = 10
const two = (month: number): string => String(month).padStart(2, '0')

/**
 * 一个支部的一到十一月,按月记好:日子走到哪月,就在那月记、那月办结。十二月和一年一次的,留给人在屏幕上做。
 *
 * 十名党员、三名支委、一个党小组;每月支委会、小组会、主题党日(第一议题),前三季大会、党课,党费交到十一月。
 *
 * @returns 「家」,与记下的各份记录的名称。
 */
export const makeYearHome = async (): Promise<{ readonly home: string; readonly titles: readonly string[] }> => {
  const home = mkdtempSync(join(tmpdir(), 'baolei-e2e-'))
  const test = await makeCore()
  const titles: string[] = []
  try {
    const { api, clock } = test
    /** 日子往前走;走得远了锁了屏,再登录。 */
    const goTo = async (day: string): Promise<void> => {
      clock.set(day)
      await must(api.session.signIn({ userName: TEST_PERSON.userName, password: TEST_PERSON.password }))
    }
    await goTo(`${YEAR}-01-04`)
    const root = (await must(api.organisations.tree({}))).nodes[0]?.id ?? ''
    const branch = (await must(api.organisations.add({ parentId: root, kind: 'branch', name: BRANCH, shortName: '', code: '001', category: 'production', fromDay: '2020-01-01' }))).id
    const group = (await must(api.organisations.add({ parentId: branch, kind: 'party_group', name: '第一党小组', shortName: '', code: '', category: null, fromDay: '2020-01-01' }))).id
    const posts = []
    for (let index = 0; index < MEMBERS; index++) {
      const name = `委员${'甲乙丙丁戊己庚辛壬癸'[index] ?? ''}`
      const { id } = await must(api.members.add({ fields: memberFields(branch, { name, idNumber: idNumberOf('1980-05-06', 100 + index), partyGroupId: group }) }))
      if (index < 3) posts.push({ id: null, memberId: id, name, post: (['secretary', 'organization_member', 'publicity_member'] as const)[index] ?? 'secretary', duty: '', fromDay: '2020-03-01' })
      await must(api.dues.saveAssessment({ branchId: branch, memberId: id, id: null, rev: 1, fields: { category: 'employed', changedFrom: `${YEAR}-01`, amounts: [{ itemCode: 'post_wage', direction: 'add', amountFen: 400_000 }], fixedFen: null, assessedOn: `${YEAR}-01-04`, confirmedOn: null, note: '' } }))
    }
    const { rev } = await must(api.organisations.get({ id: branch }))
    await must(api.organisations.savePosts({ id: branch, rev, posts }))

    const hold = async (meetingType: MeetingType, day: string, changes: (fields: MeetingFields) => Partial<MeetingFields> = () => ({})): Promise<void> => {
      await goTo(day)
      const made = await must(api.meetings.create({ branchId: branch, meetingType, partyGroupId: meetingType === 'group_meeting' ? group : null, day }))
      const fields = { ...made.fields, endAt: `${day} 17:00`, place: '活动室', host: SECRETARY, recorder: '委员乙', content: `按${made.fields.title}的安排进行,大家结合岗位谈了体会。`, topics: [topicRow({ title: '传达学习上级精神' })], ...changes(made.fields) }
      const saved = await must(api.meetings.save({ id: made.id, rev: made.rev, fields }))
      await must(api.meetings.finish({ id: made.id, rev: saved.rev }))
      titles.push(fields.title)
    }
    for (let month = 1; month <= 11; month++) {
      const at = (day: number): string => `${YEAR}-${two(month)}-${two(day)}`
      await hold('committee_meeting', at(6))
      await hold('group_meeting', at(10))
      await hold('theme_day', at(16), () => ({ topics: [topicRow({ title: `第${month}期重要讲话`, isFirstTopic: true, publishedOn: at(2), leader: SECRETARY })] }))
      if (month % 3 === 2 && month < 10) {
        await hold('general_meeting', at(20))
        await hold('party_lecture', at(21), () => ({ lecturer: SECRETARY, studyMinutes: 120 }))
      }
      await goTo(at(25))
      await must(api.dues.fillMonth({ branchId: branch, month: `${YEAR}-${two(month)}`, paidOn: at(25), method: 'cash', handler: '委员乙' }))
    }
    placeInHome(test, home)
  } finally {
    test.close()
  }
  return { home, titles }
}
