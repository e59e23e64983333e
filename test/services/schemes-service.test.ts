import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SchemeContent, SchemeDocument } from '../../shared/model/scheme.ts'
import { codeOf } from '../support/evaluation-calls.ts'
import { makeCore, must, TEST_PERSON, type TestCore } from '../support/make-core.ts'

let work: TestCore
beforeEach(async () => {
  work = await makeCore()
})
afterEach(() => work.close())

const confirm = { reason: '按新的考核办法', password: TEST_PERSON.password }
const fromTemplate = (name = '星级考核办法') => must(work.api.schemes.createFromTemplate({ template: 'wuwei', name }))
const save = (draft: SchemeDocument, changes: (body: SchemeContent) => SchemeContent, effectiveFrom = draft.effectiveFrom) => work.api.schemes.saveDraft({ id: draft.id, rev: draft.rev, effectiveFrom, body: changes(draft.body) })
const withIndicator = (id: string, changes: object) => (body: SchemeContent): SchemeContent => ({ ...body, scheme: { ...body.scheme, indicators: body.scheme.indicators.map((one) => (one.id === id ? { ...one, ...changes } : one)) } })

describe('草稿', () => {
  test('从模板起一份,没有毛病,各类别都正好 100 分', async () => {
    const draft = await fromTemplate()
    expect(draft).toMatchObject({ version: 1, status: 'draft', effectiveFrom: '2026-12-01', faults: [] })
    expect(draft.sums.map(({ sum }) => sum)).toEqual(['100', '100', '100', '100', '100'])
    expect(await codeOf(work.api.schemes.createFromTemplate({ template: 'wuwei', name: '星级考核办法' }))).toBe('DUPLICATE_NAME')
    expect(await codeOf(work.api.schemes.createFromTemplate({ template: 'nothing', name: '别的' }))).toBe('NOT_FOUND')
  })

  test('有毛病也存得下,毛病一次说全,改好就没有了', async () => {
    const draft = await fromTemplate()
    const faulty = await must(save(draft, (body) => withIndicator('GL-05', { full: '5.5' })(withIndicator('JF-01', { per: null })({ ...body, texts: { ...body.texts, dimensions: { ...body.texts.dimensions, PP: '' } } }))))
    expect(faulty.faults).toEqual([
      { code: 'EVENT_VALUE_MISSING', place: 'JF-01', detail: '' },
      ...['auxiliary', 'management', 'market', 'mixed', 'production'].map((place) => ({ code: 'FULL_SUM', place, detail: '100.5' })),
      { code: 'TEXT_MISSING', place: 'PP', detail: '' },
    ])
    expect(await codeOf(work.api.schemes.publish({ id: faulty.id, rev: faulty.rev }, { confirm }))).toBe('SCHEME_FAULTY')
    const mended = await must(save(faulty, () => draft.body))
    expect(mended.faults).toEqual([])
  })

  test('读不出的数、引用不存在的门槛,也说得出在哪里', async () => {
    const draft = await fromTemplate()
    const odd = await must(save(draft, (body) => ({ ...body, scheme: { ...body.scheme, stars: { levels: [{ star: 3, min: 60 }], gates: [{ star: 4, type: 'dim_ratio', min: '60%', dims: ['XX'] }], quota: [{ star: 3, pct: '150%' }] } } })))
    expect(odd.faults.map(({ code, place }) => `${code} ${place}`)).toEqual(['GATE_UNKNOWN stars', 'QUOTA_SUM stars', 'SHARE_RANGE quota'])
    expect(await codeOf(save(odd, withIndicator('GL-05', { full: '1/0' })))).toBe('BAD_INPUT')
  })

  test('两处同时改:后来的不盖掉先来的', async () => {
    const draft = await fromTemplate()
    await must(save(draft, (body) => ({ ...body, note: '甲改的' })))
    expect(await codeOf(save(draft, (body) => ({ ...body, note: '乙改的' })))).toBe('STALE')
  })

  test('不要了的草稿不再列出,下一份接着用同一个版本号', async () => {
    const { schemes } = await must(work.api.schemes.list({}))
    const current = schemes[0]?.versions[0]
    const next = await must(work.api.schemes.createFromVersion({ id: current?.id ?? '', asNew: false, name: '随便' }))
    expect(next).toMatchObject({ version: 2, status: 'draft' })
    // 已经有草稿:再要一次给的是同一份。
    expect((await must(work.api.schemes.createFromVersion({ id: current?.id ?? '', asNew: false, name: '随便' }))).id).toBe(next.id)
    await must(work.api.schemes.discardDraft({ id: next.id, rev: next.rev }))
    expect(await codeOf(work.api.schemes.read({ versionId: next.id }))).toBe('NOT_FOUND')
    expect(await must(work.api.schemes.createFromVersion({ id: current?.id ?? '', asNew: false, name: '随便' }))).toMatchObject({ version: 2 })
    const alone = await fromTemplate()
    await must(work.api.schemes.discardDraft({ id: alone.id, rev: alone.rev }))
    expect((await must(work.api.schemes.list({}))).schemes.map(({ id }) => id)).toEqual([schemes[0]?.id])
  })
})

describe('发布', () => {
  test('自起用那个月起用新方案,以前的月份照旧;发布后不能再改、再弃', async () => {
    const draft = await fromTemplate()
    const published = await must(work.api.schemes.publish({ id: draft.id, rev: draft.rev }, { confirm }))
    expect(published.status).toBe('published')
    expect((await must(work.api.evaluation.scheme({ period: '2026-11' }))).name).toBe('五维堡垒指数（示例）')
    expect((await must(work.api.evaluation.scheme({ period: '2026-12' }))).name).toBe('星级考核办法')
    expect(await codeOf(save(published, (body) => body))).toBe('NOT_A_DRAFT')
    expect(await codeOf(work.api.schemes.discardDraft({ id: published.id, rev: published.rev }))).toBe('NOT_A_DRAFT')
  })

  test('没有成绩用过的可以停用,用过的不行', async () => {
    const draft = await fromTemplate()
    const published = await must(work.api.schemes.publish({ id: draft.id, rev: draft.rev }, { confirm }))
    await must(work.api.schemes.retire({ id: published.id, rev: published.rev }, { confirm }))
    expect((await must(work.api.evaluation.scheme({ period: '2026-12' }))).name).toBe('五维堡垒指数（示例）')
    await must(work.api.organisations.add({ parentId: (await must(work.api.organisations.tree({}))).nodes[0]?.id ?? '', kind: 'branch', name: '第一党支部', shortName: '', code: '', category: 'production' }))
    await must(work.api.evaluation.scorePeriod({ period: '2026-11' }))
    const used = (await must(work.api.schemes.list({}))).schemes[0]?.versions[0]
    expect(used?.resultCount).toBe(1)
    expect(await codeOf(work.api.schemes.retire({ id: used?.id ?? '', rev: 1 }, { confirm }))).toBe('SCHEME_IN_USE')
  })

  test.each([
    ['月中', 'month', '2026-12-15', 'EFFECTIVE_DAY_UNSUITABLE'],
    ['月初', 'month', '2026-12-01', 'ok'],
    ['按季评的,季中的月初', 'quarter', '2026-12-01', 'EFFECTIVE_DAY_UNSUITABLE'],
    ['按季评的,季初', 'quarter', '2027-01-01', 'ok'],
  ] as const)('起用日期:%s', async (_name, basePeriod, day, expected) => {
    const draft = await fromTemplate()
    const saved = await must(save(draft, (body) => ({ ...body, scheme: { ...body.scheme, basePeriod } }), day))
    expect(await codeOf(work.api.schemes.publish({ id: saved.id, rev: saved.rev }, { confirm }))).toBe(expected)
  })

  test('按季评的:记在季末的月份名下,看的是整个季度;别的月份没有评价', async () => {
    const { nodes } = await must(work.api.organisations.tree({}))
    const branch = await must(work.api.organisations.add({ parentId: nodes[0]?.id ?? '', kind: 'branch', name: '第一党支部', shortName: '', code: '', category: 'production' }))
    const draft = await fromTemplate()
    const saved = await must(save(draft, (body) => ({ ...body, scheme: { ...body.scheme, basePeriod: 'quarter' } }), '2027-01-01'))
    await must(work.api.schemes.publish({ id: saved.id, rev: saved.rev }, { confirm }))
    expect(await codeOf(work.api.evaluation.branchSheet({ branchId: branch.id, period: '2027-02' }))).toBe('PERIOD_UNSUITABLE')
    const sheet = await must(work.api.evaluation.branchSheet({ branchId: branch.id, period: '2027-03' }))
    // 季度项、每月项都在季度里考,年度项不考。
    const states = Object.fromEntries(sheet.lines.map(({ indicator, state }) => [indicator.id, state]))
    expect(states).toMatchObject({ 'GL-01': 'scored', 'GL-05': 'scored', 'GL-06': 'not_due' })
  })
})

describe('试算', () => {
  test('同样的记录照现行方案与草稿各算一遍:谁升谁降、差在哪里;库里一个字节不多', async () => {
    const { nodes } = await must(work.api.organisations.tree({}))
    const add = (name: string) => must(work.api.organisations.add({ parentId: nodes[0]?.id ?? '', kind: 'branch', name, shortName: '', code: '', category: 'production' }))
    const first = await add('第一党支部')
    await add('第二党支部')
    for (const period of ['2026-10', '2026-11']) await must(work.api.evaluation.addEvent({ branchId: first.id, period, indicatorId: 'JF-01', occurredOn: `${period}-08`, count: 1, level: null, matter: '', reason: '国家级表彰' }))
    const draft = await fromTemplate()
    const saved = await must(save(draft, withIndicator('JF-01', { per: 4 })))
    const { periods, rows } = await must(work.api.schemes.rehearse({ id: saved.id, from: '2026-10', to: '2026-11' }))
    expect(periods).toEqual(['2026-10', '2026-11'])
    const own = rows.find(({ branchId }) => branchId === first.id)
    expect(own?.reasons).toEqual([{ name: '加分', change: '-6.00' }])
    expect(Number(own?.before.total) - Number(own?.after.total)).toBeCloseTo(6)
    expect(rows.find(({ branchName }) => branchName === '第二党支部')?.reasons).toEqual([])
    expect((await must(work.api.schemes.list({}))).schemes.flatMap(({ versions }) => versions.map(({ resultCount }) => resultCount))).toEqual([2, 0])
    expect(await codeOf(work.api.schemes.rehearse({ id: saved.id, from: '2026-11', to: '2026-10' }))).toBe('MONTHS_UNSUITABLE')
  })
})

describe('进出文件', () => {
  const roundTrip = async (format: 'file' | 'sheet') => {
    const draft = await fromTemplate()
    const { file } = await must(work.api.schemes.exportFile({ versionId: draft.id, format }))
    const taken = work.core.files.take(file.ticket)
    const given = work.core.files.accept(taken?.name ?? '', taken?.bytes ?? new Uint8Array())
    return { draft, imported: await must(work.api.schemes.importFile({ file: given })) }
  }
  test('方案文件:一字不差,名称重了加序号', async () => {
    const { draft, imported } = await roundTrip('file')
    expect(imported.body).toEqual({ ...draft.body, name: '星级考核办法（2）' })
  })
  test('打分表:维度、指标、分值、分类别的分值都回得来,自动规则另设', async () => {
    const { draft, imported } = await roundTrip('sheet')
    expect(imported.body.scheme.indicators.map(({ id, kind }) => `${id} ${kind}`)).toEqual(draft.body.scheme.indicators.map(({ id, kind }) => `${id} ${kind}`))
    expect(imported.sums).toEqual(draft.sums)
    expect(Object.values(imported.body.texts.dimensions)).toEqual(Object.values(draft.body.texts.dimensions))
    expect(new Set(imported.faults.map(({ code }) => code))).toEqual(new Set(['BONUS_CAP_MISSING', 'VETO_WITHOUT_EFFECT', 'EVENT_VALUE_MISSING'].filter((code) => imported.faults.some((fault) => fault.code === code))))
  })
  test.each([
    ['不是方案', '{"format":"别的"}', 'SCHEME_FILE_UNSUITABLE'],
    ['更新的写法', '{"format":"baolei-scheme","version":2,"body":{}}', 'SCHEME_FILE_UNSUITABLE'],
    ['断了的', '{"format":', 'SCHEME_FILE_UNSUITABLE'],
    ['空的', '', 'FILE_EMPTY'],
    ['没有表头的表', '甲,乙\n1,2\n', 'SCHEME_FILE_UNSUITABLE'],
    ['分值不是数', '名称,分值\n制度,很多\n', 'SCHEME_FILE_UNSUITABLE'],
  ])('读不了的:%s', async (_name, content, expected) => {
    const given = work.core.files.accept(content.startsWith('{') ? '方案.json' : '细则.csv', new TextEncoder().encode(content))
    expect(await codeOf(work.api.schemes.importFile({ file: given }))).toBe(expected)
    expect((await must(work.api.schemes.list({}))).schemes).toHaveLength(1)
  })
})
