import { expect, test } from 'vitest'
import type { Rule } from '../scoring/rule.ts'
import { checkVocabulary } from './check-vocabulary.ts'
import { FACT_PARAMS, FACT_TABLES } from './fact-vocabulary.ts'

const faultsOf = (rule: Rule) => checkVocabulary({ dimensions: [{ id: 'D' }], indicators: [{ id: 'X', kind: 'base', dim: 'D', full: 100, source: 'auto', rule }] })

test.each<[string, Rule, readonly (readonly string[])[]]>([
  ['会议次数', { type: 'count', source: 'meetings', where: { meetingType: 'theme_day' }, required: 1 }, []],
  ['按月去重', { type: 'count', source: 'meetings', distinctBy: ['month', 'partyGroupId'], required: { param: 'groupCount' } }, []],
  ['没有的表', { type: 'count', source: 'wages', required: 1 }, [['UNKNOWN_TABLE', 'X', 'wages']]],
  ['没有的字段:条件', { type: 'count', source: 'meetings', where: { secret: 1 }, required: 1 }, [['UNKNOWN_FIELD', 'X', 'meetings.secret']]],
  ['没有的字段:日期', { type: 'count', source: 'meetings', dateField: 'createdAt', required: 1 }, [['UNKNOWN_FIELD', 'X', 'meetings.createdAt']]],
  ['没有的字段:两字段之比', { type: 'count', source: 'meetings', validIf: [{ ratio: ['present', 'expected'], gte: '1/2' }], required: 1 }, [['UNKNOWN_FIELD', 'X', 'meetings.expected']]],
  ['没有的字段:去重', { type: 'count', source: 'meetings', distinctBy: ['room'], required: 1 }, [['UNKNOWN_FIELD', 'X', 'meetings.room']]],
  ['没有的参数', { type: 'count', source: 'meetings', required: { param: 'branches' } }, [['UNKNOWN_PARAM', 'X', 'branches']]],
  ['个人值不在词汇里', { type: 'completeness', source: 'members', fields: ['name', 'address'] }, [['UNKNOWN_FIELD', 'X', 'members.address']]],
  ['比率的分母', { type: 'ratio', num: { fn: 'sum', source: 'meetings', field: 'present' }, den: { fn: 'sum', source: 'meetings', field: 'invited' } }, [['UNKNOWN_FIELD', 'X', 'meetings.invited']]],
  ['数值的参数', { type: 'value', value: { param: 'budget' } }, [['UNKNOWN_PARAM', 'X', 'budget']]],
  ['及时类', { type: 'timeliness', source: 'tasks', due: 'dueOn', done: 'doneOn' }, [['UNKNOWN_TABLE', 'X', 'tasks']]],
  [
    '组合规则里的每一部分',
    { type: 'composite', op: 'min', parts: [{ rule: { type: 'value', value: { fn: 'max', source: 'organisation', field: 'rating' } } }, { rule: { type: 'count', source: 'tasks', required: 1 } }] },
    [
      ['UNKNOWN_FIELD', 'X', 'organisation.rating'],
      ['UNKNOWN_TABLE', 'X', 'tasks'],
    ],
  ],
])('%s', (_title, rule, expected) => {
  expect(faultsOf(rule)).toEqual(expected)
})

test('词汇表只增不改:已发布的方案靠它复算', () => {
  expect(FACT_TABLES.meetings.fields).toEqual(expect.arrayContaining(['id', 'date', 'meetingType', 'partyGroupId', 'due', 'present', 'votingDue', 'votingPresent', 'quorumReached', 'finishedOn', 'topicCount', 'resolutionCount', 'missingFields']))
  expect(FACT_TABLES.members.fields).toEqual(expect.arrayContaining(['id', 'date', 'memberType', 'name', 'gender', 'ethnicity', 'birthDate', 'education', 'idNumber', 'joinedOn', 'regularOn', 'mobile']))
  expect(FACT_TABLES.organisation.fields).toEqual(expect.arrayContaining(['id', 'date', 'fullMembers', 'committeeSize', 'committeeLacking', 'longVacantPosts', 'termDue', 'termOverdue']))
  expect(FACT_TABLES.dues.fields).toEqual(expect.arrayContaining(['id', 'date', 'onTime', 'late', 'unpaid']))
  expect(FACT_PARAMS).toEqual(expect.arrayContaining(['committeeMeetingsRequired', 'groupCount', 'fullMembers', 'probationaryMembers', 'memberCount', 'committeeSize']))
  expect(FACT_TABLES.meetings.requiredStates).toEqual(['finished', 'submitted', 'approved', 'evaluated'])
})
