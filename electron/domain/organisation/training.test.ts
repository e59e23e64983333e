import { expect, it } from 'vitest'
import type { ManagementLevel } from '../../../shared/model/member.ts'
import { trainingGroups } from './training.ts'

const person = (name: string, joinedOn: string, managementLevel: ManagementLevel) => ({ name, joinedOn, managementLevel })
const people = [person('老骨干', '1998-07-01', 'ordinary'), person('新党员', '2024-06-28', ''), person('刚满三年', '2023-11-20', 'middle'), person('过了三年', '2023-11-19', 'senior'), person('只记到月', '2023-11', ''), person('没有日期', '', 'middle')]

it('近几年看几个月由规则里的数字定', () => {
  expect(trainingGroups(people, '2026-11-20', 12).map(({ since, people: found }) => [since, found.length])[0]).toEqual(['2025-11-20', 0])
})

it('近三年入党的骨干、全部党员骨干、到中高层的(今天 2026-11-20)', () => {
  expect(trainingGroups(people, '2026-11-20', 36).map(({ step, since, people: found }) => [step, since, found.map(({ name }) => name)])).toEqual([
    ['backbone_joined', '2023-11-20', ['新党员', '刚满三年', '只记到月']],
    ['member_backbone', null, people.map(({ name }) => name)],
    ['backbone_managing', null, ['刚满三年', '过了三年', '没有日期']],
  ])
})
