import type { CareFields } from '../../../shared/model/care.ts'

/** 一个正在发展的人:哪个支部、递交申请的日期、办到第几步。其余日期由 stepDays 推出。 */
export interface SampleCandidate {
  readonly branch: string
  readonly name: string
  readonly gender: '1' | '2'
  readonly birthDate: string
  readonly education: string
  readonly post: string
  readonly appliedOn: string
  readonly done: number
  /** 下一步送审的日期。 */
  readonly reviewOn?: string
  readonly terminatedOn?: string
}
/** 各步在递交申请之后第几天办;第一步是当天。 */
export const stepDays: readonly number[] = [0, 15, 100, 115, 120, 500, 505, 530, 540, 560, 590, 600, 620, 625]

export const candidates: readonly SampleCandidate[] = [
  { branch: '001', name: '许一鸣', gender: '1', birthDate: '1999-04-18', education: '31', post: '数控操作工', appliedOn: '2026-11-03', done: 1 },
  { branch: '001', name: '何晓岚', gender: '2', birthDate: '1997-09-02', education: '21', post: '工艺员', appliedOn: '2026-03-01', done: 5 },
  { branch: '001', name: '吕承安', gender: '1', birthDate: '1995-12-11', education: '21', post: '班长', appliedOn: '2025-05-20', done: 8 },
  { branch: '002', name: '施景行', gender: '1', birthDate: '1998-02-27', education: '31', post: '天车工', appliedOn: '2026-09-15', done: 1 },
  { branch: '002', name: '张若桐', gender: '2', birthDate: '1996-06-30', education: '21', post: '质检员', appliedOn: '2025-12-08', done: 5 },
  { branch: '002', name: '孔昊轩', gender: '1', birthDate: '2000-01-15', education: '41', post: '钳工', appliedOn: '2026-10-20', done: 1, reviewOn: '2026-11-10' },
  { branch: '006', name: '曹思涵', gender: '2', birthDate: '1994-08-08', education: '14', post: '设计员', appliedOn: '2025-03-01', done: 13 },
  { branch: '006', name: '严立川', gender: '1', birthDate: '1993-03-22', education: '21', post: '电气工程师', appliedOn: '2025-01-06', done: 12 },
  { branch: '011', name: '华清欣', gender: '2', birthDate: '1997-11-19', education: '21', post: '业务员', appliedOn: '2026-06-12', done: 3 },
  { branch: '011', name: '金钧毅', gender: '1', birthDate: '1992-10-05', education: '31', post: '采购员', appliedOn: '2026-02-10', done: 2, terminatedOn: '2026-08-20' },
]
export const developmentTexts = { committee: '公司党委', meeting: '支委会会议室', reviewed: '组织员', training: '公司党校', report: '思想汇报', inspection: '半年考察意见', reason: '本人提出暂缓', filing: (year: string, step: number) => `厂党备〔${year}〕${step} 号`, publicity: '公示期内没有收到不同意见', applicationForm: 'SL2026001' } as const

/** 示例的介绍信:支部、名册第几位、状态与日期。 */
export const sampleLetters = [
  { branch: '001', position: 10, state: 'in_transit', issuedOn: '2026-10-12', toTitle: '示例市委组织部', toName: '示例市示例区街道党工委', validDays: 30, serial: 1 },
  { branch: '002', position: 10, state: 'issued', issuedOn: '2026-11-16', toTitle: '示例集团党委组织部', toName: '示例集团技术中心党支部', validDays: 10, serial: 2 },
  { branch: '006', position: 9, state: 'draft', issuedOn: null, toTitle: '', toName: '示例设计院党委', validDays: 30, serial: null },
] as const
export const sampleIncoming = { branch: '001', name: '魏松庭', fromName: '示例大学机械学院学生党支部', number: '2026118', issuedOn: '2026-11-06', reason: '毕业分配' } as const

interface SampleCare {
  readonly branch: string
  readonly position: number
  readonly fields: Omit<CareFields, 'subject'>
}
const record = (branch: string, position: number, kind: CareFields['kind'], fromDay: string, code: string, changes: Partial<CareFields> = {}): SampleCare => ({ branch, position, fields: { kind, fromDay, toDay: null, code, title: '', authority: '', documentNumber: '', amountFen: null, detail: '', ...changes } })
export const sampleCare: readonly SampleCare[] = [
  record('001', 11, 'floating', '2026-02-20', '2', { title: '示例省外施工项目部', authority: '项目临时党支部', detail: '外派驻点，每月电话联系' }),
  record('001', 11, 'contact', '2026-03-18', '1', { authority: '组织委员', detail: '近况正常，按月交党费' }),
  record('002', 9, 'floating', '2026-08-01', '2', { title: '示例市用户现场', detail: '驻厂服务一年' }),
  record('002', 9, 'contact', '2026-10-09', '1', { authority: '书记', detail: '参加线上主题党日' }),
  record('006', 8, 'lost', '2026-03-05', '4', { authority: '组织委员', detail: '多次电话没有接通，已向原单位查询' }),
  record('001', 8, 'hardship', '2025-12-20', '1', { title: '一般', detail: '家属住院，支部安排轮流帮助' }),
  record('001', 8, 'visit', '2026-02-10', '1', { title: '慰问金、米面油', authority: '支部书记', amountFen: 100_000, detail: '春节前上门' }),
  record('002', 3, 'visit', '2026-06-28', '2', { title: '慰问金', authority: '公司党委', amountFen: 50_000, detail: '“七一”走访老党员' }),
  record('001', 2, 'award', '2026-06-30', '2', { title: '优秀共产党员', authority: '公司党委', documentNumber: '厂党发〔2026〕18 号', detail: '检修攻关带头人' }),
  record('006', 1, 'award', '2026-06-30', '2', { title: '优秀党务工作者', authority: '公司党委', documentNumber: '厂党发〔2026〕18 号' }),
  record('011', 6, 'discipline', '2026-04-15', '1', { toDay: '2027-04-14', authority: '公司纪委', documentNumber: '厂纪〔2026〕3 号', detail: '违反中央八项规定精神' }),
]
