import type { ImportReasonCode } from '../../model/roster-import.ts'

/** 说明里要填的值;哪个代码用哪几个见各句。 */
interface ReasonValues {
  readonly text?: string
  readonly other?: string
  readonly row?: number
  readonly sheet?: string
  readonly limit?: number
  readonly names?: readonly string[]
}

const genderWord = (code: string | undefined): string => (code === '1' ? '男' : '女')
const dateReasons: Readonly<Record<string, string>> = {
  year_only: '只有年份，请补上月份',
  month_ambiguous: '分不清是 1 月还是 10 月，请写成 2023-10',
}
const unreadableDate = ({ text, other }: ReasonValues): string => `日期“${text ?? ''}”${dateReasons[other ?? ''] ?? '看不懂，请改成 2015-07-01 这样'}`

/** 名册导入:列名与逐行说明。每句是「发生了什么,怎么办」。 */
export const rosterImportText = {
  /** 预览表里姓名之后的各列。 */
  headings: ['身份证号', '类别', '入党日期', '支部', '小组'],
  /** 字段 → 规范列名。 */
  fields: {
    name: '姓名',
    branch: '所在党支部',
    idNumber: '公民身份号码',
    gender: '性别',
    ethnicity: '民族',
    birthDate: '出生日期',
    education: '学历',
    memberType: '人员类别',
    joinedOn: '加入党组织日期',
    regularOn: '转为正式党员日期',
    post: '工作岗位',
    mobile: '手机号',
    telephone: '固定电话',
    address: '家庭住址',
    membershipState: '党籍状态',
    note: '备注',
    workNumber: '工号',
    partyGroup: '党小组',
    nativePlace: '籍贯',
    birthPlace: '出生地',
    workFrom: '参加工作日期',
    degree: '学位',
    graduatedFrom: '毕业院校',
    major: '专业',
    isPartySchool: '党校学历',
    administrativePost: '行政职务',
    professionalTitle: '职称',
    postKind: '岗位类别',
    managementLevel: '管理层级',
    isBackbone: '是否骨干',
    isRetired: '是否退休',
    appliedOn: '递交入党申请书日期',
    activistOn: '确定为积极分子日期',
    candidateOn: '确定为发展对象日期',
    sponsors: '入党介绍人',
    transferredInOn: '组织关系转入日期',
    transferredFrom: '转入前所在党组织',
    sequence: '序号',
  },
  yes: '是',
  no: '否',
  /** 模板里示例的那一行。 */
  examples: { name: '王建国', branch: '炼铁作业区党支部', idNumber: '23010119760312111X', gender: '男', ethnicity: '汉族', birthDate: '1976-03-12', education: '大学本科', memberType: '正式党员', joinedOn: '1998-07-01', regularOn: '1999-07-01', post: '作业长', mobile: '13800000000', membershipState: '正常', workNumber: '00123', partyGroup: '第一党小组' },
  reasons: {
    name_missing: () => '没有姓名，请补上',
    name_cleaned: ({ text = '' }: ReasonValues) => `姓名里的空格或间隔号已整理为“${text}”`,
    name_too_long: ({ limit = 0 }: ReasonValues) => `姓名超过 ${limit} 个字，请核对`,
    id_missing: () => '没有身份证号，请补上，以便认准是谁',
    id_bad_length: ({ text = '', limit = 18 }: ReasonValues) => `身份证号应是 ${limit} 位，这里是 ${text} 位，请核对`,
    id_bad_check_digit: () => '身份证号最后一位对不上，请对照证件看一遍',
    id_bad_birth: ({ text = '' }: ReasonValues) => `身份证号里的生日 ${text} 不对，请对照证件看一遍`,
    id_fifteen_digits: () => '这是 15 位的旧身份证号，请换成 18 位',
    id_precision_lost: () => '身份证号精度已丢失，请把该列设为文本后重新填写',
    id_region_unknown: ({ text = '' }: ReasonValues) => `身份证号开头的地区码 ${text} 没见过，请核对`,
    duplicate_in_file: ({ row = 0, sheet }: ReasonValues) => `与${sheet === undefined ? '' : `“${sheet}”`}第 ${row} 行是同一人，请只留一行`,
    duplicate_in_store: ({ text = '', other = '' }: ReasonValues) => (text === '' ? '这个证号在别的支部登记着，请由党委办公室来办' : `名册里同一证号的是${other}的“${text}”，姓名会改过来，请核对`),
    same_name_and_birth: ({ other, text = '', limit = 0, sheet = '' }: ReasonValues) =>
      other === 'several'
        ? `名册里有 ${limit} 个同名同生日的“${text}”，请补上身份证号`
        : other === 'matched'
          ? `按姓名和生日认作${sheet}的“${text}”，请核对`
          : `${sheet}有同名同生日的“${text}”，证号不同，请核对`,
    gender_unreadable: ({ text = '' }: ReasonValues) => `性别“${text}”看不懂，请写男或女`,
    gender_mismatch: ({ text, other }: ReasonValues) => `填的是${genderWord(text)}，按身份证号应是${genderWord(other)}，请核对`,
    gender_from_id: ({ text }: ReasonValues) => `性别按身份证号填为${genderWord(text)}`,
    birth_unreadable: unreadableDate,
    birth_mismatch: ({ text = '', other = '' }: ReasonValues) => `填的是 ${text}，身份证号里是 ${other}，请核对`,
    birth_from_id: ({ text = '' }: ReasonValues) => `出生日期按身份证号填为 ${text}`,
    date_unreadable: unreadableDate,
    date_in_future: ({ text = '' }: ReasonValues) => `${text} 还没到，请核对日期`,
    date_month_only: ({ text = '' }: ReasonValues) => `只写到月（${text}），查清后请补上日期`,
    joined_too_young: ({ limit = 18 }: ReasonValues) => `入党时不满 ${limit} 岁，请核对出生和入党日期`,
    joined_missing: () => '没有入党日期，请补上',
    regular_before_joined: ({ text = '', other = '' }: ReasonValues) => `转正 ${text} 早于入党 ${other}，请核对`,
    regular_less_than_year: ({ other = '' }: ReasonValues) => `距入党（${other}）不满一年，请核对`,
    regular_missing: () => '正式党员没有转正日期，请补上',
    regular_on_probationary: () => '预备党员填了转正日期，请核对人员类别',
    member_type_unreadable: ({ text = '' }: ReasonValues) => `“${text}”不是正式党员或预备党员，请核对`,
    member_type_missing: () => '没有人员类别，请写正式党员或预备党员',
    ethnicity_unreadable: ({ text = '' }: ReasonValues) => `民族“${text}”认不出，没有写入，请核对`,
    ethnicity_replaced: ({ text = '', other = '' }: ReasonValues) => `民族码 ${text} 不是国标码，已换成 ${other}，请核对`,
    education_unreadable: ({ text = '' }: ReasonValues) => `学历“${text}”认不出，没有写入，请核对`,
    mobile_unreadable: ({ text = '' }: ReasonValues) => `电话“${text}”不对，没有写入，手机号应是 11 位`,
    value_unreadable: ({ text = '' }: ReasonValues) => `“${text}”认不出，没有写入，请核对`,
    branch_unknown: ({ text = '' }: ReasonValues) => `没有叫“${text}”的支部，请改成全称，或先新增支部`,
    branch_missing: () => '没有写所在党支部，请补上',
    branch_changed: ({ text = '', other = '' }: ReasonValues) => `所在支部由“${text}”改为“${other}”，请确认组织关系已转`,
    group_created: ({ text = '' }: ReasonValues) => `还没有党小组“${text}”，导入时新建`,
    group_missing: () => '没有写党小组，请补上',
    state_unreadable: ({ text = '' }: ReasonValues) => `党籍状态“${text}”认不出，没有写入，请核对`,
    formula_value: ({ text = '' }: ReasonValues) => `这一格是公式，用了存着的结果“${text}”，请核对`,
    cell_error: ({ text = '' }: ReasonValues) => `这一格显示 ${text}，请改正后再导入`,
    text_too_long: ({ limit = 0, text = '' }: ReasonValues) => `最多 ${limit} 个字，这里有 ${text} 个，请缩短`,
    unsafe_characters_removed: () => '去掉了看不见的字符',
    organisation_name_missing: () => '没有党组织名称，请补上',
    organisation_kind_missing: () => '看不出是党委、党总支、党支部还是党小组，请写组织类别',
    organisation_kind_unreadable: ({ text = '' }: ReasonValues) => `组织类别“${text}”看不懂，请写党委、党总支、党支部或党小组`,
    organisation_twice: ({ row = 0, sheet }: ReasonValues) => `与${sheet === undefined ? '' : `“${sheet}”`}第 ${row} 行重复，请只留一行`,
    organisation_elsewhere: () => '这个名称登记在管不到的组织，请由党委办公室来办',
    organisation_changing: ({ text = '' }: ReasonValues) => `“${text}”的类别与库里不同；改设请到组织变动里办，这里不改`,
    category_unknown: ({ text = '' }: ReasonValues) => `没有叫“${text}”的支部分类，没有写入，请核对`,
    founded_month_only: ({ text = '' }: ReasonValues) => `成立日期只写到月（${text}），没有写入，请补上日`,
    code_taken: ({ text = '' }: ReasonValues) => (text === '' ? '这个代码已经有组织用着，请核对' : `这个代码是“${text}”的；改名请到组织变动里办，写错了请改正`),
    parent_missing: () => '没有写上级党组织，请补上',
    parent_unknown: ({ text = '' }: ReasonValues) => `没有叫“${text}”的上级党组织，请改成全称，或在表里加上它`,
    parent_assumed: ({ text = '' }: ReasonValues) => `没有写上级，放在“${text}”之下，请核对`,
    parent_itself: () => '上级绕回了自己，请核对上级党组织',
    parent_unsuitable: ({ text = '' }: ReasonValues) => `不能直接放在“${text}”之下，请核对组织类别和上级`,
    parent_refused: ({ text = '', row = 0 }: ReasonValues) => `上级“${text}”（第 ${row} 行）没能导入，请先改好那一行`,
    column_ignored: ({ names = [] }: ReasonValues) => `没有用到的列：${names.slice(0, 8).join('、')}${names.length > 8 ? ` 等 ${names.length} 列` : ''}`,
  } satisfies Readonly<Record<ImportReasonCode, (values: ReasonValues) => string>> as Readonly<Record<ImportReasonCode, (values: ReasonValues) => string>>,
} as const
