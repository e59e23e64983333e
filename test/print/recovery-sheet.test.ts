import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { recoveryCodeGroups } from '../../shared/util/recovery-code.ts'
import { createBrowserPrinter, type BrowserPrinter } from '../../electron/printing/browser-printer.ts'
import { must } from '../support/make-core.ts'
import { readPdf } from '../support/read-pdf.ts'
import { makeSeparated, type SeparatedOffice } from '../support/separated-office.ts'

const RENDERER = join(import.meta.dirname, '..', '..', 'out', 'renderer')
let office: SeparatedOffice
let printer: BrowserPrinter
beforeAll(async () => {
  printer = createBrowserPrinter(RENDERER)
  office = await makeSeparated({ printer })
})
afterAll(async () => {
  office.close()
  await printer.close()
})

it('真的印出来:一码一张 A4,单位、组数都在', async () => {
  const { file } = await must(office.api.accounts.recoverySheet({ codes: [...office.recoveryCodes] }))
  const bytes = office.core.files.take(file.ticket)?.bytes ?? new Uint8Array()
  mkdirSync(join(RENDERER, '..', 'screenshots'), { recursive: true })
  writeFileSync(join(RENDERER, '..', 'screenshots', 'recovery-sheet.pdf'), bytes)
  const pdf = await readPdf(bytes)
  expect(pdf.pages).toBe(2)
  for (const { width, height } of pdf.sizes) {
    expect(Math.abs(width - 594.96)).toBeLessThan(1)
    expect(Math.abs(height - 841.92)).toBeLessThan(1)
  }
  for (const [index, code] of office.recoveryCodes.entries()) {
    const text = pdf.pageTexts[index] ?? ''
    expect(text).toContain('北岭钢铁集团党委')
    for (const group of recoveryCodeGroups(code)) expect(text).toContain(group)
  }
})
