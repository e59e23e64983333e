import { inflateRawSync } from 'node:zlib'
import type { ScopedTable } from '../../shared/contract/define.ts'
import type { Role } from '../../shared/model/workspace.ts'
import { failWith } from '../../electron/rpc/handlers.ts'
import { must } from './make-core.ts'
import { idNumberOf, memberFields } from './office.ts'
import { keyOf, openRaw } from './raw-store.ts'
import { BUSINESS_ROLES, confirmBy, makeSeparated, type TestOfficer } from './separated-office.ts'
import { resolutionRow, topicRow } from './meeting-rows.ts'

/** 一个支部里各样记录的标识,以及只属于它的字样。 */
export interface BranchWorld {
  /** 点名组织、记录时用哪个标识。 */
  readonly ids: Readonly<Record<ScopedTable, string>> & { readonly group: string }
  /** 支部名称、人名、电话、议题、事由……:别的支部的人一个也不该看到。 */
  readonly canaries: readonly string[]
  /** 其中属于业务内容的(不含组织名称):三员一个也不该看到。 */
  readonly content: readonly string[]
  /** 上面还有一级:二级党委。 */
  readonly unit: string
}

const PERIOD = '2026-09'
const FROZEN_PERIOD = '2026-08'

/** 还没有公示以后才有的那几样。 */
type DraftWorld = Omit<BranchWorld, 'ids'> & { readonly ids: Omit<BranchWorld['ids'], 'standing_entry' | 'score_objection' | 'score_correction'> }

/**
 * 三员分立的真工作区:九个角色各一个管全单位的账号(三员就是那三个人),六个业务角色另各一个只授在甲支部的账号;
 * 甲、乙两个支部各有组织、党员、会议、事件、否决、豁免,字样互不相同。
 */
export const makePermissionWorld = async () => {
  const office = await makeSeparated({ printer: { renderPdf: () => Promise.resolve(failWith('NO_BROWSER')) } })
  const { api } = office
  await office.signIn(office.officers.security)
  const root = (await must(api.accounts.list({}))).units[0]?.id ?? ''
  const whole: Partial<Record<Role, TestOfficer>> = { system_admin: office.officers.system, security_admin: office.officers.security, auditor: office.officers.auditor }
  for (const [index, role] of BUSINESS_ROLES.entries()) whole[role] = await office.addPerson(`whole${index}`, `全局${'甲乙丙丁戊己'[index] ?? ''}`, [{ role, unitId: root }])
  const wholeOf = (role: Role): TestOfficer => whole[role] ?? failWith('NOT_FOUND')
  const as = (role: Role) => office.signIn(wholeOf(role))

  const makeBranch = async (mark: string, code: string, serial: number): Promise<DraftWorld> => {
    const words = { unit: `${mark}区二级党委`, branch: `${mark}区炼钢党支部`, group: `${mark}区第一党小组`, member: `欧阳${mark}辰`, mobile: `1390000${code}1`, address: `${mark}区家属楼9栋`, work: `W${code}99`, title: `${mark}区专项支部党员大会`, place: `${mark}区会议室`, topic: `${mark}区议题甲乙丙`, event: `${mark}区迟报通报`, veto: `${mark}区较大事故`, exempt: `${mark}区党费统收`, dues: `${mark}区家中重病`, payer: `${mark}区送交人`, team: `${mark}区突击党小组`, document: `${mark}党发〔2026〕${serial}号`, candidate: `司马${mark}新`, candidatePost: `${mark}区学徒工`, candidateMobile: `1380000${code}2`, letterTo: `${mark}区转往单位`, away: `${mark}区外出地点`, decision: `${mark}区议定事项`, partner: `诸葛${mark}谈`, talk: `${mark}区谈话内容不外传`, ruling: `${mark}区全员抢修停开`, plan: `${mark}区重点任务` }
    const idNumber = idNumberOf('1976-03-12', serial)
    await as('committee_office')
    const add = (parentId: string, kind: 'party_committee' | 'branch' | 'party_group', name: string) => must(api.organisations.add({ parentId, kind, name, shortName: '', code: kind === 'branch' ? code : '', category: kind === 'branch' ? 'production' : null }))
    const unit = await add(root, 'party_committee', words.unit)
    const branch = await add(unit.id, 'branch', words.branch)
    const group = await add(branch.id, 'party_group', words.group)
    const team = await must(api.organisations.add({ parentId: branch.id, kind: 'party_group', name: words.team, shortName: '', code: '', category: null, founding: { documentNumber: words.document, reason: '' } }))
    const { events } = await must(api.organisationEvents.list({ organisationId: team.id }))
    const member = await must(api.members.add({ fields: memberFields(branch.id, { name: words.member, idNumber, mobile: words.mobile, address: words.address, workNumber: words.work, partyGroupId: group.id }) }))
    const sheetOfPeople = new TextEncoder().encode(`姓名,身份证号,人员类别,入党日期,工作岗位\n${words.member},${idNumber},正式党员,1998-07-01,${mark}区调度`)
    const checked = await must(api.imports.preview({ kind: 'members', file: office.core.files.accept(`${mark}区名册.csv`, sheetOfPeople), branchId: branch.id }))
    await must(api.imports.commit({ previewId: checked.previewId, skipRefused: false }))
    const imported = (await must(api.imports.history({}))).batches[0]?.id ?? ''
    const seen = await must(api.roster.previewBatch({ memberIds: [member.id], change: { column: 'postKind', value: 'technical' } }))
    await must(api.roster.saveBatch({ members: seen.changes.map(({ id, rev }) => ({ id, rev })), change: { column: 'postKind', value: 'technical' } }))
    const batch = (await must(api.roster.lastBatch({}))).batch?.id ?? ''
    await as('branch_secretary')
    const made = await must(api.meetings.create({ branchId: branch.id, meetingType: 'general_meeting', partyGroupId: null, day: '2026-09-10' }))
    await must(api.meetings.save({ id: made.id, rev: made.rev, fields: { ...made.fields, title: words.title, place: words.place, content: words.topic, host: words.member } }))
    // 办结的一次,议定了一件事:督办事项由它立案。
    const held = await must(api.meetings.create({ branchId: branch.id, meetingType: 'theme_day', partyGroupId: null, day: '2026-09-11' }))
    const { startAt } = held.fields
    const heldFields = { ...held.fields, endAt: `${startAt.slice(0, 10)} 23:00`, place: '会议室', host: '书记', recorder: '委员', content: '按计划开展。', topics: [topicRow()], resolutions: [resolutionRow({ text: words.decision })] }
    const written = await must(api.meetings.save({ id: held.id, rev: held.rev, fields: heldFields }))
    await must(api.meetings.finish({ id: held.id, rev: written.rev }))
    const followed = await must(api.followUps.list({ organisationId: branch.id, state: null, year: null }))
    const talk = await must(api.registers.add({ definitionKey: 'talks', branchId: branch.id, values: { day: '2026-09-12', talkers: [{ memberId: member.id, name: words.member }], partners: [{ memberId: null, name: words.partner }], kind: 'members', content: words.talk } }))
    await must(api.registers.add({ definitionKey: 'year_plan', branchId: branch.id, values: { day: '2026-12-01', task: words.plan, owner: [{ memberId: null, name: words.partner }], mark: words.plan } }))
    const submission = await must(api.submissions.submit({ definitionKey: 'year_plan', branchId: branch.id, year: 2026, rev: 0 }))
    const inBranch = { branchId: branch.id, memberId: member.id }
    const month = PERIOD
    await must(api.dues.saveAssessment({ ...inBranch, id: null, rev: 1, fields: { category: 'employed', changedFrom: month, amounts: [{ itemCode: 'post_wage', direction: 'add', amountFen: 486_237 }], fixedFen: null, assessedOn: '2026-09-01', confirmedOn: null, note: words.dues } }))
    await must(api.dues.addExemption({ ...inBranch, fields: { fromMonth: month, toMonth: month, amountFen: 0, reason: words.dues, decidedOn: '2026-09-01' } }))
    await must(api.dues.fillMonth({ branchId: branch.id, month, paidOn: '2026-09-10', method: 'cash', handler: words.payer }))
    await must(api.dues.saveDonation({ branchId: branch.id, id: null, rev: 1, fields: { memberId: member.id, paidOn: '2026-09-10', amountFen: 100_000, forwardedOn: null, receiptNumber: '', note: words.dues } }))
    await must(api.dues.saveHandover({ branchId: branch.id, id: null, rev: 1, fields: { fromMonth: month, toMonth: month, handedOn: '2026-09-20', amountFen: 4_862, payerName: words.payer, receiverName: '', receiptNumber: '', note: '' } }))
    const sheetOfDues = await must(api.dues.assessments({ branchId: branch.id, month }))
    const money = await must(api.dues.money({ branchId: branch.id, year: 2026 }))
    await as('committee_office')
    const candidate = await must(api.development.add({ fields: { branchId: branch.id, name: words.candidate, gender: '1', ethnicity: '01', birthDate: '1998-05-06', education: '', post: words.candidatePost, note: '', firstStep: 1, transferredInOn: null, idNumber: null, mobile: words.candidateMobile }, appliedOn: '2026-01-10' }))
    const letter = await must(api.transfers.startOut({ memberId: member.id, toBranchId: null, fields: { scope: 'nationwide', number: '', name: words.member, memberType: 'full', fromName: '', toTitle: words.letterTo, toName: words.letterTo, reason: '', duesPaidUntil: '2026-10', validDays: 30, issuedOn: null, handledBy: '', note: '' } }))
    const care = await must(api.care.add({ branchId: branch.id, memberId: member.id, fields: { kind: 'floating', subject: words.member, fromDay: '2026-01-01', toDay: null, code: '1', title: words.away, authority: '', documentNumber: '', amountFen: null, detail: '' } }))
    const ruling = await must(api.normDecisions.add({ fields: { organisationId: branch.id, kind: 'exemption', activity: 'party_lecture', fromMonth: '2026-02', toMonth: '2026-02', untilDay: null, reason: words.ruling, approver: '', document: '', decidedOn: '2026-02-01' } }))
    await as('scorer')
    const entry = { branchId: branch.id, period: PERIOD }
    const sheet = await must(api.evaluation.addEvent({ ...entry, indicatorId: 'KF-02', occurredOn: '2026-09-01', count: 1, level: null, matter: '', reason: words.event }))
    const withVeto = await must(api.evaluation.recordVeto({ ...entry, indicatorId: 'FJ-02', decidedOn: '2026-09-28', decidedBy: '安全部', reason: words.veto }))
    const withExemption = await must(api.evaluation.exempt({ ...entry, indicatorId: 'DW-06', reason: words.exempt, approvedBy: '组织部' }))
    const idOf = (rows: readonly { readonly id: string }[]): string => rows[0]?.id ?? ''
    const { unit: _unit, branch: _branch, group: _group, team: _team, ...content } = words
    return {
      unit: unit.id,
      content: [...Object.values(content), idNumber, member.id, made.id],
      ids: { organisation: branch.id, group: group.id, member: member.id, member_batch: batch, meeting: made.id, organisation_event: idOf(events), score_event: idOf(sheet.events), veto_decision: idOf(withVeto.vetoes), exemption: withExemption.lines.find(({ exemption }) => exemption !== null)?.exemption?.id ?? '', dues_assessment: sheetOfDues.rows[0]?.current?.id ?? '', dues_exemption: idOf(sheetOfDues.exemptions), dues_donation: idOf(money.donations), dues_handover: idOf(money.handovers), development_person: candidate.id, transfer_letter: letter.id, care_record: care.id, import_batch: imported, follow_up: idOf(followed.rows), register_entry: talk.id, register_submission: submission.id ?? '', norm_decision: ruling.id },
      canaries: [...Object.values(words), idNumber, unit.id, branch.id, group.id, member.id, made.id],
    }
  }
  const made = { own: await makeBranch('甲', '011', 11), other: await makeBranch('乙', '022', 22) }
  await as('committee_office')
  await must(api.evaluation.scorePeriod({ period: PERIOD }))
  // 公示了的一个月:申诉、更正由它立案。
  await must(api.evaluation.scorePeriod({ period: FROZEN_PERIOD }))
  await must(api.periods.advance({ period: FROZEN_PERIOD, rev: 0, to: 'publicity', publicityDays: 5, approvedBy: '', document: '', note: '' }, confirmBy(whole.committee_office ?? failWith('NOT_FOUND'))))
  const withAppeals = async (branch: DraftWorld): Promise<BranchWorld> => {
    const branchId = branch.ids.organisation
    const objection = await must(api.appeals.raise({ branchId, period: FROZEN_PERIOD, indicatorId: '', text: `申诉${branch.ids.member}`, raisedBy: '书记' }))
    const correction = await must(api.appeals.propose({ branchId, period: FROZEN_PERIOD, objectionId: objection.id, change: { kind: 'records' }, reason: '核对', evidence: '' }))
    const award = await must(api.standings.decide({ branchId, period: '2026-Q3', kind: 'direct_award', code: '', value: '4', reason: '上级表彰', document: '', decidedBy: '上级党委', decidedOn: '2026-09-20' }))
    return { ...branch, ids: { ...branch.ids, score_objection: objection.id, score_correction: correction.id, standing_entry: award.id } }
  }
  const branches = { own: await withAppeals(made.own), other: await withAppeals(made.other) }
  const part: Partial<Record<Role, TestOfficer>> = {}
  for (const [index, role] of BUSINESS_ROLES.entries()) part[role] = await office.addPerson(`part${index}`, `局部${'甲乙丙丁戊己'[index] ?? ''}`, [{ role, unitId: branches.own.ids.organisation }])
  await must(api.system.closeWorkspace({}))
  const key = await keyOf(office.path, office.officers.system)
  await must(api.system.openWorkspace({ path: office.path }))
  await as('system_admin')
  const raw = openRaw(office.path, key)
  const tables = raw.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> 'kept_draft'").pluck().all() as string[]
  const rowsOf = (table: string) => raw.prepare(`SELECT * FROM "${table}"`).all() as Readonly<Record<string, unknown>>[]
  return {
    /** 库里提到这些字样的全部行(草稿除外):动没动过别的支部,一比就知道。 */
    rowsAbout: (canaries: readonly string[]): string[] => tables.flatMap((table) => rowsOf(table).map((row) => `${table} ${JSON.stringify(row)}`).filter((row) => canaries.some((canary) => row.includes(canary)))),
    /** 以标识指着这些记录的行:不看正文(有人会把标识当文字填)。 */
    rowsPointingAt: (ids: readonly string[]): string[] =>
      tables.flatMap((table) =>
        rowsOf(table)
          .filter((row) => Object.entries(row).some(([column, value]) => /(^|_)id$|^owner_unit$/.test(column) && ids.includes(String(value))))
          .map((row) => `${table} ${JSON.stringify(row)}`),
      ),
    ...office,
    root,
    branches,
    period: PERIOD,
    wholeOf,
    partOf: (role: Role): TestOfficer => part[role] ?? failWith('NOT_FOUND'),
    /** 记录现在的修订号:好让改的走到里面去,不都停在「别处改过」。 */
    revOf: (table: string, id: string): number => (raw.prepare(`SELECT rev FROM "${table}" WHERE id = ?`).pluck().get(id) as number | undefined) ?? 1,
    /** 另一个连接看库:提交过一次,这个数就变。 */
    version: (): number => raw.pragma('data_version', { simple: true }) as number,
    raw,
    close: () => {
      raw.close()
      office.close()
    },
  }
}
export type PermissionWorld = Awaited<ReturnType<typeof makePermissionWorld>>

/** 压缩包(工作簿)里各个文件摊开来的文字;不是压缩包就是它自己。 */
export const textsIn = (bytes: Buffer): string => {
  const end = bytes.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')
  if (end < 0) return bytes.toString('utf8')
  let place = bytes.readUInt32LE(end + 16)
  const texts: string[] = []
  while (place < end) {
    const [method, size, nameLength, extraLength, commentLength, local] = [bytes.readUInt16LE(place + 10), bytes.readUInt32LE(place + 20), bytes.readUInt16LE(place + 28), bytes.readUInt16LE(place + 30), bytes.readUInt16LE(place + 32), bytes.readUInt32LE(place + 42)]
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const body = bytes.subarray(from, from + size)
    texts.push((method === 8 ? inflateRawSync(body) : body).toString('utf8'))
    place += 46 + nameLength + extraLength + commentLength
  }
  return texts.join('\n')
}

/** 回话里有没有这些字样;返回漏出来的。 */
export const leaked = (text: string, canaries: readonly string[]): string[] => canaries.filter((canary) => text.includes(canary))
