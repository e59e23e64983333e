import { parseArgs } from 'node:util'
import { shellsText } from '../../../shared/i18n/zh-CN/shells.ts'
import { findAppFolders } from '../../machine/app-folders.ts'
import { runLoopback } from './run-loopback.ts'

/** 本机网页外壳的入口:打开上次的工作区,没有就进首次使用页。 */
const readOptions = (): { readonly open: boolean; readonly stay: boolean } | null => {
  try {
    const { values } = parseArgs({ options: { 'no-open': { type: 'boolean' }, stay: { type: 'boolean' } } })
    return { open: values['no-open'] !== true, stay: values.stay === true }
  } catch {
    return null
  }
}

const options = readOptions()
if (options === null) {
  console.error(shellsText.loopbackUsage)
  process.exitCode = 2
} else {
  process.exitCode = await runLoopback({
    ...options,
    openAtStart: 'last',
    folders: findAppFolders(),
    alwaysPrintAddress: false,
    print: (line) => console.log(line),
    note: (line) => console.error(line),
  })
}
