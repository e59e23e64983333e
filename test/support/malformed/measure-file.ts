import { existsSync, readFileSync } from 'node:fs'
import type { FileRef } from '../../../shared/model/files.ts'
import { must } from '../make-core.ts'
import { makeRosterOffice, type RosterOffice } from '../roster-office.ts'
import { watchAnswers } from './watch-answers.ts'

/** 在一个干净的进程里核对(可再写入)一份文件,量时间与常驻内存,印一行 JSON。用法:node measure-file.ts 路径 文件名 [commit] */
export interface FileMeasure {
  readonly outcome: string
  /** 逐行结论;拒收时为空。 */
  readonly verdicts: readonly string[]
  readonly checkMilliseconds: number
  readonly writeMilliseconds: number
  /** 核对加写入用掉的处理器时间(各线程合计),与机器忙不忙无关。 */
  readonly cpuMilliseconds: number
  /** 核对期间别的请求最慢等了多久。 */
  readonly slowestAnswer: number
  /** 进程(含读文件的线程)常驻内存的最高值;核对完与写完之后。 */
  readonly rssMegabytes: number
  readonly rssAtStart: number
  readonly stored: number
}

/** 行太多时只报头几行。 */
const REPORTED = 60
/** 子进程的 maxRSS 会把父进程分叉时的大小算进来;有 /proc 就看本进程自己的最高值。 */
const rss = (): number => {
  const own = existsSync('/proc/self/status') ? /^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] : undefined
  return Math.round((own === undefined ? process.resourceUsage().maxRSS : Number(own)) / 1024)
}
const ONE_LINE = { organisationId: null, search: '', memberType: null, offset: 0, limit: 1 } as const

/** 核对一次,只留用得着的几样:预览的全文在程序里归界面那个进程,不该算在核心头上。 */
const check = async (office: RosterOffice, file: FileRef): Promise<{ readonly outcome: string; readonly verdicts: readonly string[]; readonly previewId: string | null }> => {
  const result = await office.api.imports.preview({ kind: 'members', file, branchId: null })
  if (!result.ok) return { outcome: result.error.code, verdicts: [], previewId: null }
  const { counts, rows, previewId } = result.value
  return { outcome: `${counts.total} 行`, verdicts: rows.slice(0, REPORTED).map((row) => [row.status, ...row.reasons.map((reason) => reason.code)].join(':')), previewId }
}

const measure = async (path: string, fileName: string, commit: boolean): Promise<FileMeasure> => {
  const office = await makeRosterOffice()
  const file = office.core.files.accept(fileName, readFileSync(path))
  const rssAtStart = rss()
  const watch = watchAnswers(() => office.api.members.list(ONE_LINE))
  const cpu = process.cpuUsage()
  const start = performance.now()
  const { outcome, verdicts, previewId } = await check(office, file)
  const checkMilliseconds = Math.round(performance.now() - start)
  const slowestAnswer = await watch.stop()
  const writeStart = performance.now()
  if (commit && previewId !== null) await must(office.api.imports.commit({ previewId, skipRefused: false }))
  const writeMilliseconds = Math.round(performance.now() - writeStart)
  const { user, system } = process.cpuUsage(cpu)
  const stored = (await must(office.api.members.list(ONE_LINE))).counts.total
  const rssMegabytes = rss()
  office.close()
  return { outcome, verdicts, checkMilliseconds, writeMilliseconds, cpuMilliseconds: Math.round((user + system) / 1000), slowestAnswer, rssMegabytes, rssAtStart, stored }
}

const [, , path = '', fileName = '', mode] = process.argv
console.log(JSON.stringify(await measure(path, fileName, mode === 'commit')))
