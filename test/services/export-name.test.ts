import { existsSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, win32 } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { fileRefSchema } from '../../shared/model/files.ts'
import { safeName } from '../../electron/services/export/export-name.ts'
import { PAYLOADS } from '../fixtures/attacks/payloads.ts'
import { seed } from '../support/faults/amount.ts'

const folder = mkdtempSync(join(tmpdir(), 'baolei-names-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])\s*(\.|$)/i

/** 任何系统上都能当文件名(F51):没有路径、设备名、首尾的点与空格;不太长;再清一遍不变。 */
const assertUsable = (given: string): void => {
  const name = safeName(given)
  expect(name).not.toMatch(/[\u0000-\u001f\u007f-\u009f/\\<>:"|?*\u202a-\u202e\u2066-\u2069]/)
  expect(name).not.toMatch(/^[. ]|[. ]$/)
  expect(name).not.toMatch(DEVICE)
  expect(name.length).toBeGreaterThan(0)
  expect(Array.from(name).length).toBeLessThanOrEqual(80)
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(240)
  expect(name.isWellFormed()).toBe(true)
  expect(win32.basename(name)).toBe(name)
  expect(dirname(join(folder, name))).toBe(folder)
  expect(safeName(name)).toBe(name)
  expect(fileRefSchema.shape.name.safeParse(name).success).toBe(true)
}

describe('文件名', () => {
  it.each([
    ['党员花名册.xlsx', '党员花名册.xlsx'],
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\windows\\system.ini', 'system.ini'],
    ['C:\\用户\\名册.xlsx', '名册.xlsx'],
    ['a<b>c:d"e|f?g*h.xlsx', 'a_b_c_d_e_f_g_h.xlsx'],
    ['换\n行\t制\u0000表.xlsx', '换_行_制_表.xlsx'],
    ['倒\u202excod.exe', '倒_xcod.exe'],
    ['零\u200b宽\ufeff.xlsx', '零_宽_.xlsx'],
    ['..', 'file'],
    ['', 'file'],
    ['/', 'file'],
    ['. . .', 'file'],
    ['.bashrc', 'bashrc'],
    ['名册.xlsx...', '名册.xlsx'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['com1.xlsx', '_com1.xlsx'],
    ['console.xlsx', 'console.xlsx'],
    ['𠮷野.xlsx', '𠮷野.xlsx'],
    ['com¹.xlsx', '_com¹.xlsx'],
    ['CONIN$', '_CONIN$'],
    ['aux .pdf', '_aux .pdf'],
    ['a::$DATA', 'a__$DATA'],
    ['名\u00ad册.xlsx', '名_册.xlsx'],
  ])('%j → %j', (given, wanted) => expect(safeName(given)).toBe(wanted))
  it('太长的截短,后缀留着,不把一个字切成两半', () => {
    expect(safeName(`${'党'.repeat(300)}.xlsx`)).toBe(`${'党'.repeat(75)}.xlsx`)
    expect(safeName(`${'𠮷'.repeat(300)}.xlsx`)).toBe(`${'𠮷'.repeat(58)}.xlsx`)
    for (const character of ['党', '𠮷', 'a', '👍🏽']) expect(Buffer.byteLength(safeName(character.repeat(300)))).toBeLessThanOrEqual(240)
  })
  it('随便什么名字,结果都能当文件名,再清一遍不变', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: fc.constantFrom('.', ' ', '/', '\\', 'c', 'o', 'n', '1', ':', '党', '𠮷', '\ud800', '\u202e') , maxLength: 200 })), assertUsable),
      { seed, numRuns: 500 },
    )
  })
  it('每一条恶意文字,单独、加后缀、夹在中间,都能当文件名,真写得下去,且只写在选定的文件夹里', () => {
    for (const { text } of PAYLOADS) {
      for (const given of [text, `${text}.xlsx`, `手册_${text}_2026.pdf`]) {
        assertUsable(given)
        const path = join(folder, safeName(given))
        writeFileSync(path, 'x')
        expect(realpathSync(dirname(path))).toBe(realpathSync(folder))
        expect(existsSync(path)).toBe(true)
      }
    }
    expect(readdirSync(folder, { recursive: true, withFileTypes: true }).every((entry) => entry.isFile())).toBe(true)
  })
})
