import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { createSeededRandom } from '../../../electron/services/sample/seeded-random.ts'
import { openCore, seededPorts } from './child-core.ts'
import { contentDigest } from './content-digest.ts'
import { patchEngine } from './engine-options.ts'
import { openReader } from './open-reader.ts'
import type { WorkloadOptions } from './run-workload.ts'
import { createSteps, type StepReply } from './workload-steps.ts'

/**
 * 子进程:打开工作区,一条接一条地办事,等着被结束、断电、填满磁盘。每办成一件报一行:
 * `ACK 序号 审计序号 链头 [内容摘要]`;被拒的报 `NO 序号 过程 代码`。行写出去就是「已经告诉人保存了」。
 */
const options = JSON.parse(process.argv[2] ?? '{}') as WorkloadOptions
// 同步写出:报出去之前进程若没了,就是没报。
const say = (line: string): void => {
  writeSync(1, `${line}\n`)
}
patchEngine(options)
if (options.wait === true) {
  say('READY')
  await new Promise((resolve) => createInterface({ input: process.stdin }).once('line', resolve))
}
const ports = seededPorts(options.folder, options.seed, (text) => {
  // 打不开之类的也记日志,那不是程序出错;没料到的错才是。
  if (text.startsWith('procedure failed')) say(`ERROR ${text}`)
})
const { core, api, refused } = await openCore(options.folder, ports)
if (refused !== null) {
  say(`REFUSED ${refused.code} ${JSON.stringify(refused.data)}`)
  core.close()
  process.exit(0)
}
const codeOf = (error: unknown): string => String(error).replace(/^Error: /, '').split(' ')[0] ?? ''
/** 核对用的另一个连接;它自己也会遇上故障,那就只报办成了。 */
const openHead = async () => {
  try {
    const reader = await openReader(options.folder)
    return { reader, head: reader.prepare('SELECT seq, hash FROM audit_log ORDER BY seq DESC LIMIT 1').raw() }
  } catch {
    return null
  }
}
const looking = await openHead()
const readHead = (): string => {
  try {
    if (looking === null) return '0 - -'
    return `${(looking.head.get() as unknown[] | undefined)?.join(' ') ?? '0 -'} ${options.digest === true ? contentDigest(looking.reader, 'brief') : '-'}`
  } catch {
    return '0 - -'
  }
}
const random = createSeededRandom(options.seed)
const send = async (path: string, input: unknown): Promise<StepReply> => JSON.parse(await core.dispatch(JSON.stringify({ id: ports.ids.next(), path, input }))) as StepReply
const nextStep = await createSteps(api, random, send).catch((error: unknown) => {
  // 打开了,头几次读就被故障挡住。
  say(`REFUSED ${codeOf(error)}`)
  looking?.reader.close()
  core.close()
  return process.exit(0)
})
say('OPEN')
for (let number = 1; number <= options.steps; number++) {
  let path = ''
  let code = ''
  try {
    const step = await nextStep()
    path = step.path
    const reply = await step.run()
    if (!reply.ok) code = reply.error.code
  } catch (error) {
    // 办事之前要先读一下;读也可能被故障挡住。
    code = codeOf(error)
    path ||= 'query'
  }
  if (code !== '') say(`NO ${number} ${path} ${code}`)
  else say(`ACK ${number} ${readHead()} ${path}`)
  // 让出一次:收 WAL 的定时器、后台的活才轮得到。
  if (number % 10 === 0) await new Promise((resolve) => setImmediate(resolve))
}
const read = await api.members.list({ organisationId: null, search: '', memberType: null, offset: 0, limit: 500 })
say(`READ ${read.ok ? read.value.rows.length : read.error.code}`)
if (options.hold === true) {
  say('HELD')
  setInterval(() => undefined, 1000)
} else {
  looking?.reader.close()
  core.close()
  say('DONE')
}
