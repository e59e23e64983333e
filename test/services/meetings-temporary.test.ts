import { expect, it } from 'vitest'
import { createMeetingHandlers } from '../../electron/services/meetings-service.ts'
import { must } from '../support/make-core.ts'
import { makeOffice } from '../support/office.ts'

it('临时党支部的会上不能有发展、处分、选举的议题;别的议题照常', async () => {
  const office = makeOffice()
  const { meetings } = office.clientOf({ meetings: createMeetingHandlers(office.scope) })
  const branch = await office.addBranch('检修临时党支部', { code: '001', fromDay: '2026-01-01' })
  const { rev } = await must(office.api.organisations.get({ id: branch.id }))
  await must(office.api.organisations.setBuildForm({ id: branch.id, rev, buildForm: 'temporary', fromDay: '2026-01-01' }))
  let meeting = await must(meetings.create({ branchId: branch.id, meetingType: 'general_meeting', partyGroupId: null, day: '2026-11-10' }))
  const save = (kind: 'study' | 'admission' | 'confirmation' | 'discipline' | 'election') => meetings.save({ id: meeting.id, rev: meeting.rev, fields: { ...meeting.fields, topics: [{ title: '议题', kind, isFirstTopic: false, publishedOn: null, leader: '' }] } })
  for (const [kind, action] of [['admission', 'development'], ['confirmation', 'development'], ['discipline', 'discipline'], ['election', 'election']] as const) expect(await save(kind)).toMatchObject({ ok: false, error: { code: 'TEMPORARY_BRANCH', data: { action } } })
  meeting = await must(save('study'))
  expect(meeting.fields.topics).toHaveLength(1)
  office.close()
})
