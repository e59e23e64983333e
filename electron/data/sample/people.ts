import type { ByCategory } from './types.ts'

/** 姓名用字;随机组合,与任何真人无关。 */
export const surnames = [...'赵钱孙周吴郑冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢裴陆荣翁荀羊惠甄曲家封芮储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴']
  // 生僻姓少用:只取前面常见的一段。
  .slice(0, 150)
/** 较年长者常用字(前字、后字),分男女。 */
export const olderMale = { first: [...'德永世广文学兴庆振维'], last: [...'海山林田河成义忠恒舟'] } as const
export const olderFemale = { first: [...'玉秀桂淑凤春月彩雅素'], last: [...'兰芳珍霞芝莲英梅琴云'] } as const
/** 较年轻者常用字。 */
export const youngerMale = { first: [...'承启泽昊景翰屹钧岳铭'], last: [...'川岭轩安松庭锐毅岩原'] } as const
export const youngerFemale = { first: [...'若书雨思婉清欣语佳梦'], last: [...'涵宁岚瑶萱琳蕾桐妍薇'] } as const

/** 行政职务,按支部类别;书记与委员用前几个。 */
export const jobTitles: ByCategory<{ readonly leaders: readonly string[]; readonly others: readonly string[] }> = {
  production: { leaders: ['车间主任', '车间副主任', '工艺组长', '生产调度员'], others: ['班长', '高级技师', '技师', '工艺员', '质检员', '设备管理员', '数控操作工', '安全员', '统计员', '天车工'] },
  auxiliary: { leaders: ['中心主任', '中心副主任', '技术主管', '综合主管'], others: ['班长', '高级技师', '电气工程师', '钳工', '点检员', '计量员', '库管员', '仪表工', '调度员', '安全员'] },
  management: { leaders: ['部长', '副部长', '主管', '高级主管'], others: ['业务主管', '高级工程师', '会计师', '业务员', '审核员', '统计师', '设计员', '文书', '工程师', '专责'] },
  market: { leaders: ['部长', '副部长', '区域经理', '渠道主管'], others: ['客户经理', '商务主管', '报价员', '服务工程师', '合同管理员', '市场专员', '外贸业务员', '热线主管', '物流专员', '招投标专员'] },
  mixed: { leaders: ['总经理', '副总经理', '综合办主任', '生产部部长'], others: ['项目经理', '班长', '技术员', '财务主管', '质量主管', '采购员', '施工员', '客服主管', '仓库主管', '电工'] },
}

/** 籍贯、院校、专业、职称用语,都是泛称。 */
export const nativePlaces = ['黑龙江肇东', '吉林榆树', '辽宁海城', '河北滦州', '山东莱西', '河南新乡', '内蒙古通辽', '江苏如东', '四川广汉', '安徽肥东'] as const
export const schools = { office: ['示例大学', '示例工业大学', '示例财经学院'], works: ['示例职业技术学院', '示例机械工程学校', '示例技师学院'], party: ['省委党校'] } as const
export const majors = { office: ['机械设计制造及其自动化', '工商管理', '会计学', '计算机科学与技术'], works: ['机电一体化', '数控技术', '焊接技术', '电气自动化'] } as const
export const professionalTitles = ['助理工程师', '工程师', '高级工程师', '政工师', '经济师', '技师'] as const
export const formerUnits = ['示例市第二机床厂党支部', '示例大学机械学院学生党支部', '示例矿业公司机关党支部'] as const

/** 住址用语;门牌由程序编号。 */
export const homeAreas = ['示例市机械新村', '示例市团结路职工小区', '示例市东风家园', '示例市铁西花园', '示例市滨河小区'] as const
export const addressOf = (area: string, building: number, room: number): string => `${area}${building}号楼${room}室`

/** 缺席时的补充说明,按原因。 */
export const absenceNotes: Readonly<Record<'business_trip' | 'sick_leave' | 'personal_leave' | 'on_duty' | 'vacation' | 'off_site_study', readonly string[]>> = {
  business_trip: ['外协厂验收', '用户现场服务', '到外地参加招标', ''],
  sick_leave: ['住院治疗', '门诊复查', ''],
  personal_leave: ['家中有事', '接送老人就医', ''],
  on_duty: ['当班不能离岗', '夜班后休息', '设备抢修值守'],
  vacation: ['年休假', '探亲假', ''],
  off_site_study: ['参加技能培训', '参加上级调训', ''],
}
export const unexplainedAbsence = '未请假，会后已提醒'

/** 班子分工。 */
export const postDuties = {
  secretary: '主持支部全面工作，负责思想政治建设',
  deputy_secretary: '协助书记工作，分管群团和职工思想工作',
  organization_member: '负责组织生活、发展党员和党费管理',
  publicity_member: '负责理论学习、宣传教育和信息报道',
  discipline_member: '负责纪律教育和监督检查',
  group_leader: '组织本小组学习和活动',
} as const
export const groupMeetingPlace = '班组学习园地'
export const themeDayPlaces = ['作业现场', '企业史陈列室', '仓储中心', '共建社区', '党员责任区'] as const

/** 岗位名称里有这些字的是管理岗、技术岗;其余在一线。 */
export const officePosts = /主任|部长|经理|主管|会计|业务|审核|统计|设计|文书|工程师|专责|专员|合同|报价|商务/u
export const technicalPosts = /师|技|工艺|质检|设计|计量|仪表/u
