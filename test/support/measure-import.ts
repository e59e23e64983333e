import { readFileSync } from 'node:fs'
import { must } from './make-core.ts'
import { makeRosterOffice, ROSTER_BRANCHES } from './roster-office.ts'
import { makeRosterWorkbook } from './roster-workbook.ts'

/** 在一个干净的进程里导入若干行名册,量时间与常驻内存,印一行 JSON。用法:node measure-import.ts 行数 [造好的工作簿];给了工作簿就不再造、不再核对第二次,内存只算导入的。 */
export interface ImportMeasure {
  readonly checkMilliseconds: number
  readonly writeMilliseconds: number
  /** 核对与写入一共用的 CPU 时间(连同读文件的线程):机器忙时墙上的时间不准。 */
  readonly cpuMilliseconds: number
  /** 核对、写入期间事件循环被占住的最长一段。 */
  readonly longestBlockMilliseconds: number
  readonly longestWriteBlockMilliseconds: number
  readonly rssMegabytes: number
  readonly written: number
  readonly listed: number
  readonly stages: readonly string[]
  /** 再核对一次的结论。 */
  readonly again: { readonly same: number; readonly new: number; readonly changed: number }
}

const TICK = 5
const watchLoop = (): (() => number) => {
  let longest = 0
  let last = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    longest = Math.max(longest, now - last - TICK)
    last = now
  }, TICK)
  return () => {
    clearInterval(timer)
    return Math.round(longest)
  }
}

const measure = async (people: number, file: string | undefined): Promise<ImportMeasure> => {
  const office = await makeRosterOffice()
  const bytes = file === undefined ? await makeRosterWorkbook(people, ROSTER_BRANCHES) : readFileSync(file)
  const stages = new Set<string>()
  const onProgress = ({ stage }: { readonly stage: string }): void => void stages.add(stage)
  const stop = watchLoop()
  const cpu = process.cpuUsage()
  const start = performance.now()
  const preview = await must(office.api.imports.preview({ kind: 'members', file: office.core.files.accept('roster.xlsx', bytes), branchId: null }, { onProgress }))
  const checked = performance.now()
  const longestBlockMilliseconds = stop()
  const stopWriting = watchLoop()
  const { written } = await must(office.api.imports.commit({ previewId: preview.previewId, skipRefused: false }, { onProgress }))
  const done = performance.now()
  const longestWriteBlockMilliseconds = stopWriting()
  const { user, system } = process.cpuUsage(cpu)
  const { counts } = await must(office.api.members.list({ organisationId: null, search: '', memberType: null, offset: 0, limit: 1 }))
  const again = file === undefined ? (await must(office.preview('roster.xlsx', bytes))).counts : preview.counts
  office.close()
  return {
    checkMilliseconds: Math.round(checked - start),
    writeMilliseconds: Math.round(done - checked),
    cpuMilliseconds: Math.round((user + system) / 1000),
    longestBlockMilliseconds,
    longestWriteBlockMilliseconds,
    rssMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    written,
    listed: counts.total,
    stages: [...stages],
    again,
  }
}

if (process.argv[1] === import.meta.filename) console.log(JSON.stringify(await measure(Number(process.argv[2]), process.argv[3])))
