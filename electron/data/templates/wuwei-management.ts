import type { TemplateItem } from '../../domain/evaluation/scheme-body.ts'

const QUARTER_ENDS = [3, 6, 9, 12] as const

/** 星级管理 30 分(示例)。三会一课与主题党日由手册记录自动计分。 */
export const wuweiManagement: readonly TemplateItem[] = [
  {
    indicator: {
      id: 'GL-01',
      kind: 'base',
      dim: 'GL',
      full: 5,
      period: 'quarter',
      dueMonths: QUARTER_ENDS,
      source: 'auto',
      // 有表决权的到会不够法定人数,会如实留档,但不算开成(支部工作条例第十一条)。
      rule: { type: 'count', source: 'meetings', where: { meetingType: 'general_meeting' }, window: 'quarter', validIf: [{ field: 'quorumReached', eq: 1 }], required: 1 },
    },
    text: { name: '支部党员大会', wording: '每季度召开 1 次，缺 1 季扣 1.25 分；到会不足法定比例的当次不计。季末月评价，本季未召开不得分。', evidence: '会议记录' },
  },
  {
    indicator: {
      id: 'GL-02',
      kind: 'base',
      dim: 'GL',
      full: 4,
      period: 'month',
      source: 'auto',
      // 到会委员半数以上才能开(条例第十二条)。
      rule: { type: 'count', source: 'meetings', where: { meetingType: 'committee_meeting' }, validIf: [{ field: 'quorumReached', eq: 1 }], required: { param: 'committeeMeetingsRequired' } },
    },
    text: { name: '支委会会议', wording: '每月召开 1 次，缺 1 月扣 4/12 分。月评价，当月未召开不得分；到会不足半数的当次不计；不设支委会的不考。', evidence: '会议记录' },
  },
  {
    indicator: {
      id: 'GL-03',
      kind: 'base',
      dim: 'GL',
      full: 3,
      period: 'month',
      source: 'auto',
      // 每个小组各计一次:同一小组开两次不能顶另一个小组;没写是哪个小组的不计。
      rule: { type: 'count', source: 'meetings', where: { meetingType: 'group_meeting' }, validIf: [{ field: 'partyGroupId', exists: true }], distinctBy: ['partyGroupId'], required: { param: 'groupCount' } },
    },
    text: { name: '党小组会', wording: '每个党小组每月召开 1 次，缺 1 月扣 3/12 分。月评价，按召开的小组数折算；未设党小组的不考。', evidence: '会议记录' },
  },
  {
    indicator: {
      id: 'GL-04',
      kind: 'base',
      dim: 'GL',
      full: 3,
      period: 'quarter',
      dueMonths: QUARTER_ENDS,
      source: 'auto',
      rule: { type: 'count', source: 'meetings', where: { meetingType: 'party_lecture' }, window: 'quarter', required: 1 },
    },
    text: { name: '党课', wording: '每季度 1 次，缺 1 次扣 0.75 分。季末月评价，本季未上党课不得分。', evidence: '党课记录' },
  },
  {
    indicator: {
      id: 'GL-05',
      kind: 'base',
      dim: 'GL',
      full: 5,
      period: 'month',
      source: 'auto',
      rule: { type: 'count', source: 'meetings', where: { meetingType: 'theme_day' }, required: 1 },
    },
    text: { name: '主题党日', wording: '每月 1 次，缺 1 月扣 5/12 分。月评价，当月未开展不得分。', evidence: '活动记录' },
  },
  {
    indicator: { id: 'GL-06', kind: 'base', dim: 'GL', full: 4, period: 'year', dueMonths: [12], source: 'manual' },
    text: { name: '组织生活会和民主评议党员', wording: '每年各 1 次，缺 1 项扣 2 分；评为优秀的超过三分之一扣 1 分。', evidence: '评议资料' },
  },
  {
    indicator: { id: 'GL-07', kind: 'base', dim: 'GL', full: 2, period: 'year', dueMonths: [12], source: 'manual' },
    text: { name: '谈心谈话覆盖率', wording: '得分 = 2 × 覆盖率（每年每名对象不少于 1 次）。', evidence: '谈话登记' },
  },
  {
    indicator: { id: 'GL-08', kind: 'base', dim: 'GL', full: 2, period: 'month', source: 'manual' },
    text: { name: '年度计划、月度安排和年度总结', wording: '缺 1 项扣 1 分；逾期每次扣 0.5 分，扣完为止。', evidence: '计划和总结' },
  },
  {
    indicator: {
      id: 'GL-09',
      kind: 'base',
      dim: 'GL',
      full: 2,
      period: 'month',
      source: 'auto',
      // 每处 0.2 分,满分 2 分,即十处扣完。一条记录也没有的不能算「完整」,按缺项处理。
      rule: {
        type: 'composite',
        op: 'min',
        parts: [
          { rule: { type: 'ratio', num: { fn: 'count', source: 'meetings' }, den: { fn: 'count', source: 'meetings' }, emptyDen: 'missing' } },
          { rule: { type: 'value', value: { fn: 'sum', source: 'meetings', field: 'missingFields' }, transform: { mode: 'linear', lo: 10, hi: 0 } } },
        ],
      },
    },
    text: { name: '记录规范和手册完整', wording: '当月记录每缺 1 处必备内容扣 0.2 分，扣完为止（名称、起止时间、地点、主持人、记录人、议题、内容、到会人员，党小组会还有小组）。', evidence: '支部手册' },
  },
]
