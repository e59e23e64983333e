import type { ImportCounts, ImportStatus } from '../../model/roster-import.ts'

const CALL = 'npm run -s baolei --'
const WHO = '[--user NAME --password-file FILE]'
const commands = {
  new: 'new --store DIR --unit NAME [--branch NAME[:CATEGORY] ...] --user NAME --password-file FILE',
  sample: 'sample --store DIR',
  'import roster': `import roster FILE --store DIR ${WHO} [--branch CODE|NAME[:CATEGORY]] [--dry-run] [--skip-refused] [--json]`,
  score: `score --store DIR ${WHO} --period 2026-09 [--branch CODE] [--json]`,
  'print handbook': `print handbook --store DIR ${WHO} --branch CODE --year 2026 --out FILE.pdf`,
  cases: 'cases DIR [--kind a,b]',
  serve: `serve --store DIR ${WHO} [--no-open] [--stay]`,
  check: `check --store DIR ${WHO} [--json]`,
  'audit verify': `audit verify --store DIR ${WHO} [--json]`,
  backup: `backup --store DIR --to DIR ${WHO}`,
  verify: `verify BACKUP ${WHO} [--json]`,
  restore: `restore BACKUP --store DIR ${WHO}`,
} as const
const explained: Readonly<Record<keyof typeof commands, string>> = {
  new: '在空文件夹里建一个要口令的工作区（一个办公室），支部依次编号 001、002',
  sample: '在空文件夹里造一份示例企业',
  'import roster': '导入党员名册；有一行不能导入就一行也不写，除非加 --skip-refused',
  score: '计算一个月的考核成绩',
  'print handbook': '把一个支部一年的工作手册印成 PDF',
  cases: '用一个文件夹里的案例核对评分引擎',
  serve: '在本机开界面，第一行印出打开的地址',
  check: '检查工作区的数据是否完好',
  'audit verify': '从头核对操作记录，印出链头',
  backup: '做一份核对过的备份放到另一处，第一行印出它的文件夹',
  verify: '核对一份备份；给出放备份的地方，就核对最新的一份',
  restore: '用备份恢复出一个工作区；原有的文件留在 damaged 下',
}
const isCommand = (name: string): name is keyof typeof commands => Object.hasOwn(commands, name)
const usage = ['用法：', ...Object.entries(commands).map(([name, line]) => `  ${CALL} ${line}\n      ${isCommand(name) ? explained[name] : ''}`)].join('\n')

const importStatus: Readonly<Record<ImportStatus, string>> = { new: '新增', changed: '更新', same: '相同', warned: '提醒', refused: '不能导入' }

/** 命令行的话。 */
export const cliText = {
  usage,
  usageOf: (name: string) => (isCommand(name) ? `用法：\n  ${CALL} ${commands[name]}` : usage),
  noCommand: '没有写要做什么。',
  unknownCommand: (name: string) => `没有这个命令：${name}`,
  badOption: (name: string) => `这个选项不认得，或没有写它的值：${name}`,
  tooMany: (word: string) => `多写了：${word}`,
  missing: (name: string) => `还缺：${name}`,
  repeated: (name: string) => `写了两次：${name}`,
  emptyOption: (name: string) => `没有写值：${name}`,
  badPeriod: '月份要写成 2026-09 的样子。',
  badYear: '年度要写成 2026 的样子。',
  backup: {
    made: '备份已经做好，并从头核对过。',
    skipped: (folder: string, problems: string) => `跳过坏的：${folder}（${problems}）`,
    full: (folder: string) => `完好，已用钥匙打开从头查过：${folder}`,
    filesOnly: (folder: string) => `文件齐全、一字不差；没有给使用人，里面没有打开查：${folder}`,
    lacks: (problems: string) => `不碍恢复的毛病：${problems}`,
    restored: (path: string, from: string) => `已恢复到 ${path}，用的是 ${from}`,
    keptDamaged: (path: string) => `原来的文件留在 ${path}`,
  },
  branchTwice: (name: string) => `名称写了两次：${name}`,
  badUserName: '使用人要写 2 到 32 个字：字母、数字、汉字、点、横线。',
  created: (path: string) => `工作区已经建好：${path}`,
  recoveryCode: (code: string) => `恢复码（只显示这一次，请抄下收好）：${code}`,
  emptyBranch: '没有写支部：--branch 后面要写代码或名称。',
  unknownCategory: (category: string, known: string) => `没有这个支部分类：${category}。可以用：${known}`,
  branchRequired: '名册里没有“所在党支部”这一列，要用 --branch 写明导入到哪个支部。',
  sampleMade: (path: string) => `示例工作区已经造好：${path}`,
  importStatus,
  importRow: (sheet: string, row: number, status: string, reasons: string) => `${sheet} 第 ${row} 行 ${status} ${reasons}`,
  importCounts: ({ total, new: added, changed, same, warned, refused }: ImportCounts) => `共 ${total} 行：新增 ${added}，更新 ${changed}，相同 ${same}，提醒 ${warned}，不能导入 ${refused}`,
  imported: (n: number) => `已写入 ${n} 人。`,
  dryRun: '只是核对，没有写入任何内容。',
  progress: (done: number, total: number) => `${done} / ${total}`,
  /** 缺项按零计,必须标出来,不当平常的低分。 */
  scoreLine: (code: string, name: string, total: string | null, star: number | null, missing: number) =>
    `${code}\t${name}\t${total ?? '未计分'}\t${star === null ? '不评星' : star === 0 ? '无星' : `${star} 星`}${missing === 0 ? '' : `\t缺 ${missing} 项`}`,
  printed: (path: string, pages: number) => `已印成 ${pages} 页：${path}`,
  caseFailed: (id: string, kind: string, difference: string) => `FAIL ${id} (${kind}) ${difference}`,
  check: {
    sound: '完好',
    integrity: (text: string) => `数据文件：${text}`,
    foreignKeys: (text: string) => `相互引用：${text}`,
    audit: (text: string, rows: number) => `操作记录：${text}（${rows} 条）`,
    versionChain: (text: string, rows: number) => `记录的旧样子：${text}（${rows} 条）`,
    altered: (text: string) => `记录与操作记录相符：${text}`,
    head: (head: string) => `链头：${head}`,
    brokenAt: (seq: number) => `从第 ${seq} 条起对不上`,
    versions: (schema: number, known: number, sqlite: string, app: string) => `版本：数据 ${schema}（程序认得到 ${known}），SQLite ${sqlite}，程序 ${app}`,
  },
  traceId: (id: string) => `支持人员用的编号：${id}`,
  /** 只有命令行才会遇到的。 */
  failures: {
    FILE_NOT_FOUND: (path: string) => `没有这个文件：${path} 没有写入任何内容。 请核对文件名和所在位置。`,
    PASSWORD_FILE_UNREADABLE: (path: string) => `口令文件里没有口令：${path} 没有改动任何内容。 请把口令写在第一行，存成 UTF-8。`,
    PASSWORD_WEAK: (reasons: string) => `这个口令不行。${reasons} 没有改动任何内容。`,
    AUDIT_BROKEN: () => '操作记录对不上，有人绕过程序改过数据。 程序没有改动任何内容。 请不要再写入，用备份对照。',
    FILE_NOT_READABLE: (path: string) => `这个文件打不开：${path} 没有写入任何内容。 请关掉正开着它的程序，或换一个能读的位置。`,
    BRANCH_NOT_FOUND: (branch: string) => `没有这个支部：${branch} 没有写入任何内容。 请核对支部代码。`,
    OUT_NOT_WRITABLE: (path: string) => `写不进这个位置：${path} 原有文件没有改动。 请换一个已有的、工作区以外的文件夹。`,
    RENDERER_MISSING: () => '界面还没有构建。 原有数据没有改动。 请先运行 npm run build。',
    CASES_NOT_FOUND: (path: string) => `这里没有案例文件：${path} 没有改动任何内容。 请换一个放着 .json 案例的文件夹。`,
  },
} as const
