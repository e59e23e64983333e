import type { MemberFormCell } from '../../model/member-form-print.ts'

const day = (text: string): string => (text === '' ? '' : text.length === 7 ? `${text.slice(0, 4)}年${Number(text.slice(5))}月` : `${text.slice(0, 4)}年${Number(text.slice(5, 7))}月${Number(text.slice(8))}日`)
const labels: Readonly<Record<MemberFormCell, string>> = {
  name: '姓名', gender: '性别', ethnicity: '民族', birthDate: '出生日期', nativePlace: '籍贯', birthPlace: '出生地', education: '学历', degree: '学位', school: '院校和专业', professionalTitle: '职称', idNumber: '公民身份证号', memberType: '人员类别',
  workFrom: '参加工作', post: '工作岗位', postKind: '岗位类别', administrativePost: '行政职务', managementLevel: '管理层级', workNumber: '工号', branch: '所在党支部', partyGroup: '党小组', partyPosts: '党内职务', membershipState: '党籍状态', appliedOn: '递交申请', activistOn: '积极分子',
  candidateOn: '发展对象', joined: '何时何地入党', regularOn: '转正日期', sponsors: '入党介绍人', standing: '党龄', birthday: '政治生日', transferredIn: '组织关系转入', transferredOut: '组织关系转出', mobile: '手机', telephone: '固定电话', address: '家庭住址', traits: '骨干、退休', care: '流动失联困难', dues: '党费', note: '备注',
}

/** 党员登记表:打印的文字与打印之前的问话。 */
export const memberFormText = {
  title: '党员登记表',
  documentTitle: (names: readonly string[]) => (names.length === 1 ? `党员登记表（${names[0] ?? ''}）` : `党员登记表（${names.length} 人）`),
  fileName: (names: readonly string[], on: string) => `党员登记表-${names.length === 1 ? (names[0] ?? '') : `${names.length}人`}-${on.replaceAll('-', '')}.pdf`,
  /** 书签:翻一本几十人的,按人找。 */
  bookmark: (name: string, branch: string) => `${name}　${branch}`,
  back: (name: string) => `${name}　（背面）`,
  labels,
  day,
  birth: (text: string, age: number | null) => (age === null ? day(text) : `${day(text)}（${age} 岁）`),
  partySchool: (education: string) => (education === '' ? '党校' : `${education}（党校）`),
  joined: (on: string, place: string) => [day(on), place].filter((part) => part !== '').join('，'),
  standing: (years: number) => `${years} 年`,
  monthDay: (text: string) => `${Number(text.slice(0, 2))}月${Number(text.slice(3))}日`,
  transferred: (on: string, place: string, way: 'from' | 'to') => [day(on), place === '' ? '' : `${way === 'from' ? '自' : '转往'}${place}`].filter((part) => part !== '').join('，'),
  state: (name: string, since: string, document: string) => [name, since === '' ? '' : `自${day(since)}`, document].filter((part) => part !== '').join('，'),
  care: (kind: string, code: string, from: string) => `${kind}（${code}，自${day(from)}）`,
  dues: (base: string, due: string) => `基数 ${base} 元${due === '' ? '' : `，每月应交 ${due} 元`}`,
  post: (from: string, to: string, organisation: string, post: string) => `${from} 至 ${to === '' ? '今' : to}　${organisation}${post}`,
  award: (on: string, kind: string, title: string, authority: string, number: string) => `${on}　${[kind, title, authority, number].filter((part) => part !== '').join('，')}`,
  more: (count: number) => `另有 ${count} 条，见名册`,
  backbone: '骨干',
  retired: '退休',
  custom: '其他项目',
  customItem: (label: string, value: string) => `${label}：${value}`,
  blank: '（空）',
  separators: { items: '；', names: '、' },
  photo: '照片',
  photoSize: '（近期免冠）',
  sections: { resume: '简历', posts: '党内任职', awards: '奖惩' },
  signs: [
    { title: '本人签名', lines: ['以上情况属实。'], sign: '签名：', seal: false },
    { title: '党支部意见', lines: [], sign: '书记签名：', seal: true },
    { title: '上级党组织审核', lines: [], sign: '审核人：', seal: true },
  ],
  seal: '（盖章）',
  blankDay: '　　　年　　月　　日',
  foot: (unit: string, who: string, on: string, purpose: string) => `${unit}　${who === '' ? '' : `${who} 于 `}${day(on)}打印　用途：${purpose}`,
  print: '登记表',
  printChosen: '打印登记表',
  askTitle: (count: number) => (count === 1 ? '打印党员登记表' : `打印 ${count} 人的党员登记表`),
  askNote: '登记表里有个人信息，会记下是谁、什么时候、作什么用。',
  kind: '证号、电话、住址和照片',
  masked: '遮着，照片处留空',
  full: '印全',
  fullNote: (count: number) => `印出 ${count} 人不遮的证号、电话、住址和照片。请写理由。`,
  confirm: '打印',
  making: '正在生成登记表',
} as const
