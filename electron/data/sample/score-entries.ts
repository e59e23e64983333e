/** 一档示例得分:按满分的百分数,或直接扣几分(百分之一分);第一档为满分,不写原因。 */
export type SampleStep = { readonly reason: string } & ({ readonly percent: number } | { readonly lose: number })

const full: SampleStep = { percent: 100, reason: '' }

/** 各手工指标从好到差的几档;原因与评分标准、得分对得上。全部虚构。 */
export const sampleSteps: Readonly<Record<string, readonly SampleStep[]>> = {
  'DW-04': [full, { percent: 90, reason: '发展计划完成 90%' }, { percent: 80, reason: '发展计划完成 80%' }, { percent: 60, reason: '发展计划完成 60%' }],
  'DW-06': [full, { percent: 90, reason: '1 人党费迟交 5 日' }, { percent: 80, reason: '2 人党费未按月交纳' }, { percent: 70, reason: '3 人党费未按月交纳' }],
  'GL-08': [full, { lose: 50, reason: '月度安排逾期 2 日报送' }, { lose: 50, reason: '月度安排逾期 4 日报送' }, { lose: 100, reason: '缺当月工作安排' }],
  'YJ-01': [full, { percent: 85, reason: '完成率 97%' }, { percent: 70, reason: '完成率 94%' }, { percent: 50, reason: '完成率 90%' }],
  'YJ-02': [full, { percent: 90, reason: '超预算 2 个百分点' }, { percent: 75, reason: '超预算 5 个百分点' }, { percent: 55, reason: '超预算 9 个百分点' }],
  'YJ-03': [full, { percent: 90, reason: '合格率低于目标 2 个百分点' }, { percent: 75, reason: '合格率低于目标 5 个百分点' }, { percent: 60, reason: '合格率低于目标 8 个百分点' }],
  'YJ-04': [full, full, { lose: 200, reason: '一般事件 1 起，已按要求整改' }, { lose: 200, reason: '一般事件 1 起，整改逾期' }],
  'FW-01': [full, { percent: 90, reason: '按期办结率 90%' }, { percent: 75, reason: '按期办结率 75%' }, { percent: 60, reason: '按期办结率 60%' }],
  'FW-02': [full, full, { lose: 50, reason: '志愿服务比计划少 1 次' }, { lose: 100, reason: '志愿服务比计划少 2 次' }],
  'PP-01': [full, full, { lose: 100, reason: '1 项攻关项目没有阶段记录' }, { lose: 200, reason: '2 个责任区当月没有记录' }],
  'PP-02': [full, { percent: 90, reason: '协议任务完成 90%' }, { percent: 75, reason: '协议任务完成 75%' }, { percent: 50, reason: '协议任务完成一半' }],
}

/** 示例的加分与扣分;月份、支部代码、指标都在示例企业之内。 */
export const sampleScoreEvents = [
  { branchCode: '009', period: '2026-07', indicatorId: 'JF-03', occurredOn: '2026-07-01', count: 1, level: null, matter: '集团先进基层党组织', reason: '集团党委〔2026〕21号文表彰' },
  { branchCode: '009', period: '2026-07', indicatorId: 'JF-04', occurredOn: '2026-07-01', count: 1, level: null, matter: '集团先进基层党组织', reason: '同一事项公司级表彰，就高计分' },
  { branchCode: '002', period: '2026-09', indicatorId: 'JF-05', occurredOn: '2026-09-18', count: 1, level: null, matter: '锻压攻关经验交流', reason: '在集团党建工作推进会上交流' },
  { branchCode: '016', period: '2026-08', indicatorId: 'JF-04', occurredOn: '2026-08-20', count: 1, level: null, matter: '质量月先进集体', reason: '公司质量月活动表彰' },
  { branchCode: '014', period: '2026-10', indicatorId: 'JF-05', occurredOn: '2026-10-22', count: 1, level: null, matter: '支部工作法刊发', reason: '工作法在上级刊物刊发' },
  { branchCode: '004', period: '2026-08', indicatorId: 'KF-01', occurredOn: '2026-08-12', count: 2, level: 'late', matter: '', reason: '半年总结、月报逾期报送' },
  { branchCode: '011', period: '2026-09', indicatorId: 'KF-02', occurredOn: '2026-09-25', count: 1, level: null, matter: '', reason: '基础工作检查中被通报批评' },
  { branchCode: '004', period: '2026-10', indicatorId: 'KF-01', occurredOn: '2026-10-15', count: 1, level: 'untrue', matter: '', reason: '活动照片与记录日期不一致' },
] as const

/** 示例的否决:只有一起。 */
export const sampleVetoes = [{ branchCode: '006', period: '2026-09', indicatorId: 'FJ-02', decidedOn: '2026-09-29', decidedBy: '集团安全生产委员会', reason: '较大责任事故，负管理责任' }] as const

/** 示例的豁免。 */
export const sampleExemptions = [{ branchCode: '012', period: '2026-09', indicatorId: 'PP-02', reason: '共建对方机构调整，协议中止', approvedBy: '集团党委组织部' }] as const

/** 示例里没有评分的格子:按零计,并标明缺项。 */
export const sampleMissing = [
  { branchCode: '004', period: '2026-07', indicatorId: 'FW-01' },
  { branchCode: '011', period: '2026-08', indicatorId: 'PP-01' },
  { branchCode: '008', period: '2026-09', indicatorId: 'FW-02' },
  { branchCode: '004', period: '2026-10', indicatorId: 'GL-08' },
  { branchCode: '011', period: '2026-10', indicatorId: 'FW-01' },
] as const

/** 示例评了哪几个月。 */
export const samplePeriods = ['2026-07', '2026-08', '2026-09', '2026-10'] as const
