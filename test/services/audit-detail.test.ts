import fc from 'fast-check'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { z } from 'zod'
import { contract } from '../../shared/contract/index.ts'
import type { ContractTree } from '../../shared/contract/define.ts'
import { failWith } from '../../electron/rpc/handlers.ts'
import { AUDITED_PERIOD, BY_SELF, fillAuditedOffice } from '../support/audited-office.ts'
import { shapedInput } from '../support/input-arbitrary.ts'
import { CANARIES, PERSON } from '../support/leaks/canaries.ts'
import { makeCore, must, TEST_PERSON } from '../support/make-core.ts'
import { idNumberOf } from '../support/office.ts'
import { keyOf, openRaw } from '../support/raw-store.ts'

const SEED = 20_261_120
/** 会换掉、合上工作区的;口令类的会把自己关在门外。 */
const SKIPPED = /^(rescue|system|session)\.|^accounts\.(secure|recoverySheet|renewRecovery)$/
/** 慢的(备份、打印、核对)少试几次。 */
const runsOf = (kind: string): number => (kind === 'job' ? 3 : kind === 'command' ? 40 : 5)

const procedures = Object.entries(contract as ContractTree).flatMap(([group, names]) => Object.entries(names).map(([name, procedure]) => ({ path: `${group}.${name}`, procedure }))).filter(({ path }) => !SKIPPED.test(path))
const textsIn = (value: unknown): string[] => (typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [])

it('审计正文里没有个人值:每个过程都填上假的姓名、证号、电话、住址、理由,一个也不在审计正文里', async () => {
  const test = await makeCore({ printer: { renderPdf: () => Promise.resolve(failWith('NO_BROWSER')) } })
  const folder = join(test.folder, 'workspace')
  const db = openRaw(folder, await keyOf(folder))
  try {
    const office = await fillAuditedOffice(test)
    const own = (await must(test.api.accounts.list({}))).accounts[0]?.id ?? ''
    const values = [...CANARIES.map(({ value }) => value), idNumberOf('1969-02-11', 303)]
    const ids = [office.root, office.branch, office.otherBranch, office.group, office.meeting, ...office.members]
    const known = [...ids, AUDITED_PERIOD, 'DW-06', 'KF-02', 'FJ-01', 'production', 'secretary', ...values]
    const reached = new Map<string, number>()
    for (const { path, procedure } of procedures) {
      for (const input of fc.sample(shapedInput(procedure.input as z.ZodType, known), { seed: SEED, numRuns: runsOf(procedure.kind) })) {
        // 不拿自己的账号试:停用了、换了口令就进行不下去。
        if (JSON.stringify(input)?.includes(own)) continue
        const reply = JSON.parse(await test.core.dispatch(JSON.stringify({ id: 'a', path, input, confirm: { reason: PERSON.note, password: TEST_PERSON.password } }))) as { readonly ok: boolean; readonly error?: { readonly code: string } }
        if (reply.ok) reached.set(path, (reached.get(path) ?? 0) + 1)
        expect(reply.error?.code, path).not.toBe('INTERNAL')
        if (reply.error?.code === 'SESSION_LOCKED') await must(test.api.session.signIn({ userName: TEST_PERSON.userName, password: TEST_PERSON.password }))
      }
    }
    // 像样地也各做一遍:看一眼、改一改、删掉、取回、擦除、查找。
    const { rev, fields } = await must(test.api.members.get({ id: office.members[1] }))
    await must(test.api.members.save({ id: office.members[1], rev, fields: { ...fields, name: PERSON.name, idNumber: PERSON.idNumber, mobile: PERSON.mobile, telephone: PERSON.telephone, address: PERSON.address, note: PERSON.note } }))
    await must(test.api.members.reveal({ id: office.members[1], field: 'idNumber', purpose: PERSON.note }))
    await must(test.api.audit.search({ fromDay: null, toDay: null, kind: null, accountId: null, search: PERSON.name, beforeSeq: null, limit: 10 }))
    await must(test.api.audit.verify({ externalHead: PERSON.idNumber }))
    await must(test.api.audit.export({ fromDay: null, toDay: null, kind: null, accountId: null, search: PERSON.mobile }, BY_SELF))

    const details = db.prepare('SELECT procedure, detail FROM audit_log').all() as { readonly procedure: string; readonly detail: string }[]
    expect(details.length).toBeGreaterThan(120)
    expect(new Set(details.map(({ procedure }) => procedure)).size).toBeGreaterThan(25)
    for (const { procedure, detail } of details) {
      for (const value of values) expect(detail.includes(value), `${procedure} ${detail}`).toBe(false)
      // 代码、字段名、标识、月份、备份名:没有一个是人写的话。
      for (const text of textsIn(JSON.parse(detail))) expect(text, `${procedure} ${detail}`).toMatch(/^[\w@.:-]{0,100}$/)
    }
    expect(JSON.stringify(db.prepare('SELECT reason FROM audit_reason').pluck().all())).toContain(PERSON.note)
    console.log(`audit details: ${details.length} rows of ${new Set(details.map(({ procedure }) => procedure)).size} procedures, ${[...reached.values()].reduce((sum, count) => sum + count, 0)} calls got through`)
  } finally {
    db.close()
    test.close()
  }
}, 120_000)
