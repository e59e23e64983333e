import type { TemplateItem } from '../../domain/evaluation/scheme-body.ts'

/** 星级队伍 20 分(示例)。 */
export const wuweiTeam: readonly TemplateItem[] = [
  {
    indicator: {
      id: 'DW-01',
      kind: 'base',
      dim: 'DW',
      full: 4,
      period: 'month',
      source: 'auto',
      // 两条取低:应设未设扣完;空缺超过 90 天的,每职扣 1 分,即四分之一。
      rule: {
        type: 'composite',
        op: 'min',
        parts: [
          { rule: { type: 'value', value: { fn: 'max', source: 'organisation', field: 'committeeLacking' }, transform: { mode: 'linear', lo: 1, hi: 0 } } },
          { rule: { type: 'value', value: { fn: 'max', source: 'organisation', field: 'longVacantPosts' }, transform: { mode: 'linear', lo: 4, hi: 0 } } },
        ],
      },
    },
    text: {
      name: '支委会和书记按规范设置',
      wording: '正式党员 7 人及以上未设支委会扣 4 分；书记、委员空缺超过 90 天，每职扣 1 分，扣完为止。',
      evidence: '组织登记、任免记录',
    },
  },
  {
    indicator: {
      id: 'DW-02',
      kind: 'base',
      dim: 'DW',
      full: 3,
      period: 'month',
      source: 'auto',
      // 没有登记届期的支部取不到值,算缺,不算按期。
      rule: { type: 'value', value: { fn: 'max', source: 'organisation', field: 'termOverdue' }, transform: { mode: 'linear', lo: 1, hi: 0 }, empty: 'missing' },
    },
    text: { name: '按期换届', wording: '任期届满未换届且没有批准延期扣 3 分。经批准延期的，以批准后的届满日为准。', evidence: '换届记录' },
  },
  {
    indicator: { id: 'DW-03', kind: 'base', dim: 'DW', full: 4, period: 'year', dueMonths: [12], source: 'manual' },
    text: { name: '党员年度学时达标率', wording: '得分 = 4 × 达标率（党员 32 学时，书记和班子成员 56 学时）。', evidence: '学时台账' },
  },
  {
    indicator: { id: 'DW-04', kind: 'base', dim: 'DW', full: 3, period: 'quarter', dueMonths: [3, 6, 9, 12], source: 'manual' },
    text: { name: '积极分子培养和发展计划完成', wording: '得分 = 3 × 完成率；程序或时限不合规定，每例扣 1 分，扣完为止。', evidence: '发展档案' },
  },
  {
    indicator: {
      id: 'DW-05',
      kind: 'base',
      dim: 'DW',
      full: 3,
      period: 'month',
      source: 'auto',
      rule: {
        type: 'completeness',
        source: 'members',
        fields: ['name', 'gender', 'ethnicity', 'birthDate', 'education', 'idNumber', 'joinedOn', 'regularOn', 'mobile'],
        empty: 'exempt',
      },
    },
    text: { name: '党员名册完整率', wording: '得分 = 3 × 必填项完整率（姓名、性别、民族、出生日期、学历、公民身份号码、入党日期、转正日期、手机）。', evidence: '党员名册' },
  },
  {
    indicator: {
      id: 'DW-06',
      kind: 'base',
      dim: 'DW',
      full: 3,
      period: 'month',
      source: 'hybrid',
      // 登记了就由登记算;党费在别处登记的,由考核人评分,以评的为准。
      hybrid: { mode: 'override', whenManualMissing: 'auto' },
      rule: { type: 'ratio', num: { fn: 'count', source: 'dues', where: { onTime: 1 } }, den: { fn: 'count', source: 'dues' }, emptyDen: 'missing' },
    },
    text: { name: '党费按月交纳率', wording: '得分 = 3 × 按时足额交纳人数 ÷ 应交人数。按党费登记计算；另行评分的，以评分为准。', evidence: '党费登记' },
  },
]
