import { writeSync } from 'node:fs'
import { must } from '../make-core.ts'
import { ROSTER_HEADER, rosterRow } from '../nasty-files.ts'
import { openCore, seededPorts } from './child-core.ts'

/** 子进程:往工作区导入一份名册。用法:node import-once.ts 文件夹 人数;要写了报 WRITING,写完报 WRITTEN。 */
const [, , folder = '', people = '0'] = process.argv
const { core, api, refused } = await openCore(folder, seededPorts(folder, 3, (text) => void writeSync(1, `ERROR ${text}\n`)))
if (refused !== null) throw new Error(refused.code)
const rows = [ROSTER_HEADER, ...Array.from({ length: Number(people) }, (_, index) => rosterRow(index, { 所在党支部: '炼铁党支部' }))]
const file = core.files.accept('roster.csv', Buffer.from(rows.map((row) => row.map((cell) => String(cell ?? '')).join(',')).join('\n')))
const { previewId } = await must(api.members.previewImport({ file, branchId: null }))
writeSync(1, 'WRITING\n')
const { written } = await must(api.members.commitImport({ previewId, skipRefused: false }))
writeSync(1, `WRITTEN ${written}\n`)
core.close()
