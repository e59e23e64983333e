import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeWorkbook } from '../../electron/services/export/workbook-export.ts'
import { openStore } from '../../electron/store/open-store.ts'
import { beginEpoch } from '../../electron/store/new-epoch.ts'
import { createUuidV7 } from '../../electron/services/system-ports.ts'
import { createPrintRunRepo } from '../../electron/store/repos/print-run-repo.ts'
import { createBlobStore } from '../../electron/store/blobs.ts'
import { createYearClosingRepo } from '../../electron/store/repos/year-closing-repo.ts'
import { createDrillRepo } from '../../electron/store/repos/drill-repo.ts'
import { createUnitOfWork } from '../../electron/store/unit-of-work.ts'
import { makeCore, must, TEST_PERSON, type TestCore } from './make-core.ts'
import { idNumberOf, memberFields } from './office.ts'
import { keyOf } from './raw-store.ts'
import { makeRosterWorkbook } from './roster-workbook.ts'
import { termFields } from './term-fields.ts'
import { resolutionRow, topicRow } from './meeting-rows.ts'
import { templateFrom } from '../../shared/util/meeting-template.ts'
import type { MeetingFields } from '../../shared/model/meeting.ts'

export const AUDITED_PERIOD = '2026-09'
export const BY_SELF = { confirm: { reason: '按年度检查要求核定', password: TEST_PERSON.password } }

/** 组织的变动、小登记,名册的自定义项目、批量改、党籍状态。 */
const fillRegisters = async (api: TestCore['api'], root: string, branch: string): Promise<void> => {
  const basis = { day: '2026-05-01', documentNumber: '厂党组〔2026〕7 号', reason: '机构调整' }
  const office = await must(api.organisations.add({ parentId: root, kind: 'branch', name: '机关党支部', shortName: '', code: '009', category: 'management', fromDay: '2020-01-01' }))
  const formed = await must(api.organisations.setBuildForm({ id: office.id, rev: office.rev, buildForm: 'joint', fromDay: '2021-01-01' }))
  await must(api.organisationEvents.changeKind({ id: office.id, rev: formed.rev, kind: 'general_branch', firstBranch: null, ...basis }))
  const added = { id: null, rev: null, fromDay: '2025-01-01' } as const
  for (const entry of [
    { list: 'labels', label: 'model', documentNumber: '厂党发〔2025〕1 号', note: '' },
    { list: 'units', name: '炼铁作业区', unitKind: 'work_area', code: 'U01' },
    { list: 'places', placeKind: 'activity_room', name: '党员活动室', address: '厂前区', area: 60, equippedOn: '2024-06' },
    { list: 'brands', name: '铁水先锋', meaning: '稳产保供' },
  ] as const)
    await must(api.organisationLists.save({ organisationId: branch, entry: { ...entry, ...added } }))
  await must(api.customFields.add({ name: '工种等级', kind: 'choice', choices: ['高级', '中级'] }))
  const change = { column: 'professionalTitle', value: '高级技师' } as const
  const left = await must(api.members.add({ fields: memberFields(branch, { name: '钱保留' }) }))
  const batch = await must(api.roster.previewBatch({ memberIds: [left.id], change }))
  await must(api.roster.saveBatch({ members: batch.changes.map(({ id, rev }) => ({ id, rev })), change }))
  const now = await must(api.members.get({ id: left.id }))
  await must(api.members.changeState({ id: now.id, rev: now.rev, state: 'kept', day: '2026-08-01', document: '保留组织关系通知' }))
}
/** 各部分都有内容的一次组织生活会:分批、表决、查摆、批评、评议、述职;议定的事项立了案。 */
const holdLifeMeeting = async (api: TestCore['api'], branchId: string): Promise<void> => {
  const made = await must(api.meetings.create({ branchId, meetingType: 'democratic_appraisal', partyGroupId: null, day: '2026-09-25' }))
  const fields: MeetingFields = {
    ...made.fields,
    alsoTypes: ['organisational_life'],
    endAt: '2026-09-25 17:00',
    place: '会议室',
    host: '王建国',
    recorder: '李海燕',
    content: '按程序进行。',
    topics: [topicRow({ kind: 'other', title: '民主评议' })],
    sittings: [{ startAt: '2026-09-25 20:00', endAt: '2026-09-25 21:00', place: '夜班班组' }],
    votes: [{ kind: 'ordinary', subject: '整改方案', isSecret: false, issued: 1, returned: 1, approve: 1, against: 0, abstain: 0, invalid: 0, writtenApprove: 0, writtenAgainst: 0, writtenAbstain: 0 }],
    problems: [{ target: '支部班子', problem: '学习不够', source: '党员意见' }],
    criticisms: [{ critic: '王建国', criticised: '李海燕', opinion: '多发言' }],
    appraisals: made.fields.appraisals.map((row) => ({ ...row, grade: 'qualified' as const, opinion: '合格' })),
    debriefs: [{ name: '王建国', goodVotes: 2, fairVotes: 0, averageVotes: 0, poorVotes: 0, comment: '扎实', problem: '' }],
    resolutions: [resolutionRow({ kind: 'rectification', problem: '学习不够', text: '每周学一次', dueOn: '2026-12-01' })],
  }
  const written = await must(api.meetings.save({ id: made.id, rev: made.rev, fields }))
  await must(api.meetings.finish({ id: made.id, rev: written.rev }))
  await must(api.registers.add({ definitionKey: 'talks', branchId, values: { day: '2026-09-26', talkers: [{ memberId: null, name: '王建国' }], partners: [{ memberId: null, name: '外单位某' }], kind: 'special', content: '谈了近况。' } }))
  await must(api.registers.add({ definitionKey: 'year_plan', branchId, values: { day: '2026-12-10', task: '开好组织生活会', owner: [{ memberId: null, name: '王建国' }], mark: '整改销号' } }))
  const sent = await must(api.submissions.submit({ definitionKey: 'year_plan', branchId, year: 2026, rev: 0 }))
  const returned = await must(api.submissions.review({ id: sent.id ?? '', rev: 1, decision: 'return', reviewer: '张主任', opinion: '补写责任人', returnDueOn: '2026-12-01' }))
  const again = await must(api.submissions.submit({ definitionKey: 'year_plan', branchId, year: 2026, rev: returned.rev }))
  await must(api.submissions.reopen({ id: again.id ?? '', rev: again.rev === 0 ? 1 : again.rev, reason: '上级新增任务' }))
}
/** 列名对照改过一次、导入又撤销一次。 */
const importAndUndo = async (test: TestCore): Promise<void> => {
  const { api } = test
  const sheet = await writeWorkbook([{ name: '组织', columns: ['党组织名称', '上级党组织', '组织类别', '归口'].map((heading) => ({ heading, kind: 'text' as const })), rows: [['动力党支部', '测试单位党委', '党支部', '生产部']] }])
  const seen = await must(api.imports.preview({ kind: 'organisations', file: test.core.files.accept('组织.xlsx', sheet), branchId: null }))
  await must(api.imports.saveMapping({ previewId: seen.previewId, columns: seen.columns.map(({ sheet: name, index, header, field }) => ({ sheet: name, index, field: header === '归口' ? 'note' : field })) }))
  await must(api.imports.commit({ previewId: seen.previewId, skipRefused: false }))
  await must(api.imports.undo({ batchId: (await must(api.imports.history({}))).batches[0]?.id ?? '' }))
}

export interface AuditedOffice {
  readonly test: TestCore
  readonly root: string
  readonly branch: string
  readonly otherBranch: string
  readonly group: string
  /** 依次:书记、组员(有全部敏感项)、调走的人。 */
  readonly members: readonly [string, string, string]
  readonly meeting: string
  /** 录入了各样评分之后的链头。 */
  head(): Promise<string>
}

/** 一个办公室,每一类业务记录都有、都改过;全部经契约。 */
/** 公示了的一个月和季度:申诉、更正、认定。 */
const fillPeriods = async ({ api }: TestCore, branchId: string): Promise<void> => {
  const BY_COMMITTEE = { confirm: { reason: '厂党委议定', password: TEST_PERSON.password } }
  const paper = { publicityDays: 5, approvedBy: '厂党委', document: '厂党发〔2026〕6 号', note: '' }
  await must(api.evaluation.scorePeriod({ period: '2026-06' }))
  await must(api.periods.advance({ period: '2026-06', rev: 0, to: 'publicity', ...paper }, BY_COMMITTEE))
  const objection = await must(api.appeals.raise({ branchId, period: '2026-06', indicatorId: '', text: '党费交齐了', raisedBy: '王建国' }))
  const correction = await must(api.appeals.propose({ branchId, period: '2026-06', objectionId: objection.id, change: { kind: 'manual', indicatorId: 'DW-06', points: '3' }, reason: '核对收据', evidence: '收据 0002' }))
  await must(api.appeals.decide({ id: correction.id, rev: correction.rev, approve: true, decidedBy: '厂党委', reopenedBy: '' }, BY_COMMITTEE))
  await must(api.standings.decide({ branchId, period: '2026-Q2', kind: 'deviation', code: '', value: '3', reason: '整改到位', document: '', decidedBy: '厂党委', decidedOn: '2026-07-08' }))
  await must(api.standings.compute({ period: '2026-Q2' }))
  await must(api.periods.advance({ period: '2026-Q2', rev: 0, to: 'publicity', ...paper }, BY_COMMITTEE))
}

export const fillAuditedOffice = async (test: TestCore): Promise<AuditedOffice> => {
  const { api } = test
  const { nodes } = await must(api.organisations.tree({}))
  const root = nodes[0]?.id ?? ''
  const organisation = (parentId: string, kind: 'branch' | 'party_group', name: string, code: string) => must(api.organisations.add({ parentId, kind, name, shortName: '', code, category: kind === 'branch' ? 'production' : null, fromDay: '2020-01-01' }))
  const branch = await organisation(root, 'branch', '炼铁党支部', '001')
  const other = await organisation(root, 'branch', '轧钢党支部', '002')
  const group = await organisation(branch.id, 'party_group', '第一党小组', '')
  const person = async (name: string, changes: Parameters<typeof memberFields>[1] = {}): Promise<string> => (await must(api.members.add({ fields: memberFields(branch.id, { name, ...changes }) }))).id
  const secretary = await person('王建国')
  const sensitive = await person('李海燕', { gender: '2', partyGroupId: group.id, idNumber: idNumberOf('1980-05-06', 424), mobile: '13804590217', telephone: '0459-5550173', address: '望月路七百三十一号' })
  const moved = await person('赵志强', { idNumber: idNumberOf('1976-03-12', 101) })
  const saved = await must(api.members.get({ id: moved }))
  await must(api.members.save({ id: moved, rev: saved.rev, fields: { ...saved.fields, branchId: other.id } }))
  await must(api.organisations.saveBasics({ id: branch.id, rev: branch.rev, code: '001', foundedOn: '2001-07', meetingPlace: '会议室', themeDay: '每月 10 日', note: '' }))
  await must(api.terms.saveTerm({ organisationId: branch.id, term: { id: null, rev: null, fields: termFields('2025-03-01', { sessionNumber: 3, dueDay: null, electionDay: '2025-02-26', electionMethod: 'member_meeting', entitled: 20, present: 18, candidates: [{ name: '王建国', post: 'secretary', votes: 17, elected: true }], approvalDocument: '厂党组〔2025〕2 号', seats: [{ post: 'secretary', count: 1 }] }) } }))
  const withTerm = await must(api.organisations.get({ id: branch.id }))
  await must(api.terms.remind({ organisationId: branch.id, reminder: { stage: 'first', method: 'phone', day: '2026-09-01', person: '王建国', note: '电话提醒书记' } }))
  await must(api.contacts.saveCrossPost({ crossPost: null, fields: { organisationId: branch.id, memberId: secretary, name: '王建国', partyPost: '党支部书记', administrativePost: '作业区主任', direction: 'company_to_party', document: '厂党组〔2025〕3 号', note: '', fromDay: '2025-03-01', toDay: null } }))
  await must(api.contacts.saveContact({ contact: null, fields: { organisationId: branch.id, kind: 'instructor', memberId: null, name: '赵指导', fromUnit: '党群工作部', duties: '宣传政策、收集意见', agreement: '协议一号', period: 'quarter', minimum: 1, grade: '', note: '', objects: [{ organisationId: null, name: '华盛公司' }], fromDay: '2026-01-01', toDay: null } }))
  const [contact] = (await must(api.contacts.list({}))).contacts
  await must(api.contacts.saveVisit({ organisationId: branch.id, contact: { id: contact?.id ?? '' }, visit: null, fields: { objectName: '华盛公司', day: '2026-09-08', note: '帮助建组织' } }))
  await must(api.coverage.saveKeyPost({ keyPost: null, fields: { organisationId: branch.id, unitId: null, name: '高炉工长', memberId: secretary, holderName: '王建国', isPartyMember: true, note: '', fromDay: '2025-03-01', toDay: null } }))
  await must(api.organisations.savePosts({ id: branch.id, rev: withTerm.rev, posts: [{ id: null, memberId: secretary, name: '王建国', post: 'secretary', duty: '全面工作', fromDay: '2025-03-01' }] }))
  await must(api.organisations.addCategory({ name: '项目部' }))
  const meeting = await must(api.meetings.create({ branchId: branch.id, meetingType: 'general_meeting', partyGroupId: null, day: '2026-09-18' }))
  const fields = { ...meeting.fields, title: '第三季度党员大会', place: '会议室', host: '王建国', recorder: '李海燕', endAt: '2026-09-18 16:00', content: '传达学习,讨论通过。', topics: [topicRow({ title: '传达学习', kind: 'study', isFirstTopic: true })], resolutions: [resolutionRow({ text: '按期完成', owner: '王建国', dueOn: '2026-10-01' })] }
  const written = await must(api.meetings.save({ id: meeting.id, rev: meeting.rev, fields }))
  await must(api.meetings.finish({ id: meeting.id, rev: written.rev }))
  await must(api.meetingFiles.add({ meetingId: meeting.id, kind: 'sign_in', attachment: { file: test.core.files.accept('签到表.jpg', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 3])), thumbnail: test.core.files.accept('小样.jpg', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 4])) } }))
  await must(api.meetingAids.saveTemplate({ ownerId: root, template: null, fields: templateFrom(fields, '季度党员大会', '会议强调,要抓好落实') }))
  await must(api.meetingAids.savePhrase({ ownerId: branch.id, phrase: null, text: '与会党员一致同意' }))
  await holdLifeMeeting(api, branch.id)
  const place = { branchId: branch.id, period: AUDITED_PERIOD }
  await must(api.evaluation.saveManualScore({ ...place, indicatorId: 'DW-06', points: '2.5', reason: '一人迟交' }))
  await must(api.evaluation.addEvent({ ...place, indicatorId: 'KF-02', occurredOn: '2026-09-01', count: 1, level: null, matter: '通报', reason: '现场检查' }))
  await must(api.evaluation.recordVeto({ ...place, indicatorId: 'FJ-01', decidedOn: '2026-09-20', decidedBy: '纪委', reason: '依据通报' }))
  await must(api.evaluation.exempt({ ...place, indicatorId: 'YJ-01', reason: '停产检修', approvedBy: '党委' }))
  await must(api.evaluation.scorePeriod({ period: AUDITED_PERIOD }))
  await fillPeriods(test, branch.id)
  const year = 2026
  const payer = { branchId: branch.id, memberId: secretary }
  await must(api.dues.saveAssessment({ ...payer, id: null, rev: 1, fields: { category: 'employed', changedFrom: '2026-01', amounts: [{ itemCode: 'post_wage', direction: 'add', amountFen: 486_237 }], fixedFen: null, assessedOn: '2026-01-10', confirmedOn: null, note: '' } }))
  await must(api.dues.addExemption({ ...payer, fields: { fromMonth: '2026-11', toMonth: '2026-12', amountFen: 0, reason: '家中重病', decidedOn: '2026-10-28' } }))
  await must(api.dues.fillMonth({ branchId: branch.id, month: AUDITED_PERIOD, paidOn: '2026-09-10', method: 'transfer', handler: '李海燕' }))
  await must(api.dues.saveDonation({ branchId: branch.id, id: null, rev: 1, fields: { memberId: secretary, paidOn: '2026-07-01', amountFen: 100_000, forwardedOn: null, receiptNumber: '', note: '' } }))
  await must(api.dues.saveHandover({ branchId: branch.id, id: null, rev: 1, fields: { fromMonth: AUDITED_PERIOD, toMonth: AUDITED_PERIOD, handedOn: '2026-10-08', amountFen: 4_862, payerName: '李海燕', receiverName: '党委办公室', receiptNumber: '0001', note: '' } }))
  const [rule] = (await must(api.dues.rules({}))).rules
  if (rule !== undefined) await must(api.dues.saveRule({ id: null, rev: 1, fromMonth: `${year + 1}-01`, basis: '公司党发〔2026〕5 号', body: rule.body }))
  const candidate = await must(api.development.add({ fields: { branchId: branch.id, name: '周新', gender: '1', ethnicity: '01', birthDate: '1998-05-06', education: '21', post: '炉前工', note: '', firstStep: 1, transferredInOn: null, idNumber: idNumberOf('1998-05-06', 77), mobile: '13900007777' }, appliedOn: '2026-01-10' }))
  await must(api.development.addDocument({ personId: candidate.id, document: { step: 1, kind: 'document', name: '入党申请书', documentNumber: '', datedOn: '2026-01-10', note: '' }, attachment: { file: test.core.files.accept('申请书.jpg', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1])), thumbnail: test.core.files.accept('小样.jpg', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 2])) } }))
  await must(api.development.recordEvent({ personId: candidate.id, event: { kind: 'returned', onDay: '2026-02-10', untilDay: null, toStep: 1, reason: '重写申请书', documentNumber: '' } }))
  await must(api.development.addForms({ first: '520001', count: 2 }))
  await must(api.transfers.startOut({ memberId: sensitive, toBranchId: null, fields: { scope: 'nationwide', number: '', name: '李海燕', memberType: 'full', fromName: '', toTitle: '某市委组织部', toName: '某公司党委', reason: '', duesPaidUntil: '2026-10', validDays: 30, issuedOn: null, handledBy: '', note: '' } }))
  await must(api.care.add({ branchId: branch.id, memberId: sensitive, fields: { kind: 'hardship', subject: '李海燕', fromDay: '2026-01-01', toDay: null, code: '1', title: '一般', authority: '', documentNumber: '', amountFen: null, detail: '家中有人住院' } }))
  const roster = test.core.files.accept('名册.xlsx', await makeRosterWorkbook(3, []))
  const preview = await must(api.imports.preview({ kind: 'members', file: roster, branchId: other.id }))
  await must(api.imports.commit({ previewId: preview.previewId, skipRefused: false }))
  await fillRegisters(api, root, branch.id)
  await importAndUndo(test)
  await must(api.accounts.savePolicy({ minimumLength: 12, expiryDays: 0, historyLength: 3, failuresAllowed: 5, idleMinutes: 10, sessionHours: 8 }, BY_SELF))
  const ruling = await must(api.normDecisions.add({ fields: { organisationId: branch.id, kind: 'unlock', activity: 'theme_day', fromMonth: '2026-03', toMonth: '2026-04', untilDay: '2026-12-10', reason: '检修期间没顾上', approver: '厂党委', document: '厂党发〔2026〕8 号', decidedOn: '2026-11-18' } }))
  await must(api.normDecisions.withdraw({ id: ruling.id, rev: ruling.rev, reason: '已经补完' }))
  await must(api.norms.save({ key: 'lecture_cycle', rev: 0, value: 'month', basis: '厂党发〔2026〕3 号' }))
  await must(api.session.lock({ reason: 'person' }))
  await must(api.session.signIn({ userName: TEST_PERSON.userName, password: TEST_PERSON.password }))
  return { test, root, branch: branch.id, otherBranch: other.id, group: group.id, members: [secretary, sensitive, moved], meeting: meeting.id, head: async () => (await must(api.audit.head({}))).head }
}

export interface ClosedOffice {
  readonly folder: string
  readonly key: Buffer
  /** 抄在别处的链头。 */
  readonly head: string
  remove(): void
}

/** 同上,关好了的;另有演练、接受缺失各一条,清单里的每张表都有行。 */
export const makeClosedOffice = async (): Promise<ClosedOffice> => {
  const base = mkdtempSync(join(tmpdir(), 'baolei-insider-'))
  const folder = join(base, 'workspace')
  const test = await makeCore()
  let branch = ''
  try {
    ;({ branch } = await fillAuditedOffice(test))
    test.core.close()
    cpSync(join(test.folder, 'workspace'), folder, { recursive: true })
  } finally {
    test.close()
  }
  const key = Buffer.from(await keyOf(folder), 'hex')
  const store = openStore(folder, { key: Buffer.from(key) })
  try {
    const at = test.clock.now()
    store.db.transaction(() => beginEpoch(store.db, at, 2, { epoch: 1, from: 3, to: 4 })).immediate()
    let head = ''
    const unit = createUnitOfWork({ ...store, committed: (savedAt, commit) => { head = commit.head; store.committed(savedAt, commit) } }, 'test-machine', () => undefined)
    // 册子的打印登记要真的印出来才有(test/print),这里直接记一条。
    unit.write({ actor: 'built-in', role: '', kind: 'print', reason: '', procedure: 'print.keep', at: at + 1 }, (transaction) =>
      createPrintRunRepo(store.db).add(transaction, { id: createUuidV7(() => at + 1).next(), branchId: branch, year: 2026, kind: 'volume', pages: 2, actor: 'built-in', volume: { cover: 'c', contents: 't', leaves: [{ key: 'basics', title: '支部基本情况', group: 'basics', fingerprint: 'f', labels: ['1'] }] } }),
    )
    unit.write({ actor: 'built-in', role: '', kind: 'export', reason: '', procedure: 'volumes.close', at: at + 1 }, (transaction) =>
      createYearClosingRepo(store.db).close(transaction, { id: createUuidV7(() => at + 1).next(), branchId: branch, year: 2024, pages: 2, files: [], archiveName: '封存.zip', archiveBlob: createBlobStore(store.paths.blobs, store.key).put(new Uint8Array([1, 2, 3])), actor: 'built-in' }),
    )
    unit.write({ actor: 'built-in', role: '', kind: 'backup', reason: '', procedure: 'backups.drill', at: at + 2 }, (transaction) => createDrillRepo(store.db).record(transaction, { at, backup: 'b', sound: true, problems: [] }))
    return { folder, key, head, remove: () => rmSync(base, { recursive: true, force: true }) }
  } finally {
    store.close()
  }
}
