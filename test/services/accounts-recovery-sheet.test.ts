import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateX25519Identity } from 'age-encryption'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RecoverySheetPrintModel } from '../../shared/model/recovery-sheet-print.ts'
import { codeOf } from '../support/evaluation-calls.ts'
import { must } from '../support/make-core.ts'
import { keyOf, openRaw } from '../support/raw-store.ts'
import { confirmBy, makeSeparated, type SeparatedOffice } from '../support/separated-office.ts'

let office: SeparatedOffice
let printed: { readonly page: string; readonly model: RecoverySheetPrintModel }[]
beforeEach(async () => {
  printed = []
  office = await makeSeparated({
    printer: {
      renderPdf: (page, model) => {
        printed.push({ page, model: model as RecoverySheetPrintModel })
        return Promise.resolve(new TextEncoder().encode('%PDF'))
      },
    },
  })
})
afterEach(() => office.close())

describe('恢复单', () => {
  it('三员分立刚建好、还没有人登录:两个码印两张,按槽编号,分好组', async () => {
    const codes = office.recoveryCodes.toReversed()
    const { file, preview } = await must(office.api.accounts.recoverySheet({ codes }))
    expect(file.name).toBe('恢复单_北岭钢铁集团党委_20261120.pdf')
    expect(printed).toMatchObject([{ page: 'recovery-sheet', model: { unitName: '北岭钢铁集团党委', printedOn: '2026-11-20' } }])
    const sheets = printed[0]?.model.sheets ?? []
    expect(sheets.map(({ number, of, code }) => [number, of, code])).toEqual(office.recoveryCodes.map((code, index) => [index + 1, 2, code]))
    for (const { code, groups } of sheets) {
      expect(groups.join('')).toBe(code)
      expect(groups.every((group) => group.length <= 4)).toBe(true)
    }
    // 两个凭据都只能取一次。
    for (const { ticket } of [file, preview]) {
      expect(office.core.files.take(ticket)?.bytes).toEqual(new TextEncoder().encode('%PDF'))
      expect(office.core.files.take(ticket)).toBeNull()
    }
  })
  it('抄错的、别处的、党委的码:一张也不印', async () => {
    const [first = '', second = ''] = office.recoveryCodes
    expect(await office.api.accounts.recoverySheet({ codes: [first, `${second.slice(0, -1)}${second.endsWith('Q') ? 'P' : 'Q'}`] })).toMatchObject({ ok: false, error: { code: 'RECOVERY_CODE_WRONG', data: { mistyped: true } } })
    expect(await office.api.accounts.recoverySheet({ codes: [first, await generateX25519Identity()] })).toMatchObject({ ok: false, error: { code: 'RECOVERY_CODE_WRONG', data: { mistyped: false } } })
    expect(printed).toEqual([])
  })
  it('同一个码给两遍只印一张;合上了、只是选定着的也能印', async () => {
    await must(office.api.system.closeWorkspace({}))
    await must(office.api.system.openWorkspace({ path: office.path }))
    const [first = ''] = office.recoveryCodes
    await must(office.api.accounts.recoverySheet({ codes: [first, first] }))
    expect(printed[0]?.model).toMatchObject({ unitName: '北岭钢铁集团党委', sheets: [{ number: 1, of: 2 }] })
  })
  it('锁着屏不印', async () => {
    await office.signIn(office.officers.security)
    await must(office.api.session.lock({ reason: 'person' }))
    expect(await codeOf(office.api.accounts.recoverySheet({ codes: [...office.recoveryCodes] }))).toBe('SESSION_LOCKED')
  })
  it('登录着印的记一条审计;码不进审计,也不落在工作区的任何文件里', async () => {
    await office.signIn(office.officers.security)
    const { codes } = await must(office.api.accounts.renewRecovery({}, confirmBy(office.officers.security)))
    await must(office.api.accounts.recoverySheet({ codes }))
    const raw = openRaw(office.path, await keyOf(office.path, office.officers.security))
    const rows = JSON.stringify(raw.prepare('SELECT * FROM audit_log').all())
    raw.close()
    expect(rows).toContain('recovery_sheet')
    await must(office.api.system.closeWorkspace({}))
    const files = readdirSync(office.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    expect(files.length).toBeGreaterThan(5)
    for (const code of [...codes, ...office.recoveryCodes]) {
      const parts = [code, code.toLowerCase(), code.slice(20, 40)]
      expect(parts.some((part) => rows.includes(part))).toBe(false)
      for (const entry of files) {
        const bytes = readFileSync(join(entry.parentPath, entry.name))
        expect(parts.some((part) => bytes.includes(part)), entry.name).toBe(false)
      }
    }
  })
})
