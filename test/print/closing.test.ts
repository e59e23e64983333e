import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { volumeText } from '../../shared/i18n/zh-CN/volume.ts'
import { volumeSectionTitles } from '../../shared/i18n/zh-CN/volume-sections.ts'
import { volumesText as text } from '../../shared/i18n/zh-CN/volumes.ts'
import { createBrowserPrinter, type BrowserPrinter } from '../../electron/printing/browser-printer.ts'
import { branchWithMembers } from '../support/branch-with-members.ts'
import { makeCore, must, type TestCore } from '../support/make-core.ts'
import { readPdf } from '../support/read-pdf.ts'

/** 年度封存:档案不用本软件也读得,指纹对得上,那一年锁住,上级写明原因重新打开;交接清单;成批打印。 */
describe('封存、交接、成批', () => {
  let core: TestCore
  let printer: BrowserPrinter
  let branchId: string
  let meetingId: string
  const year = 2025

  beforeAll(async () => {
    printer = createBrowserPrinter(join(import.meta.dirname, '..', '..', 'out', 'renderer'))
    core = await makeCore({ printer })
    branchId = await branchWithMembers(core, ['王建国', '李海燕', '赵志强'])
    const made = await must(core.api.meetings.create({ branchId, meetingType: 'general_meeting', partyGroupId: null, day: '2025-03-12' }))
    meetingId = made.id
    await must(core.api.meetings.save({ id: made.id, rev: made.rev, fields: { ...made.fields, title: '第一季度党员大会', place: '会议室', host: '王建国', recorder: '李海燕', endAt: '2025-03-12 16:00', content: '=传达学习上级精神。' } }))
  })
  const attach = (seed: number) => core.api.meetingFiles.add({ meetingId, kind: 'sign_in', attachment: { file: core.core.files.accept('签到表.jpg', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, seed])), thumbnail: null } })
  afterAll(async () => {
    core.close()
    await printer.close()
  })

  it('交接清单:草稿、缺的记录、移交的东西、签字', async () => {
    const { preview, pages } = await must(core.api.volumes.handover({ branchId, year }))
    const pdf = await readPdf(core.core.files.read(preview.ticket))
    expect(pdf.pages).toBe(pages)
    for (const word of [text.handover.title, text.handover.open, text.handover.missing, text.handover.items, '第一季度党员大会（草稿，没有办结）', '监交人']) expect(pdf.text).toContain(word)
    expect(pdf.text).toMatch(/第 [1-4] 季度还差 1 次/)
  })
  it('没过完的一年、还有草稿的,不封', async () => {
    expect(await core.api.volumes.close({ branchId, year: 2026 })).toMatchObject({ ok: false, error: { code: 'YEAR_NOT_OVER' } })
    expect(await core.api.volumes.close({ branchId, year })).toMatchObject({ ok: false, error: { code: 'YEAR_HAS_DRAFTS', data: { count: 1 } } })
  })
  it('封存:PDF、表格、说明、指纹清单,每个指纹算得出来;再取一份逐字节相同', async () => {
    const detail = await must(core.api.meetings.get({ id: meetingId }))
    const topics = detail.fields.topics.length > 0 ? detail.fields.topics : [{ title: '学习', kind: 'study' as const, isFirstTopic: false, publishedOn: null, leader: '' }]
    const saved = await must(core.api.meetings.save({ id: meetingId, rev: detail.rev, fields: { ...detail.fields, topics } }))
    await must(core.api.meetings.finish({ id: meetingId, rev: saved.rev }))
    // 两份同名的附件:手册里印名称,档案里各有各的文件名。
    for (const seed of [1, 2]) await must(attach(seed))
    const { file, pages } = await must(core.api.volumes.close({ branchId, year }))
    expect(await attach(3)).toMatchObject({ ok: false, error: { code: 'YEAR_CLOSED' } })
    const bytes = core.core.files.read(file.ticket)
    const inside = unzipSync(bytes)
    const names = Object.keys(inside)
    expect(names).toEqual(expect.arrayContaining([text.closing.volume('炼铁作业区党支部', year), text.closing.tables('炼铁作业区党支部', year), text.closing.readme, text.closing.list]))
    const lines = strFromU8(inside[text.closing.list] ?? new Uint8Array()).trim().split('\n')
    expect(lines.length).toBe(names.length - 1)
    expect(names.filter((name) => name.includes('签到表'))).toEqual([`${text.closing.attachments}/001 2025-03-12 第一季度党员大会 签到表.jpg`, `${text.closing.attachments}/002 2025-03-12 第一季度党员大会 签到表.jpg`])
    for (const line of lines) {
      const [digest, name = ''] = line.split(' *')
      expect(createHash('sha256').update(inside[name] ?? new Uint8Array()).digest('hex'), name).toBe(digest)
    }
    const book = await readPdf(inside[text.closing.volume('炼铁作业区党支部', year)] ?? new Uint8Array())
    expect(book.text).toContain('签到表.jpg')
    expect(book.pages).toBe(pages)
    const { sheets } = await readXlsx(inside[text.closing.tables('炼铁作业区党支部', year)] ?? new Uint8Array())
    expect(sheets.length).toBeGreaterThan(1)
    expect(JSON.stringify(sheets)).toContain('=传达学习上级精神。')
    // 出勤一人一行,一年的会都在一张表里。
    const attendance = JSON.stringify(sheets.find(({ name }) => name === volumeSectionTitles.attendance))
    for (const word of ['3.12', volumeText.attendance.due, '王建国', '√']) expect(attendance).toContain(word)
    const { closings } = await must(core.api.volumes.closings({ branchId }))
    expect(closings).toMatchObject([{ year, pages, reopenedAt: null }])
    expect(closings[0]?.files.length).toBe(lines.length)
    const again = await must(core.api.volumes.download({ branchId, closedAt: closings[0]?.closedAt ?? 0 }))
    expect(Buffer.from(core.core.files.read(again.file.ticket)).equals(Buffer.from(bytes))).toBe(true)
  })
  it('封存以后那一年的记录改不了、添不了;别的年不受影响;重新打开要原因,打开以后改得了', async () => {
    const detail = await must(core.api.meetings.get({ id: meetingId }))
    expect(await core.api.meetings.reopen({ id: meetingId, rev: detail.rev, reason: '改一下' })).toMatchObject({ ok: false, error: { code: 'YEAR_CLOSED' } })
    expect(await core.api.meetings.create({ branchId, meetingType: 'theme_day', partyGroupId: null, day: '2025-05-10' })).toMatchObject({ ok: false, error: { code: 'YEAR_CLOSED' } })
    expect(await core.api.dues.saveHandover({ branchId, id: null, rev: 1, fields: { fromMonth: '2025-09', toMonth: '2025-09', handedOn: '2025-10-08', amountFen: 4_862, payerName: '李海燕', receiverName: '党委办公室', receiptNumber: '', note: '' } })).toMatchObject({ ok: false, error: { code: 'YEAR_CLOSED' } })
    expect(await core.api.meetings.create({ branchId, meetingType: 'theme_day', partyGroupId: null, day: '2024-05-10' })).toMatchObject({ ok: true })
    const [closing] = (await must(core.api.volumes.closings({ branchId }))).closings
    expect(await core.api.volumes.close({ branchId, year })).toMatchObject({ ok: false, error: { code: 'YEAR_CLOSED' } })
    await must(core.api.volumes.reopen({ branchId, year, rev: closing?.rev ?? 0, reason: '补记一次主题党日' }))
    expect(await core.api.meetings.create({ branchId, meetingType: 'theme_day', partyGroupId: null, day: '2025-05-10' })).toMatchObject({ ok: true })
    expect((await must(core.api.volumes.closings({ branchId }))).closings).toMatchObject([{ year, reopenReason: '补记一次主题党日' }])
    // 封存、取档案、重新打开都记着,核对得过。
    const { rows } = await must(core.api.audit.search({ kind: 'export', fromDay: null, toDay: null, accountId: null, search: '', beforeSeq: null, limit: 50 }))
    expect(rows.map(({ procedure }) => procedure)).toEqual(expect.arrayContaining(['volumes.close', 'volumes.download', 'volumes.reopen']))
  })
  it('成批:一个支部一份,装进压缩包;停下来什么也不交', async () => {
    const { nodes } = await must(core.api.organisations.tree({}))
    const made = await must(core.api.volumes.batch({ organisationId: nodes[0]?.id ?? '', year }))
    expect(made).toMatchObject({ branches: 1, failed: [] })
    const [packed] = made.files
    expect(Object.keys(unzipSync(core.core.files.read(packed?.ticket ?? '')))).toEqual([text.batchEntry('001', '炼铁作业区党支部', year)])
  })
})
