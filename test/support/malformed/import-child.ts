import { readFileSync, writeSync } from 'node:fs'
import { openCore, seededPorts } from '../faults/child-core.ts'
import { must } from '../make-core.ts'

/** 子进程:打开工作区,核对一份名册,报 COMMIT,留备份,报 WRITE,写入,报 DONE;等着在当中被结束。用法:node import-child.ts 工作区 文件 种子 */
const [, , folder = '', path = '', seed = '1'] = process.argv
// 同步写出:报出去之前进程若没了,就是没报。
const say = (line: string): void => {
  writeSync(1, `${line}\n`)
}
const { core, api, refused } = await openCore(folder, seededPorts(folder, Number(seed), (text) => say(`ERROR ${text}`)))
if (refused !== null) throw new Error(refused.code)
const preview = await must(api.imports.preview({ kind: 'members', file: core.files.accept('a.xlsx', readFileSync(path)), branchId: null }))
say(`COMMIT ${preview.acceptable}`)
const onProgress = ({ stage, done }: { readonly stage: string; readonly done: number }): void => {
  if (stage === 'writing' && done === 0) say('WRITE')
}
const { written } = await must(api.imports.commit({ previewId: preview.previewId, skipRefused: false }, { onProgress }))
say(`DONE ${written}`)
core.close()
