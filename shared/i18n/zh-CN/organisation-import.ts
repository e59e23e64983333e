/** 党组织导入:列名与示例。 */
export const organisationImportText = {
  /** 预览表里名称之后的各列。 */
  headings: ['类别', '上级党组织', '代码', '支部分类', '成立日期'],
  fields: { name: '党组织名称', shortName: '简称', code: '组织代码', parent: '上级党组织', kind: '组织类别', category: '支部分类', foundedOn: '成立日期', contact: '联系人', phone: '联系电话', meetingPlace: '活动场所', note: '备注', sequence: '序号' },
  examples: { name: '炼铁作业区党支部', shortName: '炼铁支部', code: '00101', parent: '炼铁厂党总支', kind: '党支部', foundedOn: '2005-07-01', contact: '王建国', phone: '0451-88880000', meetingPlace: '二楼会议室' },
} as const
