import type { CareFields, CareKind } from '../../model/care.ts'
import type { CodeEntry, CodeTable } from './code-table.ts'

type Text = keyof Pick<CareFields, 'toDay' | 'title' | 'authority' | 'documentNumber' | 'amountFen' | 'detail'>
export interface CareKindEntry extends CodeEntry<CareKind> {
  /** 对象只能是名册上的党员;否则也可以是职工、集体。 */
  readonly membersOnly: boolean
  readonly dayLabel: string
  readonly codeLabel: string
  readonly codes: CodeTable
  /** 用哪几项、各叫什么;没列的不用。 */
  readonly labels: Readonly<Partial<Record<Text, string>>>
}
const codes = (names: readonly string[]): CodeTable => names.map((name, index) => ({ code: String(index + 1), name }))

export const careKinds: readonly CareKindEntry[] = [
  { code: 'floating', name: '流动党员', membersOnly: true, dayLabel: '外出日期', codeLabel: '流动类型', codes: codes(['外出务工经商', '外派、借调', '出国（境）学习工作', '离退休异地居住', '其他']), labels: { toDay: '返回日期', title: '外出地点', authority: '流入地党组织', detail: '情况' } },
  // 失联情形码沿用组织部门的七种。
  { code: 'lost', name: '失联党员', membersOnly: true, dayLabel: '失联日期', codeLabel: '失联情形', codes: codes(['外出务工经商', '单位改制破产', '毕业去向不明', '工作单位改变', '出国（境）', '居住地改变', '其他']), labels: { toDay: '取得联系日期', authority: '负责查找的人', documentNumber: '停止党籍文号', detail: '查找经过' } },
  { code: 'hardship', name: '困难党员', membersOnly: true, dayLabel: '认定日期', codeLabel: '困难类型', codes: codes(['重病', '残疾', '下岗失业', '家庭变故', '年老孤寡', '其他']), labels: { toDay: '解除日期', title: '困难级别', detail: '情况和帮扶措施' } },
  { code: 'contact', name: '联系记录', membersOnly: true, dayLabel: '联系日期', codeLabel: '方式', codes: codes(['电话', '见面', '网络', '书信', '经亲友转达']), labels: { authority: '联系人', detail: '情况' } },
  { code: 'visit', name: '帮扶慰问', membersOnly: false, dayLabel: '慰问日期', codeLabel: '对象类别', codes: codes(['困难党员', '老党员', '患病党员', '困难职工', '因公牺牲人员家属', '其他']), labels: { title: '方式和物品', authority: '慰问人', amountFen: '金额', detail: '情况' } },
  { code: 'award', name: '表彰奖励', membersOnly: false, dayLabel: '表彰日期', codeLabel: '级别', codes: codes(['支部', '本单位', '集团', '市级', '省部级', '国家级']), labels: { title: '荣誉名称', authority: '授予单位', documentNumber: '文号', detail: '事由' } },
  { code: 'discipline', name: '处分处置', membersOnly: true, dayLabel: '生效日期', codeLabel: '种类', codes: codes(['警告', '严重警告', '撤销党内职务', '留党察看', '开除党籍', '限期改正', '其他组织处置']), labels: { toDay: '影响期止', authority: '决定机关', documentNumber: '文号', detail: '事由' } },
]
export const careKind = (code: CareKind): CareKindEntry => {
  const found = careKinds.find((entry) => entry.code === code)
  if (found === undefined) throw new Error(`no care kind ${code}`)
  return found
}
/** 分成两处看:流动、失联、困难与联系;慰问与奖惩。 */
export const CARE_PAGES = { contact: ['floating', 'lost', 'contact'], care: ['hardship', 'visit', 'award', 'discipline'] } as const satisfies Readonly<Record<string, readonly CareKind[]>>
