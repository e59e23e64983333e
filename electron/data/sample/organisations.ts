import type { BranchCategoryCode } from './types.ts'

/** 示例企业。单位、支部、人员均为虚构。 */
export const sampleUnit = { name: '示例机械集团有限公司党委', shortName: '集团党委', code: 'DW00', foundedOn: '1998-07-01', termFrom: '2023-06-28', termDue: '2028-06-28', meetingPlace: '集团办公楼四楼会议室' } as const

export const sampleGeneralBranches = [
  { key: 'manufacturing', name: '制造事业部党总支', shortName: '制造总支', code: 'ZZ01', foundedOn: '2005-03-18', termFrom: '2024-03-20', termDue: '2027-03-20', meetingPlace: '制造事业部二楼会议室' },
  { key: 'marketing', name: '营销服务中心党总支', shortName: '营销总支', code: 'ZZ02', foundedOn: '2011-09-09', termFrom: '2024-09-12', termDue: '2027-09-12', meetingPlace: '营销大楼三楼会议室' },
] as const

/** 组织生活开得怎么样:solid 扎实、steady 一般、loose 有欠缺。只决定示例记录里的缺项多少。 */
export type SampleDiligence = 'solid' | 'steady' | 'loose'

export interface SampleBranch {
  readonly code: string
  readonly name: string
  readonly shortName: string
  readonly category: BranchCategoryCode
  readonly parent: 'committee' | (typeof sampleGeneralBranches)[number]['key']
  readonly members: number
  readonly probationary: number
  readonly groups: number
  readonly foundedOn: string
  readonly termFrom: string
  readonly termDue: string
  readonly meetingPlace: string
  readonly themeDay: string
  /** 主题党日落在每月几日;遇周末顺到相邻工作日。 */
  readonly themeDayOfMonth: number
  readonly diligence: SampleDiligence
}

export const sampleBranches: readonly SampleBranch[] = [
  { code: '001', name: '铸造车间党支部', shortName: '铸造车间', category: 'production', parent: 'manufacturing', members: 14, probationary: 1, groups: 3, foundedOn: '2005-04-12', termFrom: '2024-05-16', termDue: '2027-05-16', meetingPlace: '铸造车间党员活动室', themeDay: '每月5日', themeDayOfMonth: 5, diligence: 'solid' },
  { code: '002', name: '锻压车间党支部', shortName: '锻压车间', category: 'production', parent: 'manufacturing', members: 12, probationary: 0, groups: 2, foundedOn: '2005-04-12', termFrom: '2024-05-16', termDue: '2027-05-16', meetingPlace: '锻压车间二楼会议室', themeDay: '每月10日', themeDayOfMonth: 10, diligence: 'steady' },
  { code: '003', name: '机加车间党支部', shortName: '机加车间', category: 'production', parent: 'manufacturing', members: 14, probationary: 1, groups: 3, foundedOn: '2005-04-12', termFrom: '2024-06-20', termDue: '2027-06-20', meetingPlace: '机加车间学习室', themeDay: '每月5日', themeDayOfMonth: 5, diligence: 'solid' },
  { code: '004', name: '数控车间党支部', shortName: '数控车间', category: 'production', parent: 'manufacturing', members: 13, probationary: 1, groups: 2, foundedOn: '2009-08-05', termFrom: '2024-06-20', termDue: '2027-06-20', meetingPlace: '数控车间党员活动室', themeDay: '每月12日', themeDayOfMonth: 12, diligence: 'loose' },
  { code: '005', name: '装配车间党支部', shortName: '装配车间', category: 'production', parent: 'manufacturing', members: 14, probationary: 1, groups: 3, foundedOn: '2005-04-12', termFrom: '2025-01-15', termDue: '2028-01-15', meetingPlace: '装配车间三楼会议室', themeDay: '每月10日', themeDayOfMonth: 10, diligence: 'solid' },
  { code: '006', name: '热处理车间党支部', shortName: '热处理车间', category: 'production', parent: 'manufacturing', members: 11, probationary: 0, groups: 2, foundedOn: '2012-11-02', termFrom: '2024-12-10', termDue: '2027-12-10', meetingPlace: '热处理车间会议室', themeDay: '每月15日', themeDayOfMonth: 15, diligence: 'steady' },
  { code: '007', name: '动力设备部党支部', shortName: '动力设备部', category: 'auxiliary', parent: 'manufacturing', members: 12, probationary: 0, groups: 2, foundedOn: '2005-04-12', termFrom: '2024-07-18', termDue: '2027-07-18', meetingPlace: '动力设备部调度室', themeDay: '每月8日', themeDayOfMonth: 8, diligence: 'solid' },
  { code: '008', name: '设备维修中心党支部', shortName: '维修中心', category: 'auxiliary', parent: 'manufacturing', members: 13, probationary: 1, groups: 3, foundedOn: '2007-05-22', termFrom: '2024-07-18', termDue: '2027-07-18', meetingPlace: '维修中心技能教室', themeDay: '每月12日', themeDayOfMonth: 12, diligence: 'steady' },
  { code: '009', name: '工装工具车间党支部', shortName: '工具车间', category: 'auxiliary', parent: 'manufacturing', members: 11, probationary: 0, groups: 2, foundedOn: '2008-02-26', termFrom: '2024-08-15', termDue: '2027-08-15', meetingPlace: '工具车间会议室', themeDay: '每月10日', themeDayOfMonth: 10, diligence: 'steady' },
  { code: '010', name: '质量检验部党支部', shortName: '质量检验部', category: 'auxiliary', parent: 'committee', members: 12, probationary: 1, groups: 2, foundedOn: '2010-06-30', termFrom: '2024-08-15', termDue: '2027-08-15', meetingPlace: '质量检验部二楼会议室', themeDay: '每月6日', themeDayOfMonth: 6, diligence: 'solid' },
  { code: '011', name: '仓储物流中心党支部', shortName: '物流中心', category: 'auxiliary', parent: 'committee', members: 11, probationary: 0, groups: 2, foundedOn: '2013-03-14', termFrom: '2025-03-20', termDue: '2028-03-20', meetingPlace: '物流中心综合楼会议室', themeDay: '每月20日', themeDayOfMonth: 20, diligence: 'loose' },
  { code: '012', name: '党群工作部党支部', shortName: '党群工作部', category: 'management', parent: 'committee', members: 11, probationary: 1, groups: 2, foundedOn: '2001-09-10', termFrom: '2025-03-20', termDue: '2028-03-20', meetingPlace: '集团办公楼二楼会议室', themeDay: '每月5日', themeDayOfMonth: 5, diligence: 'solid' },
  { code: '013', name: '生产安全部党支部', shortName: '生产安全部', category: 'management', parent: 'committee', members: 12, probationary: 0, groups: 2, foundedOn: '2001-09-10', termFrom: '2024-09-19', termDue: '2027-09-19', meetingPlace: '生产调度中心会议室', themeDay: '每月10日', themeDayOfMonth: 10, diligence: 'steady' },
  { code: '014', name: '财务资产部党支部', shortName: '财务资产部', category: 'management', parent: 'committee', members: 10, probationary: 0, groups: 0, foundedOn: '2003-12-08', termFrom: '2024-09-19', termDue: '2027-09-19', meetingPlace: '财务资产部会议室', themeDay: '每月15日', themeDayOfMonth: 15, diligence: 'steady' },
  { code: '015', name: '人力资源部党支部', shortName: '人力资源部', category: 'management', parent: 'committee', members: 6, probationary: 0, groups: 0, foundedOn: '2003-12-08', termFrom: '2024-10-17', termDue: '2027-10-17', meetingPlace: '集团办公楼三楼会议室', themeDay: '每月8日', themeDayOfMonth: 8, diligence: 'solid' },
  { code: '016', name: '技术研发中心党支部', shortName: '研发中心', category: 'management', parent: 'committee', members: 14, probationary: 1, groups: 3, foundedOn: '2006-10-19', termFrom: '2025-04-24', termDue: '2028-04-24', meetingPlace: '研发大楼五楼会议室', themeDay: '每月12日', themeDayOfMonth: 12, diligence: 'steady' },
  { code: '017', name: '销售公司党支部', shortName: '销售公司', category: 'market', parent: 'marketing', members: 13, probationary: 1, groups: 3, foundedOn: '2011-09-28', termFrom: '2024-11-14', termDue: '2027-11-14', meetingPlace: '营销大楼二楼会议室', themeDay: '每月10日', themeDayOfMonth: 10, diligence: 'steady' },
  { code: '018', name: '国际业务部党支部', shortName: '国际业务部', category: 'market', parent: 'marketing', members: 11, probationary: 0, groups: 2, foundedOn: '2014-05-07', termFrom: '2024-11-14', termDue: '2027-11-14', meetingPlace: '营销大楼四楼会议室', themeDay: '每月6日', themeDayOfMonth: 6, diligence: 'loose' },
  { code: '019', name: '客户服务中心党支部', shortName: '客服中心', category: 'market', parent: 'marketing', members: 12, probationary: 0, groups: 2, foundedOn: '2011-09-28', termFrom: '2025-05-15', termDue: '2028-05-15', meetingPlace: '客服中心培训室', themeDay: '每月5日', themeDayOfMonth: 5, diligence: 'solid' },
  { code: '020', name: '备件营销部党支部', shortName: '备件营销部', category: 'market', parent: 'marketing', members: 11, probationary: 0, groups: 2, foundedOn: '2016-04-21', termFrom: '2025-05-15', termDue: '2028-05-15', meetingPlace: '营销大楼一楼会议室', themeDay: '每月15日', themeDayOfMonth: 15, diligence: 'steady' },
  { code: '021', name: '示例精密铸件有限公司党支部', shortName: '精密铸件公司', category: 'mixed', parent: 'committee', members: 13, probationary: 1, groups: 2, foundedOn: '2015-07-16', termFrom: '2024-07-25', termDue: '2027-07-25', meetingPlace: '精密铸件公司党员活动室', themeDay: '每月8日', themeDayOfMonth: 8, diligence: 'solid' },
  { code: '022', name: '示例液压件有限公司党支部', shortName: '液压件公司', category: 'mixed', parent: 'committee', members: 11, probationary: 0, groups: 2, foundedOn: '2017-11-23', termFrom: '2023-11-30', termDue: '2026-11-30', meetingPlace: '液压件公司会议室', themeDay: '每月12日', themeDayOfMonth: 12, diligence: 'steady' },
  { code: '023', name: '示例机电安装有限公司党支部', shortName: '机电安装公司', category: 'mixed', parent: 'marketing', members: 12, probationary: 0, groups: 2, foundedOn: '2018-06-14', termFrom: '2024-06-27', termDue: '2027-06-27', meetingPlace: '机电安装公司项目部会议室', themeDay: '每月10日', themeDayOfMonth: 10, diligence: 'loose' },
  { code: '024', name: '示例物业服务有限公司党支部', shortName: '物业公司', category: 'mixed', parent: 'committee', members: 5, probationary: 0, groups: 0, foundedOn: '2026-04-09', termFrom: '2026-04-09', termDue: '2029-04-09', meetingPlace: '物业公司值班楼会议室', themeDay: '每月15日', themeDayOfMonth: 15, diligence: 'steady' },
]

export const sampleGroupNames = ['第一党小组', '第二党小组', '第三党小组'] as const
export const sampleOrganisationNote = '示例数据，单位与人员均为虚构。'
/** 支部覆盖的单位:支部名称去掉「党支部」。 */
export const sampleUnitName = (branchName: string): string => branchName.replace('党支部', '')
