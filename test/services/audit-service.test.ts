import type { VolumePrintModel } from '../../shared/model/volume.ts'
import { readXlsx } from 'hucre'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AUDIT_KINDS, type ContractTree } from '../../shared/contract/define.ts'
import { contract } from '../../shared/contract/index.ts'
import { auditText } from '../../shared/i18n/zh-CN/audit.ts'
import { failWith } from '../../electron/rpc/handlers.ts'
import { AUDITED_PERIOD, BY_SELF, fillAuditedOffice, type AuditedOffice } from '../support/audited-office.ts'
import { codeOf } from '../support/evaluation-calls.ts'
import { makeCore, must, TEST_PERSON, type TestCore } from '../support/make-core.ts'
import { memberFields } from '../support/office.ts'
import { confirmBy, makeSeparated, type SeparatedOffice } from '../support/separated-office.ts'

const EVERYTHING = { fromDay: null, toDay: null, kind: null, accountId: null, search: '' } as const
const PAGE = { beforeSeq: null, limit: 500 } as const

let test: TestCore
let office: AuditedOffice
beforeAll(async () => {
  test = await makeCore()
  office = await fillAuditedOffice(test)
})
afterAll(() => test.close())
const search = (wanted: Partial<Parameters<TestCore['api']['audit']['search']>[0]> = {}) => must(test.api.audit.search({ ...EVERYTHING, ...PAGE, ...wanted }))

describe('查', () => {
  it('从新到旧,一页一页翻,不重不漏;往前翻不再记,总数不变', async () => {
    const first = await search({ limit: 20 })
    const seen = [...first.rows]
    while (seen.length < first.total) {
      const next = await search({ limit: 20, beforeSeq: seen.at(-1)?.seq ?? null })
      expect(next.total).toBe(first.total)
      expect(next.rows.length).toBeGreaterThan(0)
      seen.push(...next.rows)
    }
    expect(seen.map(({ seq }) => seq)).toEqual(Array.from({ length: first.total }, (_, index) => first.total - index))
    expect((await search({ limit: 20, beforeSeq: 1 })).rows).toEqual([])
    // 看一次记一条,正文里只有用了哪几个条件。
    const again = await search({ kind: 'audit_read', search: '李海燕' })
    expect(again.rows).toEqual([])
    const [latest] = (await search({ kind: 'audit_read' })).rows
    expect(latest).toMatchObject({ procedure: 'audit.search', actorName: TEST_PERSON.displayName })
    expect(JSON.stringify(latest)).not.toContain('李海燕')
  })

  it('按日期、种类、人、文字;中文的做法与组织名称也查得到', async () => {
    const today = '2026-11-20'
    const { rows, total } = await search({ limit: 500 })
    expect((await search({ fromDay: today, toDay: today })).total).toBeGreaterThanOrEqual(total)
    expect((await search({ fromDay: '2026-11-21' })).total).toBe(0)
    expect((await search({ toDay: '2026-11-19' })).total).toBe(0)
    expect((await search({ kind: 'meeting' })).rows.every(({ kind }) => kind === 'meeting')).toBe(true)
    const [account] = (await search()).actors
    const own = await search({ accountId: account?.accountId ?? '' })
    expect(own.total).toBeGreaterThan(20)
    expect(new Set(own.rows.map(({ actorName }) => actorName))).toEqual(new Set([TEST_PERSON.displayName]))
    expect((await search({ accountId: 'built-in' })).rows.at(-1)).toMatchObject({ seq: 1, actorName: '内置使用人', detail: '新建工作区：工作区（新建）' })
    const voted = await search({ search: '一票否决' })
    expect(voted.rows.map(({ procedure }) => procedure)).toContain('evaluation.recordVeto')
    expect((await search({ search: '轧钢' })).rows.every(({ unitName }) => unitName === '轧钢党支部')).toBe(true)
    expect((await search({ search: BY_SELF.confirm.reason })).rows.map(({ procedure, reason }) => [procedure, reason])).toEqual([['accounts.savePolicy', BY_SELF.confirm.reason]])
    expect((await search({ search: office.meeting })).rows.length).toBeGreaterThanOrEqual(3)
    // 通配符只是字。
    for (const text of ['%', '\\']) expect((await search({ search: text, kind: 'meeting' })).total, text).toBe(0)
    expect(rows.filter(({ procedure }) => procedure === 'meetings.save')).toContainEqual(expect.objectContaining({ detail: expect.stringContaining('会议名称、记录人、会议内容') as unknown, unitName: '炼铁党支部' }))
  })

  it('每个会写审计的过程、每个种类都有中文', () => {
    const written = Object.entries(contract as ContractTree).flatMap(([group, names]) => Object.entries(names).flatMap(([name, { audit }]) => (audit === 'none' ? [] : [`${group}.${name}`])))
    // 打开工作区只记进最近用过的,不写库。
    const silent = ['system.openWorkspace', 'system.closeWorkspace', 'support.preview']
    expect(written.filter((path) => auditText.procedures[path] === undefined && !silent.includes(path))).toEqual([])
    expect(AUDIT_KINDS.filter((kind) => auditText.kinds[kind] === undefined)).toEqual([])
  })
})

describe('从头核对', () => {
  it('一边核对一边有人保存:照样相符;叫停就停', async () => {
    const verifying = test.api.audit.verify({ externalHead: '' })
    for (let turn = 0; turn < 5; turn++) await must(test.api.members.add({ fields: memberFields(office.branch, { name: `同时${turn}` }) }))
    expect(await must(verifying)).toMatchObject({ sound: true, brokenAt: null, brokenVersionAt: null, altered: [], headFound: null })
    expect(await codeOf(test.api.audit.verify({ externalHead: '' }, { signal: AbortSignal.abort() }))).toBe('CANCELLED')
  })

  it('抄过的每一个链头,以后一直找得到;前八个字也行;别的找不到', async () => {
    const heads: string[] = []
    for (let turn = 0; turn < 4; turn++) {
      heads.push((await must(test.api.audit.head({}))).head)
      if (turn % 2 === 0) await must(test.api.members.add({ fields: memberFields(office.branch, { name: `之后${turn}` }) }))
      else await must(test.api.evaluation.scorePeriod({ period: AUDITED_PERIOD }))
    }
    for (const head of heads) {
      expect(await must(test.api.audit.verify({ externalHead: head }))).toMatchObject({ sound: true, headFound: true })
      expect(await must(test.api.audit.verify({ externalHead: head.slice(0, 8).toUpperCase() }))).toMatchObject({ headFound: true })
    }
    expect(await must(test.api.audit.verify({ externalHead: heads[0]?.split('').toReversed().join('') ?? '' }))).toMatchObject({ sound: false, headFound: false, brokenAt: null })
    const { head, short, seq } = await must(test.api.audit.head({}))
    expect(head.startsWith(short)).toBe(true)
    expect([short.length, head.length]).toEqual([8, 64])
    // 核对本身也记一条。
    const [row] = (await search({ kind: 'audit_read' })).rows
    expect(row).toMatchObject({ procedure: 'audit.verify', seq })
  })
})

it('印在手册成绩页上的八个字,以后核对得到', async () => {
  let printed = ''
  const own = await makeCore({
    printer: {
      renderPdf: (_page, model) => {
        printed = (model as VolumePrintModel).sections.flatMap(({ leaves }) => leaves.flatMap(({ blocks }) => blocks)).find((block) => block.kind === 'portrait')?.chainHead ?? ''
        return Promise.resolve(failWith('NO_BROWSER'))
      },
    },
  })
  try {
    const { branch } = await fillAuditedOffice(own)
    expect(await codeOf(own.api.print.handbook({ branchId: branch, year: 2026 }))).toBe('NO_BROWSER')
    expect(printed).toBe((await must(own.api.audit.head({}))).short)
    await must(own.api.members.add({ fields: memberFields(branch, { name: '印过以后' }) }))
    expect(await must(own.api.audit.verify({ externalHead: printed }))).toMatchObject({ sound: true, headFound: true })
  } finally {
    own.close()
  }
})

describe('导出', () => {
  it('表格里的散列照写明的办法从头算一遍,一条不差,末一条算得出链头', async () => {
    expect(await codeOf(test.api.audit.export(EVERYTHING))).toBe('CONFIRMATION_REQUIRED')
    const before = await must(test.api.audit.head({}))
    const { file, rows } = await must(test.api.audit.export(EVERYTHING, BY_SELF))
    expect(rows).toBe(before.seq)
    const taken = test.core.files.take(file.ticket)
    const { sheets } = await readXlsx(taken?.bytes ?? new Uint8Array())
    expect(sheets.map(({ name }) => name)).toEqual(['操作记录', '链', '怎样核对'])
    const [header = [], ...lines] = sheets[1]?.rows ?? []
    expect(lines).toHaveLength(before.seq)
    const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
    let previous = '0'.repeat(64)
    for (const line of lines) {
      // 空单元格读出来是空值;只有 owner_unit 真的会空。
      const row = Object.fromEntries(header.map((name, index) => [String(name), line[index] ?? (name === 'owner_unit' ? null : '')]))
      const parts = ['format', 'epoch', 'at', 'clock_doubtful', 'actor', 'role', 'machine', 'kind', 'procedure', 'owner_unit', 'table_name', 'record_id', 'detail', 'reason_digest', 'version_hash'].map((name) => row[name])
      expect(row['previous_hash']).toBe(previous)
      previous = sha256(`${previous}\n${JSON.stringify(parts)}`)
      expect(row['hash'], String(row['seq'])).toBe(previous)
    }
    const how = JSON.stringify(sheets[2]?.rows)
    expect(how).toContain(before.head)
    // 导出之后下一条审计带着当时版本链的末环:链头 = 末一条的散列 + 它。
    const next = (await search({ kind: 'export' })).rows[0]
    expect(next).toMatchObject({ procedure: 'audit.export', reason: BY_SELF.confirm.reason, detail: expect.stringContaining(`行 ${rows}`) as unknown })
    expect(await must(test.api.audit.verify({ externalHead: before.head }))).toMatchObject({ headFound: true })
  })
})

describe('三员分立:谁看得到哪些', () => {
  let separated: SeparatedOffice
  beforeAll(async () => {
    separated = await makeSeparated()
  })
  afterAll(() => separated.close())

  it('审计员都看得到;安全保密管理员看不到三员做的,现在是、曾经是都算;系统管理员看不到', async () => {
    const { api, officers } = separated
    await separated.signIn(officers.security)
    const root = (await must(api.accounts.list({}))).units[0]?.id ?? ''
    const clerk = await separated.addPerson('liu.clerk', '刘青', [{ role: 'committee_office', unitId: root }])
    await must(api.organisations.add({ parentId: root, kind: 'branch', name: '炼铁党支部', shortName: '', code: '001', category: 'production' }))
    // 当过审计员、后来不当的。
    const former = await separated.addPerson('former', '齐观', [{ role: 'auditor', unitId: root }])
    await must(api.audit.search({ ...EVERYTHING, ...PAGE }))
    await separated.signIn(officers.security)
    const { id, rev } = await separated.accountOf('former')
    await must(api.accounts.setGrants({ id, rev, grants: [] }, confirmBy(officers.security)))

    const limited = await must(api.audit.search({ ...EVERYTHING, ...PAGE }))
    const names = new Set(limited.rows.map(({ actorName }) => actorName))
    expect(names).toContain(clerk.displayName)
    for (const officer of [...Object.values(officers), former]) expect(names, officer.displayName).not.toContain(officer.displayName)
    expect(limited.actors.map(({ name }) => name)).toEqual([clerk.displayName])
    const byName = await must(api.audit.search({ ...EVERYTHING, ...PAGE, search: officers.system.displayName }))
    expect(byName.total).toBe(0)
    expect(await codeOf(api.audit.export(EVERYTHING, confirmBy(officers.security)))).toBe('FORBIDDEN')

    await separated.signIn(officers.auditor)
    const whole = await must(api.audit.search({ ...EVERYTHING, ...PAGE }))
    const all = new Set(whole.rows.map(({ actorName }) => actorName))
    for (const { displayName } of [...Object.values(officers), former, clerk]) expect(all, displayName).toContain(displayName)
    expect(whole.total).toBeGreaterThan(limited.total)
    expect(await must(api.audit.verify({ externalHead: '' }))).toMatchObject({ sound: true })

    await separated.signIn(officers.system)
    expect(await codeOf(api.audit.search({ ...EVERYTHING, ...PAGE }))).toBe('FORBIDDEN')
    await separated.signIn(clerk)
    expect(await codeOf(api.audit.search({ ...EVERYTHING, ...PAGE }))).toBe('FORBIDDEN')
    // 链头谁都看得到:要抄在纸上。
    expect((await must(api.audit.head({}))).short).toHaveLength(8)
  })
})
