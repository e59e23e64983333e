import { describeFindings, unsuitableEvent } from './development-findings.ts'
import type { FileLimit } from '../../model/roster-import.ts'
import { MOST_ATTACHMENTS_OF_MEETING } from '../../model/attachment.ts'
import type { ErrorCode } from '../../rpc/error-codes.ts'

/** 给人看的三句话:发生了什么、什么是安全的、下一步怎么办。 */
export interface ErrorSentences {
  readonly cause: string
  readonly safe: string
  readonly next: string
}

/** 附带数据由契约规定形状;到了这里只取要念出来的那一项,取不到就用替代的词。 */
const valueOf = (data: unknown, key: string): unknown => (typeof data === 'object' && data !== null ? (data as Readonly<Record<string, unknown>>)[key] : undefined)
const textOf = (data: unknown, key: string, otherwise: string): string => {
  const value = valueOf(data, key)
  return typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : otherwise
}
const listOf = (data: unknown, key: string): string => {
  const value = valueOf(data, key)
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string').join('、') : ''
}

const NOTHING_CHANGED = '原有数据没有改动。'
const NOTHING_WRITTEN = '没有写入任何内容。'
const KEPT_ON_SCREEN = '屏幕上填的内容还在。'
const FILE_UNTOUCHED = '文件和名册都没有改动。'
const DATA_UNTOUCHED = '数据文件没有被改动。'

const KEPT_DRAFTS = '没保存完的内容都存着。'
const locationWords: Readonly<Record<string, string>> = { network: '网络共享文件夹', removable: 'U 盘、移动硬盘', cloud: '网盘文件夹' }
const locationWord = (data: unknown): string => locationWords[textOf(data, 'kind', '')] ?? '这个位置'
const remainingWords = (data: unknown): string => {
  const remaining = valueOf(data, 'remaining')
  return typeof remaining === 'number' && remaining > 0 ? `，还能试 ${remaining} 次` : ''
}
const rangeWords = (data: unknown): string => {
  const from = valueOf(data, 'from')
  const to = valueOf(data, 'to')
  if (typeof from !== 'number' || typeof to !== 'number') return ''
  return from === to ? `（第 ${from} 次）` : `（第 ${from} 至 ${to} 次）`
}
const timeOf = (data: unknown, key: string): string => {
  const value = valueOf(data, key)
  return typeof value === 'number' ? new Date(value).toLocaleString('zh-CN', { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false }) : '稍后'
}

const faultCount = (data: unknown): number => {
  const faults = valueOf(data, 'faults')
  return Array.isArray(faults) ? faults.length : 0
}
const periodGaps = (data: unknown): string => {
  const count = (key: string): number => {
    const value = valueOf(data, key)
    return typeof value === 'number' ? value : 0
  }
  const gaps = [
    [count('unscored'), (n: number) => `还有 ${n} 个支部没有计算`],
    [count('stale'), (n: number) => `有 ${n} 个支部算好以后又有变动，要重算`],
    [count('months'), (n: number) => `里面还有 ${n} 期没有公示`],
    [count('objections'), (n: number) => `还有 ${n} 件申诉没有答复`],
    [count('days'), () => '公示还没有满'],
  ] as const
  const words = gaps.flatMap(([n, word]) => (n > 0 ? [word(n)] : []))
  return words.length === 0 ? '这一期没有要评的支部' : words.join('，')
}
const schemeFileReasons: Readonly<Record<string, string>> = { shape: '里面的内容不是本程序的考核方案', newer: '是更新版本的程序写的，这里读不懂', heading: '没有找到“名称”“分值”一行表头', empty: '表头下面没有指标', number: '分值不是数', kind: '种类不认得，应为基本、专项、加分、扣分或否决', too_many: '指标超过 400 个' }
const schemeFileWords = (data: unknown): string => {
  const line = valueOf(data, 'line')
  const reason = schemeFileReasons[textOf(data, 'reason', '')] ?? '内容读不懂'
  return typeof line === 'number' ? `第 ${line} 行${reason}。` : `这个文件${reason}。`
}

/** 文件超过的是哪一条上限。 */
const overLimit: Readonly<Record<FileLimit, (most: number) => string>> = {
  entries: (most) => `文件里的部件超过 ${most} 个，不像名册。`,
  unpacked: (most) => `文件解开后超过 ${Math.floor(most / 1024 / 1024)} MB，读不下来。`,
  ratio: (most) => `文件解开后会膨胀 ${most} 倍以上，不像名册。`,
  sheets: (most) => `工作表超过 ${most} 张，读不下来。`,
  rows: () => '名册超过 10 万行，一次读不下来。',
  columns: (most) => `表格超过 ${most} 列，读不下来。`,
  strings: (most) => `文件里的文字超过 ${Math.floor(most / 10_000)} 万条，读不下来。`,
  characters: (most) => `文件里的文字超过 ${Math.floor(most / 10_000)} 万字，读不下来。`,
  merged: (most) => `合并的格子超过 ${Math.floor(most / 10_000)} 万个，读不下来。`,
  memory: (most) => `读这个文件要占的内存超过 ${most} MB。`,
  time: (most) => `读了 ${most} 秒还没有读完。`,
}
const tooComplexCause = (data: unknown): string => {
  const limit = valueOf(data, 'limit')
  const most = valueOf(data, 'most')
  return typeof limit === 'string' && Object.hasOwn(overLimit, limit) && typeof most === 'number' ? overLimit[limit as FileLimit](most) : '这个文件里的内容太多，读不下来。'
}
const damagedCause = (data: unknown): string => {
  const [sheet, row] = [textOf(data, 'sheet', ''), valueOf(data, 'row')]
  if (sheet === '') return '这个文件不完整，可能拷贝时断了。'
  return typeof row === 'number' && row > 0 ? `“${sheet}”第 ${row} 行附近坏了，文件不完整。` : `“${sheet}”读不下来，文件不完整。`
}

const eventWords: Readonly<Record<string, string>> = { founding: '成立', renaming: '改名', moving: '划转', merging: '合并', splitting: '拆分', upgrading: '改设', revoking: '撤销' }
const restrictedWords: Readonly<Record<string, string>> = { development: '发展党员', discipline: '处分处置党员', dues: '收缴党费', delegates: '选举党代表', election: '换届' }
const attachmentRefusals: Readonly<Record<string, string>> = { kind: '这种文件不收。', size: '这个文件超过 20 MB。', empty: '这个文件是空的。', macro: '这个 Word 文件带着宏，不收。', count: `这份记录已经附了 ${MOST_ATTACHMENTS_OF_MEETING} 份，不能再多。` }
const badIdReason: Readonly<Record<string, string>> = {
  length: '身份证号不是 18 位。',
  check_digit: '身份证号最后一位对不上。',
  birth: '身份证号里的出生日期不存在。',
}

/** 每个代码都要有;漏一个编译不过。 */
export const errorSentences: Record<ErrorCode, (data: unknown) => ErrorSentences> = {
  BAD_INPUT: () => ({ cause: '有内容填得不合要求。', safe: `${NOTHING_WRITTEN}${KEPT_ON_SCREEN}`, next: '请检查字数和格式，改好后再保存。' }),
  CANCELLED: () => ({ cause: '已经停下来。', safe: NOTHING_CHANGED, next: '需要时可以重新开始。' }),
  UNAVAILABLE: () => ({ cause: '和数据程序的连接断了。', safe: '已经保存的内容都在。', next: '等几秒会自动接上；不行就关掉重开。' }),
  WINDOW_REFUSED: () => ({ cause: '堡垒已经在另一个窗口里打开。', safe: '那个窗口里的内容不受影响。', next: '请回到那个窗口；找不到就重新启动堡垒。' }),
  INTERNAL: () => ({ cause: '程序出了没有料到的问题。', safe: `这一步没有做成，${NOTHING_CHANGED}`, next: '请再试一次；还不行就把下面的编号告诉支持人员。' }),
  UNKNOWN_PROCEDURE: () => ({ cause: '这个功能在这里用不了。', safe: NOTHING_CHANGED, next: '请更新到新版，或在桌面程序里使用。' }),
  NO_WORKSPACE: () => ({ cause: '还没有打开工作区。', safe: '数据都在原来的文件夹里。', next: '请先打开或新建一个工作区。' }),
  BUSY: () => ({ cause: '另一项工作还没有做完。', safe: '正在做的那一项不受影响。', next: '请等它做完，再试一次。' }),
  RELOAD: () => ({ cause: '程序已经更新，这个页面是旧的。', safe: '已经保存的内容都在。', next: '请重新打开页面。' }),
  FORBIDDEN: () => ({ cause: '当前身份不能做这一步。', safe: NOTHING_CHANGED, next: '请由负责这项工作的人来做。' }),

  STORE_LOCKED: (data) => ({ cause: `这个工作区正被打开着（${textOf(data, 'owner', '另一个窗口')}）。`, safe: '那边正在用的内容不受影响。', next: '请先在那边关闭，再打开这里。' }),
  STORE_NOT_FOUND: (data) => ({ cause: `这个位置没有工作区：${textOf(data, 'path', '所选文件夹')}`, safe: NOTHING_CHANGED, next: '请检查 U 盘或磁盘是否接好，或换一个位置。' }),
  STORE_NOT_OURS: (data) => ({ cause: `这里的文件不是堡垒的工作区：${textOf(data, 'path', '所选文件夹')}`, safe: '里面的文件没有被改动。', next: '请选择含有 baolei.db 的文件夹。' }),
  STORE_FROM_FUTURE: () => ({ cause: '这个工作区是用更新的版本保存的。', safe: DATA_UNTOUCHED, next: '请先更新程序，再打开它。' }),
  STORE_READONLY: (data) => ({ cause: `这个文件夹只能看，不能写：${textOf(data, 'path', '所选文件夹')}`, safe: DATA_UNTOUCHED, next: '请去掉只读，或换到能写的文件夹。' }),
  STORE_CORRUPT: () => ({ cause: '数据文件有一处读不出来。', safe: '程序已停止写入，备份没有动。', next: '请不要删除文件，用最近的备份恢复。' }),
  STORE_KEY_MISSING: () => ({ cause: '工作区里缺少钥匙文件（keys 文件夹）。', safe: DATA_UNTOUCHED, next: '请从备份里取回 keys 文件夹，再打开。' }),
  STORE_KEY_WRONG: () => ({ cause: '钥匙文件和这个工作区不配。', safe: DATA_UNTOUCHED, next: '请从同一份备份里取回 keys 文件夹。' }),
  STORE_DRIVER_UNSUITABLE: () => ({ cause: '数据库部件在这台机器上用不了。', safe: DATA_UNTOUCHED, next: '请按安装说明换用适合本机的版本。' }),
  STORE_FULL: () => ({ cause: '没有保存：磁盘满了。', safe: KEPT_ON_SCREEN, next: '请清理磁盘，再按 Ctrl+S 保存。' }),
  STORE_EXISTS: (data) => ({ cause: `这个位置已经有文件：${textOf(data, 'path', '所选文件夹')}`, safe: '原来的文件没有被改动。', next: '请换一个空文件夹，或改用打开已有。' }),
  STORE_FOLDER_UNSUITABLE: (data) => ({ cause: `这个位置不能放工作区：${textOf(data, 'path', '所填路径')}`, safe: NOTHING_WRITTEN, next: '请写完整路径，不要用共享盘或光盘。' }),
  MIGRATION_FAILED: () => ({ cause: '数据升级到新版时停住了。', safe: '升级前的数据已经恢复原样。', next: '请保留文件夹，把日志交给支持人员。' }),

  NOT_FOUND: () => ({ cause: '这条记录已经不在了。', safe: '其他内容没有改动。', next: '请返回列表，看一看最新的内容。' }),
  STALE: () => ({ cause: '这条记录刚在别处改过。', safe: '那边的修改已经保存，没有被盖掉。', next: '请先看最新内容，再把要改的补上。' }),
  ATTACHMENT_LOST: () => ({ cause: '这份附件的文件不见了，或者坏了。', safe: '登记的名称、日期都在。', next: '请重新附上文件，或用备份恢复。' }),
  ATTACHMENT_UNSUITABLE: (data) => ({ cause: attachmentRefusals[textOf(data, 'reason', '')] ?? '这个文件附不上。', safe: NOTHING_WRITTEN, next: textOf(data, 'reason', '') === 'count' ? '请把几张扫成一份 PDF，或去掉不用的再附。' : '请选 JPEG、PNG、PDF 或 Word（.docx），不超过 20 MB。' }),
  PHOTO_LOST: () => ({ cause: '这张照片的文件不见了，或者坏了。', safe: '名册上别的内容都在。', next: '请换一张照片，或用备份恢复。' }),
  PHOTO_UNSUITABLE: () => ({ cause: '这张照片用不了。', safe: '原来的照片没有动。', next: '请选 JPEG 或 PNG 的证件照，不超过 10 MB。' }),
  STATE_DAY_UNSUITABLE: (data) => ({ cause: `日期不能早于上一次变更（${textOf(data, 'day', '')}），也不能晚于今天。`, safe: NOTHING_CHANGED, next: '请改一下日期，再试一次。' }),
  BATCH_CHANGED_SINCE: (data) => ({ cause: `批量改过之后，其中 ${textOf(data, 'count', '几')} 人又被改过。`, safe: '没有撤销，后来的修改都在。', next: '请在名册里逐个改回去。' }),
  TOO_MANY_MEMBERS: (data) => ({ cause: `有 ${textOf(data, 'found', '太多')} 人，一次最多选 ${textOf(data, 'most', '这么多')} 人。`, safe: NOTHING_CHANGED, next: '请先按组织或条件筛选，分几次做。' }),
  TOO_MANY_VIEWS: (data) => ({ cause: `一个人最多存 ${textOf(data, 'most', '30')} 种看法。`, safe: NOTHING_CHANGED, next: '请先删掉不用的。' }),
  CHOICES_MISSING: () => ({ cause: '可选的值不足两个。', safe: KEPT_ON_SCREEN, next: '请至少写两个不同的值。' }),
  CHOICE_IN_USE: (data) => ({ cause: `“${textOf(data, 'choice', '')}”有 ${textOf(data, 'count', '几')} 人选着。`, safe: KEPT_ON_SCREEN, next: '请先把这些人改成别的值，再去掉它。' }),
  VALUE_UNSUITABLE: (data) => ({ cause: `“${textOf(data, 'name', '这一项')}”填的不合适。`, safe: KEPT_ON_SCREEN, next: '请改成合适的数、日期或可选的值。' }),
  DUPLICATE_CODE: (data) => ({ cause: `代码“${textOf(data, 'code', '')}”已经有组织在用。`, safe: KEPT_ON_SCREEN, next: '请换一个代码。' }),
  DUPLICATE_NAME: (data) => ({ cause: `名称“${textOf(data, 'name', '')}”已经有了。`, safe: KEPT_ON_SCREEN, next: '请换一个名称。' }),
  DUPLICATE_ID_NUMBER: (data) => ({ cause: `同一身份证号已登记：${textOf(data, 'branchName', '名册')}的“${textOf(data, 'name', '一名党员')}”。`, safe: KEPT_ON_SCREEN, next: '请对照证件，确认是不是同一个人。' }),
  BAD_ID_NUMBER: (data) => ({ cause: badIdReason[textOf(data, 'reason', '')] ?? '身份证号不对。', safe: KEPT_ON_SCREEN, next: '请对照证件再看一遍。' }),
  BAD_PARENT: () => ({ cause: '不能放到这个上级下面。', safe: '原来的隶属关系没有改动。', next: '请选一个级别更高、不是自己下级的组织。' }),
  NOT_A_BRANCH: () => ({ cause: '这里要选一个党支部。', safe: NOTHING_CHANGED, next: '请改选党支部，再继续。' }),
  EVENT_DAY_UNSUITABLE: (data) => ({
    cause: textOf(data, 'bound', '') === 'revoked' ? `“${textOf(data, 'name', '这个组织')}”在 ${textOf(data, 'day', '那天')} 已经撤销。` : `“${textOf(data, 'name', '这个组织')}”到 ${textOf(data, 'day', '那天')} 才成立。`,
    safe: `${NOTHING_CHANGED}${KEPT_ON_SCREEN}`,
    next: '请改一下日期，再试一次。',
  }),
  STILL_HAS_MEMBERS: (data) => ({ cause: `到那天还有 ${textOf(data, 'count', '几')} 名党员在这里。`, safe: NOTHING_CHANGED, next: '请先把人转走，或改用“并入”。' }),
  STILL_HAS_CHILDREN: (data) => ({ cause: `到那天下面还有 ${textOf(data, 'count', '几')} 个组织。`, safe: NOTHING_CHANGED, next: '请先划转或撤销下面的组织。' }),
  STILL_HAS_RECORDS: (data) => ({ cause: `那天之后还有 ${textOf(data, 'count', '几')} 次会议记录。`, safe: NOTHING_CHANGED, next: '请改晚一点的日期，或先处理那些记录。' }),
  ROOT_ORGANISATION: () => ({ cause: '这是最上级组织，不能并入、拆分或撤销。', safe: NOTHING_CHANGED, next: '请选下面的组织。' }),
  BAD_MERGE: () => ({ cause: '这两个组织不能合并。', safe: NOTHING_CHANGED, next: '支部并入支部，小组并入同一支部的小组。' }),
  CHANGED_SINCE: (data) => ({
    cause: textOf(data, 'kind', '') === '' ? '这次变动之后，有关的组织或党员又改过。' : `后来又登记了${eventWords[textOf(data, 'kind', '')] ?? '变动'}（${textOf(data, 'day', '')}）。`,
    safe: NOTHING_CHANGED,
    next: '请先撤回后来的，再撤回这一次。',
  }),
  SET_BY_EVENT: (data) => ({ cause: `这是 ${textOf(data, 'day', '')} 登记的变动定下来的。`, safe: NOTHING_CHANGED, next: '请到沿革里撤回那次变动，再重新登记。' }),
  TEMPORARY_BRANCH: (data) => ({ cause: `临时党支部不${restrictedWords[textOf(data, 'action', '')] ?? '办这件事'}（支部工作条例第八条）。`, safe: NOTHING_CHANGED, next: '请在党员组织关系所在的支部办理。' }),
  CATEGORY_IN_USE: (data) => ({ cause: `还有 ${textOf(data, 'count', '一些')} 个支部在用这个分类。`, safe: NOTHING_CHANGED, next: '请先给这些支部换一个分类。' }),
  CALENDAR_DAYS_UNSUITABLE: (data) => ({ cause: `${textOf(data, 'day', '有一天')} 写了两次，或不在这一年。`, safe: NOTHING_WRITTEN, next: '请去掉这一天，再保存。' }),
  TERM_EXTENSION_TOO_LONG: (data) => ({ cause: `延期超过一年了，最多延到 ${textOf(data, 'latest', '届满后一年')}。`, safe: `${NOTHING_WRITTEN}${KEPT_ON_SCREEN}`, next: '请核对批复，改短延期；到期要换届。' }),
  TERM_OVERLAPS: (data) => ({ cause: `和 ${textOf(data, 'from', '另一届')} 起的那一届叠在一起。`, safe: `${NOTHING_WRITTEN}${KEPT_ON_SCREEN}`, next: '请改起止日；补登以前的要写结束日。' }),
  DEVELOPMENT_BLOCKED: (data) => ({ cause: `这一步还不能办结：${describeFindings(data)}`, safe: `${NOTHING_WRITTEN}${KEPT_ON_SCREEN}`, next: '请照所说的补齐、改正；还没办完的先存草稿。' }),
  DEVELOPMENT_EVENT_UNSUITABLE: (data) => ({ cause: unsuitableEvent[textOf(data, 'reason', '')] ?? '这件事现在不能记。', safe: NOTHING_WRITTEN, next: '请核对日期和步骤，再记。' }),
  LETTER_INCOMPLETE: () => ({ cause: '介绍信还没有填齐。', safe: KEPT_ON_SCREEN, next: '请补上抬头、转入单位、党费交至；转入的补上本人情况。' }),
  LETTERS_EXHAUSTED: () => ({ cause: '这一年的编号（三位）已经用完。', safe: NOTHING_WRITTEN, next: '请核对开具日期的年份。' }),
  CARE_INCOMPLETE: () => ({ cause: '类别没有选，或日期前后不对。', safe: KEPT_ON_SCREEN, next: '请选好对象和类别，止不早于起。' }),
  NUMBER_NOT_COUNTABLE: () => ({ cause: '编号的末尾要是数字，才能往下编。', safe: NOTHING_WRITTEN, next: '请改首号，或减少本数。' }),
  ENTRY_UNSUITABLE: () => ({ cause: '有的项没有填，或填得不对。', safe: KEPT_ON_SCREEN, next: '请照红字补齐、改正，再保存。' }),
  REGISTER_NOT_YOURS: () => ({ cause: '这本登记簿由支部自己填。', safe: NOTHING_CHANGED, next: '请支部书记或组织委员登录后登记。' }),
  SUBMITTED_ALREADY: () => ({ cause: '这一年的已经上报。', safe: NOTHING_CHANGED, next: '完成情况随时能填；要改别的，先点“改一下”写明原因，改好再报。' }),
  NOTHING_TO_SUBMIT: () => ({ cause: '这一年还一条也没有登记。', safe: NOTHING_CHANGED, next: '先登记，再上报。' }),
  NOT_SUBMITTED: () => ({ cause: '这条记录现在不能这样办。', safe: NOTHING_CHANGED, next: '先由支部办结、上报，再由上级审批、评价或退回。' }),
  PERIOD_LOCKED: (data) => ({ cause: `这一期只能填报到 ${textOf(data, 'lastDay', '期限')}，已经锁上。`, safe: NOTHING_CHANGED, next: '请上级党委在“免除和解锁”里解锁，再来补录。' }),
  MONTHS_UNSUITABLE: () => ({ cause: '月份或日期不合适。', safe: KEPT_ON_SCREEN, next: '起始月份不晚于终止月份；解锁要写明到哪天，不早于今天；决定日期不晚于今天。' }),
  WITHDRAWN: () => ({ cause: '这个决定已经撤回。', safe: NOTHING_CHANGED, next: '要再免除或解锁，请另加一条。' }),
  OPINION_REQUIRED: () => ({ cause: '退回没有写意见。', safe: KEPT_ON_SCREEN, next: '请写明哪里要改，支部照着改了再报。' }),
  DAY_UNSUITABLE: () => ({ cause: '日期不合适。', safe: KEPT_ON_SCREEN, next: '办结日期不早于提出之日、不晚于今天；延期要晚于原来的期限。' }),
  NOT_EDITABLE: () => ({ cause: '这一条现在不能改。', safe: NOTHING_CHANGED, next: '记录已办结的，先点“改一下”写明原因。' }),
  CHECKS_FAILED: () => ({ cause: '还有必须填的内容没有填。', safe: '已经填的都保存为草稿。', next: '请按右侧清单补齐，再办结。' }),
  PERIOD_UNSUITABLE: () => ({ cause: '现行方案按季度评价，这个月不是季末。', safe: NOTHING_CHANGED, next: '请选 3、6、9、12 月，代表整个季度。' }),
  PERIOD_CLOSED: () => ({ cause: '这一期已经评完、公示或者关账，不能再改。', safe: NOTHING_CHANGED, next: '公示以前的可以先退回；公示以后有错，请提更正。' }),
  PERIOD_NOT_READY: (data) => ({ cause: `还不能往前走：${periodGaps(data)}。`, safe: NOTHING_CHANGED, next: '请先补齐，再走这一步。' }),
  PERIOD_STATE_UNSUITABLE: () => ({ cause: '这一期现在这一步做不了这件事。', safe: NOTHING_CHANGED, next: '请看清这一期走到了哪一步：公示以后才能申诉，公示满了才能关账，公示了的不能退回。' }),
  NOT_FROZEN: () => ({ cause: '这一期还没有公示，成绩还在变。', safe: NOTHING_CHANGED, next: '还没有公示的，直接改录入；公示以后才有更正和重算作证。' }),
  DECISION_UNSUITABLE: () => ({ cause: '认定的内容不对：星级要是方案里有的，分数要在零分和满分之间，条件要是方案里写的。', safe: NOTHING_CHANGED, next: '请重新选。' }),
  REOPENER_REQUIRED: () => ({ cause: '这一期已经关账，更正要写明由谁批准重开。', safe: NOTHING_CHANGED, next: '请填批准重开的人，再批准。' }),
  NOT_A_DRAFT: () => ({ cause: '这个版本已经发布或者停用，不能再改。', safe: NOTHING_CHANGED, next: '要改请另起新的一版。' }),
  SCHEME_FAULTY: (data) => ({ cause: `方案还有 ${faultCount(data)} 处问题，不能发布，也不能试算。`, safe: '草稿已经存好。', next: '请照问题清单逐处改好。' }),
  SCHEME_IN_USE: () => ({ cause: '已经有成绩是照这个版本算的，不能停用。', safe: NOTHING_CHANGED, next: '要换办法，请发布新的一版，从以后的月份起用。' }),
  SCHEME_FILE_UNSUITABLE: (data) => ({ cause: schemeFileWords(data), safe: NOTHING_WRITTEN, next: '方案文件请从别的电脑上的本程序里导出；打分表要有“名称”和“分值”两列。' }),
  EFFECTIVE_DAY_UNSUITABLE: (data) => ({ cause: textOf(data, 'closedThrough', '') === '' ? '起用日期不合适：要是一个月的 1 日，按季度评价的要是季度的第一天。' : `${textOf(data, 'closedThrough', '')} 及以前已经关账，新方案不能从那时起用。`, safe: '草稿已经存好。', next: '请另选起用日期。' }),
  NO_SCHEME: (data) => ({ cause: `${textOf(data, 'period', '这个月')} 还没有考核方案。`, safe: NOTHING_CHANGED, next: '请换一个月份，或先启用考核方案。' }),
  OUT_OF_RANGE: (data) => ({ cause: '分数超出了范围。', safe: NOTHING_WRITTEN, next: `请改成 0 到 ${textOf(data, 'full', '满分')} 之间。` }),
  REASON_REQUIRED: () => ({ cause: '这一步要写明原因。', safe: KEPT_ON_SCREEN, next: '请补上原因，再保存。' }),
  INDICATOR_UNSUITABLE: () => ({ cause: '这项指标不能这样记。', safe: NOTHING_WRITTEN, next: '自动计分的请去补会议记录。' }),
  NOTHING_TO_PRINT: () => ({ cause: '没有可以打印的内容。', safe: NOTHING_CHANGED, next: '请先录入内容，或换一个年度。' }),
  YEAR_CLOSED: () => ({ cause: '这一年已经封存，记录不能再改。', safe: NOTHING_WRITTEN, next: '确要改的，请上级党委重新打开这一年。' }),
  YEAR_HAS_DRAFTS: (data) => ({ cause: `还有 ${textOf(data, 'count', '几')} 份记录是草稿。`, safe: NOTHING_CHANGED, next: '请先办结或作废，再封存。' }),
  YEAR_NOT_OVER: () => ({ cause: '这一年还没有过完。', safe: NOTHING_CHANGED, next: '请到十二月以后再封存。' }),
  ARCHIVE_LOST: () => ({ cause: '封存的档案文件读不出来。', safe: '各条记录都在，没有动。', next: '请从备份恢复，或重新打开后再封存。' }),
  NOT_PRINTED_YET: () => ({ cause: '这一年的手册还没有登记过打印。', safe: NOTHING_CHANGED, next: '请先打印整本，以后就可以只打改动的页。' }),
  NOTHING_CHANGED: () => ({ cause: '上次打印以后没有变动。', safe: NOTHING_CHANGED, next: '不用换页；要再印一份请打印整本。' }),
  NO_BROWSER: () => ({ cause: '这台机器上没有找到可用的浏览器。', safe: '数据没有问题，只是做不出 PDF。', next: '请安装 Chromium 131 以上版本，再打印。' }),
  BROWSER_TOO_OLD: (data) => ({ cause: `浏览器太旧（${textOf(data, 'found', '版本不明')}）。`, safe: '数据没有问题，只是做不出 PDF。', next: '请换成 131 以上的版本，再打印。' }),
  PRINT_FAILED: () => ({ cause: 'PDF 没有做成。', safe: NOTHING_CHANGED, next: '请再试一次；不行就重开程序再打印。' }),

  FILE_EXPIRED: () => ({ cause: '选的文件放得太久，已经清掉。', safe: '原来的文件还在电脑里。', next: '请重新选择文件。' }),
  FILE_TOO_LARGE: (data) => ({ cause: `文件太大，超过 ${textOf(data, 'limitMegabytes', '规定的')} MB。`, safe: FILE_UNTOUCHED, next: '请只留名册那张表，另存后再选。' }),
  FILE_EMPTY: () => ({ cause: '这个文件是空的。', safe: FILE_UNTOUCHED, next: '请确认文件内容，或换一个文件。' }),
  FILE_NOT_WORKBOOK: () => ({ cause: '这不是 Excel 工作簿。', safe: FILE_UNTOUCHED, next: '请选择 .xlsx 或 .csv 的党员花名册。' }),
  FILE_ENCRYPTED: () => ({ cause: '这个文件加了打开密码。', safe: FILE_UNTOUCHED, next: '请在 Excel 里去掉密码，另存后再选。' }),
  FILE_OLD_EXCEL: () => ({ cause: '这是旧格式的 Excel 文件（.xls）。', safe: FILE_UNTOUCHED, next: '请用 Excel 或 WPS 另存为 .xlsx 再选。' }),
  FILE_WPS_FORMAT: () => ({ cause: '这是 WPS 自己的格式（.et）。', safe: FILE_UNTOUCHED, next: '请在 WPS 里另存为 .xlsx 再选。' }),
  FILE_TOO_COMPLEX: (data) => ({ cause: tooComplexCause(data), safe: FILE_UNTOUCHED, next: '请只留名册那张表，另存后再选。' }),
  FILE_DAMAGED: (data) => ({ cause: damagedCause(data), safe: FILE_UNTOUCHED, next: '请重新拷一份，或在 Excel 里另存。' }),
  FILE_NOT_TEXT: () => ({ cause: '这个文件里的文字读不出来。', safe: FILE_UNTOUCHED, next: '请用 Excel 另存为 .xlsx 再选。' }),
  HEADER_NOT_FOUND: (data) => {
    const expected = listOf(data, 'expected')
    const found = listOf(data, 'found')
    return { cause: `没有找到${expected === '' ? '列名那一行' : `“${expected}”列`}${found === '' ? '' : `，看到的是“${found}”`}。`, safe: FILE_UNTOUCHED, next: '请确认选对了文件和“导入什么”；列名与常见的不同时，可以在导入页指出哪一行是列名。' }
  },
  HEADER_DUPLICATED: (data) => ({ cause: `“${textOf(data, 'sheet', '表')}”里有两列都叫“${textOf(data, 'header', '')}”。`, safe: FILE_UNTOUCHED, next: '请删去或改名其中一列，再选。' }),
  NO_ROWS: () => ({ cause: '列名下面没有要导入的行。', safe: FILE_UNTOUCHED, next: '请确认选对了文件和工作表。' }),
  BRANCH_REQUIRED: () => ({ cause: '名册里没有“所在党支部”这一列。', safe: FILE_UNTOUCHED, next: '请先选定导入到哪个支部。' }),
  IMPORT_REFUSED_ROWS: (data) => ({ cause: `有 ${textOf(data, 'refused', '几')} 行不能导入。`, safe: NOTHING_WRITTEN, next: '请改好文件再选，或只导入没有问题的。' }),
  IMPORT_NOTHING_ACCEPTABLE: () => ({ cause: '没有一行可以导入。', safe: NOTHING_WRITTEN, next: '请按说明改好文件，再选一次。' }),
  PREVIEW_EXPIRED: () => ({ cause: '看过的内容放得太久，可能变过。', safe: NOTHING_WRITTEN, next: '请重新看一遍，再做这一步。' }),
  MAPPING_UNUSABLE: () => ({ cause: '这样对照用不了：有两列对到了同一项，或没有一列是姓名、名称。', safe: NOTHING_CHANGED, next: '请把重复的那一列改成“不导入”，再核对一次。' }),
  NOTHING_TO_MARK: () => ({ cause: '没有要改的格子，不用标。', safe: FILE_UNTOUCHED, next: '可以直接导入。' }),
  IMPORT_ALREADY_UNDONE: () => ({ cause: '这次导入已经撤销过了。', safe: NOTHING_CHANGED, next: '要再用这份表，请重新导入。' }),
  IMPORT_CHANGED_SINCE: (data) => ({ cause: `导入之后又有人改过其中的 ${textOf(data, 'changed', '几')} 条，不能整批撤销。`, safe: NOTHING_CHANGED, next: '请到各条的“来历”里逐条改回。' }),
  SESSION_LOCKED: () => ({ cause: '屏幕已经锁上。', safe: KEPT_DRAFTS, next: '请输入口令解锁，再接着做。' }),
  SIGN_IN_FIRST: () => ({ cause: '还没有登录。', safe: '已经保存的内容都在。', next: '请输入使用人和口令。' }),
  PASSWORD_DUE: () => ({ cause: '口令到期了，要先换一个。', safe: '已经保存的内容都在。', next: '请先换口令，再接着做。' }),
  CONFIRMATION_REQUIRED: () => ({ cause: '这一步要写明理由并输入口令。', safe: NOTHING_CHANGED, next: '请写好理由，再输一次自己的口令。' }),
  CONFIRMATION_WRONG: (data) => ({ cause: textOf(data, 'who', '') === 'second' ? '另一名确认人的口令不对，或没有这项权限。' : '口令不对。', safe: NOTHING_CHANGED, next: '请看大小写和输入法，再输一次。' }),
  READ_ONLY_COPY: () => ({ cause: '这是一份只看的副本，不能改。', safe: '原来位置上的数据没有动。', next: '请到能写的位置打开原来的工作区。' }),
  STORE_SEALED: () => ({ cause: '这个工作区要口令才能打开。', safe: DATA_UNTOUCHED, next: '请写上使用人，输入口令。' }),
  STORE_FILE_MISSING: (data) => ({ cause: `钥匙还在，数据文件却不见了：${textOf(data, 'path', '所选文件夹')}`, safe: '没有新建空的工作区，备份没有动。', next: '请到回收站、杀毒隔离区找，或用备份恢复。' }),
  STORE_KEY_DAMAGED: () => ({ cause: '钥匙清单（keyring.json）读不懂了。', safe: DATA_UNTOUCHED, next: '请从任何一份备份里取回 keys 文件夹。' }),
  STORE_LOCATION_UNSUITABLE: (data) => ({ cause: `${locationWord(data)}上不能放工作区。`, safe: NOTHING_WRITTEN, next: '请放在本机硬盘上；备份可以放到这里。' }),
  STORE_BEHIND_MARK: (data) => ({ cause: `检测到最近 ${textOf(data, 'missing', '几')} 次保存缺失${rangeWords(data)}。`, safe: '在此之前的都完好，文件没有被改动。', next: '请用最近的备份恢复，或接受缺失。' }),
  STORE_FORKED: () => ({ cause: '数据文件和保存记号对不上，像是换过文件。', safe: '程序没有写入，文件没有被改动。', next: '请把换上去的文件拿走，或用备份恢复。' }),
  FILE_BUSY: () => ({ cause: '文件正被别的程序占着，没有写成。', safe: '原来的文件完好。', next: '请关掉占用它的程序，再试一次。' }),
  FILE_WRITE_FAILED: (data) => ({ cause: textOf(data, 'reason', '') === 'differs' ? '写进去的和原来的不一样，没有采用。' : `没有写成：${textOf(data, 'path', '文件')}`, safe: '已经保存的内容都在。', next: '请看磁盘、U 盘是否接好，换一个再试。' }),
  FILE_READ_FAILED: (data) => ({ cause: `读不出这个文件：${textOf(data, 'path', '所选文件')}`, safe: NOTHING_CHANGED, next: '请看磁盘、U 盘是否接好，再试一次。' }),
  PASSWORD_WRONG: (data) => ({ cause: `使用人或口令不正确${remainingWords(data)}。`, safe: '数据没有打开，也没有改动。', next: '请看大小写和输入法，再输一次。' }),
  PASSWORD_WEAK: () => ({ cause: '这个口令太容易被猜到。', safe: NOTHING_CHANGED, next: '请按下面的提示换一个口令。' }),
  PASSWORD_REUSED: () => ({ cause: '这个口令以前用过。', safe: NOTHING_CHANGED, next: '请换一个没有用过的口令。' }),
  ACCOUNT_BLOCKED: (data) => ({ cause: `输错太多次，停用到 ${timeOf(data, 'until')}。`, safe: '数据没有打开，也没有改动。', next: '请到时再试，或请安全保密管理员解除。' }),
  ACCOUNT_DISABLED: () => ({ cause: '这个使用人已经停用。', safe: '数据没有改动。', next: '请找系统管理员启用。' }),
  ACCOUNT_UNKNOWN: () => ({ cause: '没有这个使用人。', safe: NOTHING_CHANGED, next: '请核对使用人名称，再试一次。' }),
  KEY_SLOT_MISSING: () => ({ cause: '这个使用人的钥匙文件不见了。', safe: DATA_UNTOUCHED, next: '请从备份取回 keys，或用恢复单。' }),
  KEY_SLOT_DAMAGED: () => ({ cause: '这个使用人的钥匙文件坏了。', safe: DATA_UNTOUCHED, next: '请从备份取回 keys，或用恢复单。' }),
  RECOVERY_CODE_WRONG: (data) => ({ cause: valueOf(data, 'mistyped') === true ? '恢复码有一处抄错了。' : '这个恢复码不是这个工作区的。', safe: DATA_UNTOUCHED, next: '请对照恢复单，逐段再看一遍。' }),
  NO_PASSWORDS: () => ({ cause: '这个工作区没有设口令。', safe: NOTHING_CHANGED, next: '示例企业不用口令；正式数据请先设口令。' }),
  LAST_ADMIN: () => ({ cause: '这样就没有人能管使用人了。', safe: NOTHING_CHANGED, next: '请先让另一个人担任，再改这一个。' }),
  OWN_GRANT: () => ({ cause: '不能改自己的授权。', safe: NOTHING_CHANGED, next: '请由另一名安全保密管理员来改。' }),
  ROLES_EXCLUSIVE: () => ({ cause: '这几个角色不能由一个人兼任。', safe: NOTHING_CHANGED, next: '三员各由一人担任，也不兼办业务。' }),
  OFFICER_WHOLE_UNIT: () => ({ cause: '三员管的是全单位，不能只授在下级组织。', safe: NOTHING_CHANGED, next: '请把范围选成最上级组织。' }),
  BACKUP_FAILED: () => ({ cause: '备份没有做成。', safe: '数据和以前的备份都完好。', next: '请看磁盘是否接好、有没有空间，再试。' }),
  BACKUP_NOT_FOUND: () => ({ cause: '找不到这份备份。', safe: NOTHING_CHANGED, next: '请看磁盘是否接好，或换一份备份。' }),
  BACKUP_DAMAGED: () => ({ cause: '这份备份坏了，没有用它。', safe: NOTHING_CHANGED, next: '请换早一点的一份备份。' }),
  SPACE_LOW: (data) => ({ cause: `磁盘只剩 ${textOf(data, 'freeMegabytes', '很少')} MB，要 ${textOf(data, 'neededMegabytes', '更多')} MB。`, safe: NOTHING_CHANGED, next: '请清理磁盘，再试一次。' }),
  TOO_MANY_ROWS: (data) => ({ cause: `有 ${textOf(data, 'found', '太多')} 条，一次最多导出 ${textOf(data, 'most', '这么多')} 条。`, safe: NOTHING_CHANGED, next: '请缩短日期范围，分几次导出。' }),
  CANDIDATE_IN_USE: () => ({ cause: '这个人已经入了名册，或领了志愿书编号。', safe: NOTHING_CHANGED, next: '请用“另行记载”里的终止，不要删除。' }),
  RECORD_IN_USE: () => ({ cause: '这名党员已经记在会议或班子里。', safe: NOTHING_CHANGED, next: '请改党籍状态，不要删除。' }),
}

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errorSentences, code)

/** 按代码取三句话;不认得的代码(新核心配旧界面)按没料到的问题说。 */
export const describeError = (code: string, data: unknown): ErrorSentences => errorSentences[isErrorCode(code) ? code : 'INTERNAL'](data)
