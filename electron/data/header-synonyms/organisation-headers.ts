import type { OrganisationField } from '../../domain/import/organisation-rows.ts'

/** 党组织名册的表头说法;次序的意思同 roster-headers.ts。 */
export const ORGANISATION_HEADERS = {
  name: ['党组织名称', '党组织全称', '组织名称', '组织全称', '支部名称', '党支部名称', '党支部', '支部', '党组织', '单位名称', '名称', '全称', '机构名称'],
  shortName: ['简称', '党组织简称', '组织简称', '支部简称', '名称简称'],
  code: ['组织代码', '党组织代码', '党组织编码', '组织编码', '代码', '编码', '支部代码', '支部编码', '组织机构代码', '编号'],
  parent: ['上级党组织', '上级党组织名称', '上级组织', '隶属党组织', '所属党组织', '隶属', '所属党委', '上级党委', '上级', '主管党组织', '直属上级', '所属上级'],
  kind: ['组织类别', '党组织类别', '党组织类型', '组织类型', '类别', '类型', '性质', '组织形式'],
  category: ['支部分类', '分类', '考核分类', '支部类型', '考核类别', '业务类别'],
  foundedOn: ['成立日期', '成立时间', '批准建立日期', '批准成立日期', '建立日期', '建立时间', '组建时间', '设立日期', '批准成立时间'],
  contact: ['联系人', '党组织联系人', '组织联系人', '联络员', '联系人姓名'],
  phone: ['联系电话', '联系方式', '电话', '办公电话', '联系人电话', '手机'],
  meetingPlace: ['活动场所', '阵地', '活动阵地', '活动地点', '会议地点', '办公地点', '地址'],
  note: ['备注', '说明', '备注说明'],
  sequence: ['序号', '序', '行号', '顺序号', 'no', 'no.'],
} as const satisfies Readonly<Record<OrganisationField, readonly string[]>>

/** 组织类别的各种写法,含组织系统的代码;党支部的各种组建方式都是支部。 */
export const ORGANISATION_KIND_WORDS = [
  ['party_committee', '党委', '基层党委', '二级党委', '党委会', '委员会', '党的基层委员会', '党组', '工委', '党工委', '611', '641'],
  ['general_branch', '党总支', '总支', '党总支部', '总支部委员会', '621'],
  ['branch', '党支部', '支部', '支部委员会', '第一党支部', '单独党支部', '联合党支部', '联合支部', '临时党支部', '项目党支部', '流动党员党支部', '630', '631', '632'],
  ['party_group', '党小组', '小组', '711'],
] as const

/** 名称末尾说明它是哪一类;长的在前。 */
export const ORGANISATION_NAME_ENDINGS = [
  ['总支部委员会', 'general_branch'],
  ['总支委员会', 'general_branch'],
  ['党总支部', 'general_branch'],
  ['总支部', 'general_branch'],
  ['总支', 'general_branch'],
  ['支部委员会', 'branch'],
  ['党支部', 'branch'],
  ['支部', 'branch'],
  ['党小组', 'party_group'],
  ['小组', 'party_group'],
  ['委员会', 'party_committee'],
  ['党委', 'party_committee'],
  ['党工委', 'party_committee'],
] as const
