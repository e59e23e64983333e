import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MOST_ATTACHMENTS_OF_MEETING } from '../../shared/model/attachment.ts'
import type { MeetingDetail } from '../../shared/model/meeting.ts'
import { makeCore, must, type TestCore } from '../support/make-core.ts'
import { memberFields } from '../support/office.ts'
import { topicRow } from '../support/meeting-rows.ts'
import { openRaw, keyOf } from '../support/raw-store.ts'
import { join } from 'node:path'

const jpeg = (seed: number): Uint8Array => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, seed])

describe('会议的附件、样板、常用语', () => {
  let test: TestCore
  let root = ''
  let branch = ''
  let other = ''
  let meeting: MeetingDetail
  beforeAll(async () => {
    test = await makeCore()
    root = (await must(test.api.organisations.tree({}))).nodes[0]?.id ?? ''
    const add = async (name: string, code: string) => (await must(test.api.organisations.add({ parentId: root, kind: 'branch', name, shortName: '', code, category: 'production', fromDay: '2020-01-01' }))).id
    branch = await add('炼铁党支部', '001')
    other = await add('轧钢党支部', '002')
    await must(test.api.members.add({ fields: memberFields(branch, { name: '王建国' }) }))
    meeting = await must(test.api.meetings.create({ branchId: branch, meetingType: 'general_meeting', partyGroupId: null, day: '2026-11-10' }))
  })
  afterAll(() => test.close())

  const give = (name: string, bytes: Uint8Array) => test.api.meetingFiles.add({ meetingId: meeting.id, kind: 'sign_in', attachment: { file: test.core.files.accept(name, bytes), thumbnail: test.core.files.accept('小样.jpg', jpeg(200)) } })

  it('附上、看、去掉;同样的内容只存一份;来历里说得出', async () => {
    const { files } = await must(give('签到表.jpg', jpeg(1)))
    expect(files.map(({ kind, attachment }) => [kind, attachment.fileName, attachment.kind])).toEqual([['sign_in', '签到表.jpg', 'image']])
    const again = await must(give('又一份.jpg', jpeg(1)))
    expect(again.files).toHaveLength(2)
    const raw = openRaw(join(test.folder, 'workspace'), await keyOf(join(test.folder, 'workspace')))
    expect(raw.prepare('SELECT count(DISTINCT blob) FROM meeting_attachment').pluck().get()).toBe(1)
    raw.close()
    expect((await must(test.api.meetingFiles.thumbnails({ meetingId: meeting.id }))).thumbnails).toHaveLength(2)
    const opened = await must(test.api.meetingFiles.open({ meetingId: meeting.id, attachmentId: files[0]?.id ?? '' }))
    expect([...test.core.files.read(opened.file.ticket)]).toEqual([...jpeg(1)])
    const [, second] = again.files
    const left = await must(test.api.meetingFiles.remove({ meetingId: meeting.id, attachment: { id: second?.id ?? '', rev: second?.rev ?? 0 } }))
    expect(left.files).toHaveLength(1)
    const words = JSON.stringify(await must(test.api.history.meeting({ id: meeting.id, offset: 0 })))
    expect(words).toContain('签到表.jpg')
  })

  it('不像样的不收:内容不是图片、PDF、Word', async () => {
    expect(await give('假照片.jpg', Uint8Array.from([1, 2, 3]))).toMatchObject({ ok: false, error: { code: 'ATTACHMENT_UNSUITABLE', data: { reason: 'kind' } } })
  })

  it('一份记录最多三十份,再多的不收;去掉一份又收得下', async () => {
    const busy = await must(test.api.meetings.create({ branchId: branch, meetingType: 'theme_day', partyGroupId: null, day: '2026-11-11' }))
    const add = (seed: number) => test.api.meetingFiles.add({ meetingId: busy.id, kind: 'photo', attachment: { file: test.core.files.accept(`${seed}.jpg`, jpeg(seed)), thumbnail: null } })
    for (let seed = 1; seed <= MOST_ATTACHMENTS_OF_MEETING; seed++) await must(add(seed))
    expect(await add(99)).toMatchObject({ ok: false, error: { code: 'ATTACHMENT_UNSUITABLE', data: { reason: 'count' } } })
    const [first] = (await must(test.api.meetingFiles.list({ meetingId: busy.id }))).files
    await must(test.api.meetingFiles.remove({ meetingId: busy.id, attachment: { id: first?.id ?? '', rev: first?.rev ?? 0 } }))
    expect((await must(add(99))).files).toHaveLength(MOST_ATTACHMENTS_OF_MEETING)
  })

  it('办结、上报以后还能补;审批以后不能;别的会议的附件点名也不给', async () => {
    const saved = await must(test.api.meetings.save({ id: meeting.id, rev: meeting.rev, fields: { ...meeting.fields, place: '会议室', host: '王建国', recorder: '王建国', content: '学习文件,统一思想。会议强调要抓好落实。', topics: [topicRow({ title: '学习' })] } }))
    const finished = await must(test.api.meetings.finish({ id: meeting.id, rev: saved.rev }))
    expect((await must(give('照片.jpg', jpeg(2)))).files).toHaveLength(2)
    const submitted = await must(test.api.meetings.submit({ id: meeting.id, rev: finished.rev }))
    await must(test.api.meetings.review({ id: meeting.id, rev: submitted.rev, decision: 'approve', opinion: '', grade: '', returnDueOn: null }))
    expect(await give('晚了.jpg', jpeg(3))).toMatchObject({ ok: false, error: { code: 'NOT_EDITABLE' } })
    const second = await must(test.api.meetings.create({ branchId: branch, meetingType: 'theme_day', partyGroupId: null, day: '2026-11-12' }))
    const [file] = (await must(test.api.meetingFiles.list({ meetingId: meeting.id }))).files
    expect(await test.api.meetingFiles.open({ meetingId: second.id, attachmentId: file?.id ?? '' })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
  })

  it('样板:上级的各支部都能选,支部的只给自己;照样板新建带名称、地点、议题,不带内容', async () => {
    const fields = { name: '季度大会', meetingType: 'general_meeting' as const, title: '{年}年第{季}季度大会({月}月)', place: '三号会议室', topics: [{ title: '第一议题学习', kind: 'study' as const, isFirstTopic: true }], phrases: '会议指出\n会议要求' }
    await must(test.api.meetingAids.saveTemplate({ ownerId: root, template: null, fields }))
    await must(test.api.meetingAids.saveTemplate({ ownerId: branch, template: null, fields: { ...fields, name: '本支部的' } }))
    const seen = async (id: string) => (await must(test.api.meetingAids.list({ branchId: id, meetingType: 'general_meeting' }))).templates.map((row) => row.fields.name)
    expect(await seen(branch)).toEqual(['本支部的', '季度大会'])
    expect(await seen(other)).toEqual(['季度大会'])
    const [template] = (await must(test.api.meetingAids.list({ branchId: other, meetingType: null }))).templates
    const made = await must(test.api.meetings.create({ branchId: other, meetingType: 'general_meeting', partyGroupId: null, day: '2026-08-03', templateId: template?.id ?? '' }))
    expect(made.fields).toMatchObject({ title: '2026年第3季度大会(8月)', place: '三号会议室', content: '', resolutions: [], topics: [{ title: '第一议题学习', isFirstTopic: true, publishedOn: null }] })
    const [own] = (await must(test.api.meetingAids.list({ branchId: branch, meetingType: null }))).templates
    expect(await test.api.meetings.create({ branchId: other, meetingType: 'general_meeting', partyGroupId: null, day: '2026-08-03', templateId: own?.id ?? '' })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
    // 点名时归属要对:拿自己的组织当幌子,动不了上级的。
    expect(await test.api.meetingAids.removeTemplate({ ownerId: other, template: { id: template?.id ?? '', rev: template?.rev ?? 1 } })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
  })

  it('常用语:登记的、样板里的、自己两次以上写过的', async () => {
    await must(test.api.meetingAids.savePhrase({ ownerId: branch, phrase: null, text: '与会党员一致同意' }))
    const write = async (day: string) => {
      const made = await must(test.api.meetings.create({ branchId: branch, meetingType: 'committee_meeting', partyGroupId: null, day }))
      const saved = await must(test.api.meetings.save({ id: made.id, rev: made.rev, fields: { ...made.fields, place: '会议室', host: '王建国', recorder: '王建国', content: `会议强调要抓好安全生产责任落实。${day}另有安排。王建国作了重点发言。`, topics: [topicRow({ title: '学习' })], attendance: [{ memberId: meeting.fields.attendance[0]?.memberId ?? '', name: '王建国', hasVote: true, status: 'present', reason: '', reasonNote: '', sitting: 0, exclusion: '', exclusionNote: '' }] } }))
      await must(test.api.meetings.finish({ id: made.id, rev: saved.rev }))
    }
    await write('2026-09-03')
    expect((await must(test.api.meetingAids.list({ branchId: branch, meetingType: 'committee_meeting' }))).learnt).toEqual([])
    await write('2026-10-03')
    const aids = await must(test.api.meetingAids.list({ branchId: branch, meetingType: 'committee_meeting' }))
    expect(aids.learnt).toEqual(['会议强调要抓好安全生产责任落实'])
    expect(aids.phrases.map(({ text }) => text)).toEqual(['与会党员一致同意'])
    expect((await must(test.api.meetingAids.list({ branchId: branch, meetingType: 'general_meeting' }))).fromTemplates).toEqual(['会议指出', '会议要求'])
    const [phrase] = aids.phrases
    await must(test.api.meetingAids.removePhrase({ ownerId: branch, phrase: { id: phrase?.id ?? '', rev: phrase?.rev ?? 1 } }))
    expect((await must(test.api.meetingAids.list({ branchId: branch, meetingType: null }))).phrases).toEqual([])
  })
})
