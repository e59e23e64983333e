import { writeSync } from 'node:fs'
import { contract } from '../../../shared/contract/index.ts'
import { createClient } from '../../../shared/rpc/client.ts'
import { createCore } from '../../../electron/core.ts'
import { directTransport, must, ONE_OFFICE } from '../make-core.ts'
import { seededPorts } from './child-core.ts'

/** 子进程:新建一个带口令的工作区,建成就说一声,再关上。用法:node create-once.ts 文件夹 */
const [, , folder = ''] = process.argv
const ports = seededPorts(folder, 1, () => undefined)
const core = createCore({ ports, openAtStart: 'none' })
const api = createClient(contract, directTransport(core), () => ports.ids.next())
await must(api.system.createWorkspace({ path: folder, name: '测试单位党委', people: ONE_OFFICE }))
writeSync(1, 'CREATED\n')
core.close()
