import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeCore, must, TEST_PERSON } from './make-core.ts'
import { topicRow } from './meeting-rows.ts'
import { memberFields } from './office.ts'
import { placeInHome } from './place-in-home.ts'

const MEMBERS = 12

/** 一个支部,十二名委员,上个月开过一次支委会:留在一个「家」里,程序一起来就打开它。 */
export const makeEntryHome = async (): Promise<string> => {
  const home = mkdtempSync(join(tmpdir(), 'baolei-e2e-'))
  const test = await makeCore()
  try {
    const { api, clock } = test
    // 今天是几号都要能跑:照真的日子造。
    const today = new Date().toISOString().slice(0, 10)
    clock.set(today)
    await must(api.session.signIn({ userName: TEST_PERSON.userName, password: TEST_PERSON.password }))
    const root = (await must(api.organisations.tree({}))).nodes[0]?.id ?? ''
    const branch = await must(api.organisations.add({ parentId: root, kind: 'branch', name: '炼铁党支部', shortName: '', code: '001', category: 'production', fromDay: '2020-01-01' }))
    const posts = []
    for (let index = 0; index < MEMBERS; index++) {
      const name = `委员${'甲乙丙丁戊己庚辛壬癸子丑'[index] ?? ''}`
      const { id } = await must(api.members.add({ fields: memberFields(branch.id, { name }) }))
      posts.push({ id: null, memberId: id, name, post: index === 0 ? ('secretary' as const) : ('organization_member' as const), duty: '', fromDay: '2020-03-01' })
    }
    const saved = await must(api.organisations.get({ id: branch.id }))
    await must(api.organisations.savePosts({ id: branch.id, rev: saved.rev, posts }))
    const month = new Date(`${today.slice(0, 7)}-01T00:00:00Z`)
    month.setUTCDate(0)
    const made = await must(api.meetings.create({ branchId: branch.id, meetingType: 'committee_meeting', partyGroupId: null, day: month.toISOString().slice(0, 10) }))
    const fields = { ...made.fields, place: '会议室', host: '委员甲', recorder: '委员乙', content: '按计划研究工作。', topics: [topicRow({ title: '研究工作', kind: 'other' })] }
    const written = await must(api.meetings.save({ id: made.id, rev: made.rev, fields }))
    await must(api.meetings.finish({ id: made.id, rev: written.rev }))
    placeInHome(test, home)
  } finally {
    test.close()
  }
  return home
}
