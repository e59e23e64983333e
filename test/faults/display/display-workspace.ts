import type { MeetingFields } from '../../../shared/model/meeting.ts'
import type { Printer } from '../../../electron/services/ports.ts'
import { writeWorkbook } from '../../../electron/services/export/workbook-export.ts'
import { makeCore, must, TEST_PERSON, type TestCore } from '../../support/make-core.ts'
import { idNumberOf, memberFields } from '../../support/office.ts'
import { fillDevelopment } from './fill-development.ts'
import { fillRegisters } from './fill-registers.ts'
import { fillDues } from './fill-dues.ts'
import { fillEvaluation } from './fill-evaluation.ts'
import { fillOrganisations } from './fill-organisations.ts'
import { termFields } from '../../support/term-fields.ts'
import { resolutionRow, topicRow } from '../../support/meeting-rows.ts'

/** 考核的那个月;今天(2026-11-20)之前,季末。 */
export const PERIOD = '2026-09'
const YEAR = 2026
const MEMBERS = 220
const TYPES = ['general_meeting', 'committee_meeting', 'party_lecture', 'theme_day', 'group_meeting', 'organisational_life', 'democratic_appraisal', 'debriefing', 'other_meeting'] as const
const MEETINGS_OF_EACH = 8
const LINES = 10

export interface DisplayWorkspace extends TestCore {
  readonly branchId: string
  readonly rootId: string
  /** 记着豁免的那个支部。 */
  readonly exemptBranchId: string
}

/** 这个核心还没接上的过程跳过;接上了就必须成。 */
const whenThere = async <V>(result: Parameters<typeof must<V>>[0]): Promise<void> => {
  const settled = await result
  if (!settled.ok && settled.error.code !== 'UNKNOWN_PROCEDURE') await must(result)
}

/** 班子届次、换届提醒、交叉任职、联系、覆盖、规则里的数字:每处文字都填上。 */
const fillLeadingGroups = async (api: TestCore['api'], rootId: string, branchId: string): Promise<void> => {
  const papers = { extendedTo: '2028-03-01', extensionDocument: '延期批复', requestDocument: '换届请示', requestDay: '2024-02-01', approvalDocument: '选举批复', approvalDay: '2024-03-05', note: '届次备注' }
  await must(api.terms.saveTerm({ organisationId: branchId, term: { id: null, rev: null, fields: termFields('2024-03-01', { ...papers, sessionNumber: 3, electionDay: '2024-03-01', electionMethod: 'member_meeting', candidates: [{ name: '候选某某', post: 'secretary', votes: 9, elected: true }], seats: [{ post: 'secretary', count: 1 }] }) } }))
  await must(api.terms.remind({ organisationId: branchId, reminder: { stage: 'first', method: 'phone', day: '2026-09-01', person: '提醒某某', note: '提醒备注' } }))
  const span = { fromDay: '2025-01-01', toDay: null }
  await must(api.contacts.saveCrossPost({ crossPost: null, fields: { organisationId: branchId, memberId: null, name: '交叉某某', partyPost: '党内职务', administrativePost: '行政职务', direction: 'company_to_party', document: '任职文件', note: '任职备注', ...span } }))
  await must(api.contacts.saveContact({ contact: null, fields: { organisationId: branchId, kind: 'instructor', memberId: null, name: '指导某某', fromUnit: '派出单位', duties: '指导职责', agreement: '指导协议', period: 'quarter', minimum: 1, grade: '优秀', note: '联系备注', objects: [{ organisationId: branchId, name: '联系支部' }, { organisationId: null, name: '联系企业' }], ...span } }))
  const [contact] = (await must(api.contacts.list({}))).contacts
  await must(api.contacts.saveVisit({ organisationId: branchId, contact: { id: contact?.id ?? '' }, visit: null, fields: { objectName: '联系企业', day: '2026-10-08', note: '走访情况' } }))
  await must(api.coverage.saveUnit({ organisationId: rootId, unit: null, fields: { name: '空白单位', unitKind: 'project', code: '单位代码', note: '单位备注', ...span } }))
  const [unit] = (await must(api.coverage.overview({}))).units
  await must(api.coverage.saveKeyPost({ keyPost: null, fields: { organisationId: branchId, unitId: unit?.id ?? null, name: '重要岗位', memberId: null, holderName: '在岗某某', isPartyMember: true, note: '岗位备注', ...span } }))
  await must(api.norms.save({ key: 'vacancy_days', rev: 0, value: '60', basis: '依据文件' }))
}

/**
 * 一个每处文字都填着汉字的工作区:凡是人能写字的格子,这里都写上,后面才认得出哪些列是文字。
 * 名册有二百多行,会议的议题、决议各四百行,好让每一条恶意文字在列表里都占得到一行。
 */
export const makeDisplayWorkspace = async (printer: Printer): Promise<DisplayWorkspace> => {
  const test = await makeCore({ printer })
  const { api } = test
  const confirm = { reason: '展示核对', password: TEST_PERSON.password }
  const rootId = (await must(api.organisations.tree({}))).nodes[0]?.id ?? ''
  await must(api.organisations.addCategory({ name: '自加分类' }))
  const branches: string[] = []
  for (const name of ['铸造', '机加', '装配', '质检', '动力']) {
    const { id } = await must(api.organisations.add({ parentId: rootId, kind: 'branch', name: `${name}车间党支部`, shortName: `${name}支部`, code: `代码${name}`, category: 'production', fromDay: '2020-01-01' }))
    branches.push(id)
  }
  const branchId = branches[0] ?? ''
  const otherBranch = branches[1] ?? ''
  await must(api.organisations.add({ parentId: rootId, kind: 'general_branch', name: '机关党总支', shortName: '机关总支', code: '代码总支', category: null, fromDay: '2020-01-01' }))
  const groups = []
  for (const name of ['第一', '第二']) groups.push(await must(api.organisations.add({ parentId: branchId, kind: 'party_group', name: `${name}党小组`, shortName: `${name}组`, code: '', category: null, fromDay: '2020-01-01' })))
  const groupId = groups[0]?.id ?? null

  // 本支部二十人,名册里要看四百行的放在另一个支部。
  const people: string[] = []
  for (let person = 0; person < MEMBERS; person++) {
    const own = person < 20
    const { id } = await must(api.members.add({ fields: memberFields(own ? branchId : otherBranch, { name: `党员${person}`, post: '炉前岗位', workNumber: `工号${person}`, note: '备注文字', nativePlace: `籍贯${person}`, birthPlace: `出生地${person}`, graduatedFrom: '毕业院校', major: '所学专业', administrativePost: '行政职务', professionalTitle: '高级职称', sponsors: '介绍人甲、乙', transferredFrom: '原来的支部', joinedIn: '入党时的支部', resume: '简历第一段\n简历第二段', idNumber: idNumberOf('1976-03-12', 100 + person), mobile: `手机${person}`, telephone: `电话${person}`, address: `住址${person}`, partyGroupId: own && person % 2 === 0 ? groupId : null, memberType: person % 9 === 8 ? 'probationary' : 'full', regularOn: person % 9 === 8 ? null : '1999-07-01' }) }))
    people.push(id)
  }
  await must(api.customFields.add({ name: '自定义项目', kind: 'choice', choices: ['可选甲', '可选乙'] }))
  const customId = (await must(api.customFields.list({}))).fields[0]?.id ?? ''
  const tailored = await must(api.members.get({ id: people[1] ?? '' }))
  await must(api.members.save({ id: tailored.id, rev: tailored.rev, fields: { ...tailored.fields, custom: { [customId]: '可选甲' } } }))
  const stated = await must(api.members.get({ id: people[2] ?? '' }))
  await must(api.members.changeState({ id: stated.id, rev: stated.rev, state: 'kept', day: '2026-11-20', document: '文号某某' }))
  const batched = await must(api.roster.previewBatch({ memberIds: people.slice(3, 5), change: { column: 'professionalTitle', value: '批量职称' } }))
  await must(api.roster.saveBatch({ members: batched.changes.map(({ id, rev }) => ({ id, rev })), change: { column: 'professionalTitle', value: '批量职称' } }))
  await must(api.roster.saveView({ name: '存下看法', layout: { columns: ['name', 'post'], filters: [{ kind: 'contains', column: 'post', text: '含有文字' }], sort: [], groupBy: null, presence: 'on_roster' } }))
  const pictured = await must(api.members.get({ id: people[3] ?? '' }))
  await must(api.members.setPhoto({ id: pictured.id, rev: pictured.rev, file: test.core.files.accept('photo.jpg', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1])) }))
  const branch = await must(api.organisations.get({ id: branchId }))
  const withBasics = await must(api.organisations.saveBasics({ id: branchId, rev: branch.rev, code: '代码铸造', foundedOn: '2001-07', meetingPlace: '党员活动室', themeDay: '每月五日', note: '支部备注' }))
  const posts = (['secretary', 'deputy_secretary', 'organization_member', 'publicity_member', 'discipline_member'] as const).map((post, index) => ({ id: null, memberId: people[index] ?? null, name: `党员${index}`, post, duty: '分管工作', manner: 'elected' as const, document: '任职文件', fromDay: '2024-03-01' }))
  await must(api.organisations.savePosts({ id: branchId, rev: withBasics.rev, posts }))
  const registered = await must(api.organisations.get({ id: branchId }))
  await must(api.organisations.saveRegistry({ id: branchId, rev: registered.rev, unitRelation: 'legal_unit', contact: '联系某某', phone: '办公电话', approvalDocument: '批准文号' }))
  const group = await must(api.organisations.get({ id: groupId ?? '' }))
  await must(api.organisations.savePosts({ id: group.id, rev: group.rev, posts: [{ id: null, memberId: people[6] ?? null, name: '党员6', post: 'group_leader', duty: '小组工作', fromDay: '2024-03-01' }] }))
  await fillLeadingGroups(test.api, rootId, branchId)
  await fillDevelopment(test, branchId, people[10] ?? '', people[12] ?? '')
  await fillOrganisations(test.api, rootId, branchId)
  await fillRegisters(test.api, branchId, people[0] ?? '')
  await fillDues(test.api, branchId, people[0] ?? '', PERIOD)
  // 改过名、改过内容,历史里才有前后两样。
  const renamed = await must(api.organisations.get({ id: otherBranch }))
  await must(api.organisations.rename({ id: otherBranch, rev: renamed.rev, name: '机加工车间党支部', shortName: '机加工', fromDay: '2026-06-01', documentNumber: '变动文号', reason: '变动事由' }))
  const first = await must(api.members.get({ id: people[0] ?? '' }))
  await must(api.members.save({ id: first.id, rev: first.rev, fields: { ...first.fields, post: '调整后岗位' } }))

  for (const meetingType of TYPES) {
    for (let number = 0; number < MEETINGS_OF_EACH; number++) {
      const made = await must(api.meetings.create({ branchId, meetingType, partyGroupId: meetingType === 'group_meeting' ? groupId : null, day: `${YEAR}-${String(2 + number).padStart(2, '0')}-12` }))
      const fields: MeetingFields = {
        ...made.fields,
        title: `会议标题${number}`,
        endAt: `${made.fields.startAt.slice(0, 10)} 23:00`,
        place: '会议地点',
        host: '主持某某',
        recorder: '记录某某',
        lecturer: '讲课某某',
        observers: '列席某某',
        topics: Array.from({ length: LINES }, (_, line) => topicRow({ title: `议题${line}`, kind: line === 0 ? 'election' : 'study', isFirstTopic: line === 0, publishedOn: `${YEAR}-01-0${1 + (line % 9)}`, leader: '领学某某' })),
        content: '正文第一段\n正文第二段',
        // 督办的列表要一次画得全(不到一百行):每类只有一场办结的写满。
        resolutions: Array.from({ length: number === 0 || number === 2 ? LINES : 0 }, (_, line) => resolutionRow({ text: `决议${line}`, kind: line % 2 === 0 ? 'resolution' : 'rectification', problem: line % 2 === 0 ? '' : `针对问题${line}`, owner: '责任某某', dueOn: `${YEAR}-12-01` })),
        leadersAttended: '参加领导某某',
        lecturerIdentity: 'leader',
        themeForm: 'visit',
        studyMinutes: 90,
        sittings: [{ startAt: `${made.fields.startAt.slice(0, 10)} 21:00`, endAt: `${made.fields.startAt.slice(0, 10)} 22:00`, place: '第二批地点' }],
        votes: [{ kind: 'ordinary', subject: '表决事项', isSecret: false, issued: 1, returned: 1, approve: 1, against: 0, abstain: 0, invalid: 0, writtenApprove: 0, writtenAgainst: 0, writtenAbstain: 0 }],
        problems: [{ target: '查摆某某', problem: '查摆的问题', source: '群众意见' }],
        criticisms: [{ critic: '批评某某', criticised: '被批某某', opinion: '批评的话' }],
        appraisals: made.fields.appraisals.map((row) => ({ ...row, selfNote: '自评要点', peerNote: '互评意见', grade: 'qualified', opinion: '评定意见', qualifiedVotes: 9 })),
        debriefs: [{ name: '述职某某', goodVotes: 8, fairVotes: 1, averageVotes: 0, poorVotes: 0, comment: '点评意见', problem: '述职的问题' }],
        attendance: made.fields.attendance.map((row, index) => (index < 3 ? { ...row, status: 'on_leave', reason: 'other', reasonNote: `缺席说明${index}` } : index === 4 ? { ...row, exclusion: 'abroad', exclusionNote: '不计入的依据' } : row)),
      }
      const saved = await must(api.meetings.save({ id: made.id, rev: made.rev, fields }))
      if (number < 2) await must(api.meetingFiles.add({ meetingId: made.id, kind: 'photo', attachment: { file: test.core.files.accept('会议附件.jpg', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 9])), thumbnail: test.core.files.accept('小样.jpg', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 10])) } }))
      if (number === 0 && meetingType === 'theme_day') await must(api.meetings.voidRecord({ id: made.id, rev: saved.rev, reason: '作废原因' }))
      else if (number === 1 && meetingType === 'theme_day') await whenThere(api.bin.removeMeeting({ id: made.id, rev: saved.rev, reason: '删除原因' }))
      else if (number > 1) {
        const finished = await api.meetings.finish({ id: made.id, rev: saved.rev })
        if (finished.ok && number === 2) {
          const sent = await must(api.meetings.submit({ id: made.id, rev: finished.value.rev }))
          await must(api.meetings.review({ id: made.id, rev: sent.rev, decision: 'approve', opinion: '上级意见', grade: 'good', returnDueOn: null }))
        }
        if (finished.ok && number === 3) await must(api.meetings.reopen({ id: made.id, rev: finished.value.rev, reason: '改动原因' }))
      }
    }
  }
  const [followed] = (await must(api.followUps.list({ organisationId: branchId, state: 'open', year: null }))).rows
  if (followed !== undefined) await must(api.followUps.close({ id: followed.id, rev: followed.rev, result: '办理结果', closedOn: followed.raisedOn }))
  await must(api.meetingAids.saveTemplate({ ownerId: branchId, template: null, fields: { name: '样板名称', meetingType: 'general_meeting', title: '样板标题', place: '样板地点', topics: [{ title: '样板议题', kind: 'study', isFirstTopic: false }], phrases: '样板句子' } }))
  await must(api.meetingAids.savePhrase({ ownerId: branchId, phrase: null, text: '常用的一句话' }))
  const gone = await must(api.members.get({ id: people.at(-1) ?? '' }))
  await whenThere(api.bin.removeMember({ id: gone.id, rev: gone.rev, reason: '录错删除' }))

  const scheme = await must(api.evaluation.scheme({ period: PERIOD }))
  for (const indicator of scheme.indicators) {
    const entry = { branchId, period: PERIOD, indicatorId: indicator.id }
    // 不适合的项目由核心拒绝,能记的都记上。
    if (indicator.source !== 'auto' && indicator.kind === 'base') await api.evaluation.saveManualScore({ ...entry, points: '0.5', reason: '评分理由' })
    if (indicator.kind === 'bonus' || indicator.kind === 'deduct') await api.evaluation.addEvent({ ...entry, occurredOn: `${PERIOD}-10`, count: 1, level: indicator.levels[0]?.code ?? null, matter: '事项说明', reason: '加减理由' })
    if (indicator.kind === 'veto') await api.evaluation.recordVeto({ ...entry, decidedOn: `${PERIOD}-10`, decidedBy: '决定机关', reason: '否决理由' })
  }
  for (const { id } of scheme.indicators) await api.evaluation.exempt({ branchId: branches[2] ?? '', period: PERIOD, indicatorId: id, reason: '豁免理由', approvedBy: '批准某某' })
  const withEvents = await must(api.evaluation.branchSheet({ branchId, period: PERIOD }))
  const [event] = withEvents.events
  if (event !== undefined) await must(api.evaluation.withdrawEvent({ branchId, period: PERIOD, id: event.id, rev: event.rev, reason: '撤回理由' }))
  const [veto] = withEvents.vetoes
  if (veto !== undefined) await must(api.evaluation.withdrawVeto({ branchId, period: PERIOD, id: veto.id, rev: veto.rev, reason: '撤回理由' }))
  await must(api.evaluation.scorePeriod({ period: PERIOD }))
  await fillEvaluation(test, branchId)

  const { accounts } = await must(api.accounts.add({ userName: '李会计', displayName: '李会计师', password: 'Another-Harbour-31' }))
  const added = accounts.find(({ userName }) => userName === '李会计')
  if (added !== undefined) await must(api.accounts.setGrants({ id: added.id, rev: added.rev, grants: [{ role: 'branch_secretary', unitId: branchId }] }, { confirm }))
  const { policy } = await must(api.accounts.list({}))
  await must(api.accounts.savePolicy(policy, { confirm }))
  const roster = await writeWorkbook([{ name: '名册', columns: ['姓名', '公民身份号码', '性别', '民族', '学历', '人员类别', '加入党组织日期', '转为正式党员日期', '所在党支部'].map((heading) => ({ heading, kind: 'text' })), rows: [['导入某某', idNumberOf('1976-03-12', 901), '男', '汉族', '大学本科', '正式党员', '2000-07-01', '2001-07-01', '装配车间党支部']] }])
  const preview = await must(api.imports.preview({ kind: 'members', file: test.core.files.accept('名册.xlsx', roster), branchId: null }))
  await must(api.imports.commit({ previewId: preview.previewId, skipRefused: false }))
  // 改过的列名对照、撤销过的一次导入。
  const units = await writeWorkbook([{ name: '组织', columns: ['党组织名称', '组织类别', '归口'].map((heading) => ({ heading, kind: 'text' })), rows: [['误导入党支部', '党支部', '']] }])
  const again = await must(api.imports.preview({ kind: 'organisations', file: test.core.files.accept('组织.xlsx', units), branchId: null }))
  await must(api.imports.saveMapping({ previewId: again.previewId, columns: again.columns.map(({ sheet, index, header, field }) => ({ sheet, index, field: header === '归口' ? 'note' : field })) }))
  await must(api.imports.commit({ previewId: again.previewId, skipRefused: false }))
  await must(api.imports.undo({ batchId: (await must(api.imports.history({}))).batches[0]?.id ?? '' }))
  await must(api.session.keepDraft({ key: 'meeting:草稿', body: JSON.stringify({ title: '草稿标题' }) }))
  return { ...test, branchId, rootId, exemptBranchId: branches[2] ?? '' }
}
