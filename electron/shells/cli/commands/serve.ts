import { runLoopback } from '../../loopback/run-loopback.ts'
import { withScratchFolders } from '../cli-core.ts'
import type { Output } from '../output.ts'
import { parseOptions } from '../parse-options.ts'
import { readStoreAddress, STORE_OPTIONS } from '../store-address.ts'

/** `serve --store DIR [--no-open] [--stay]`:起本机网页宿主,标准输出第一行是打开窗口的地址。 */
export const runServe = (words: readonly string[], output: Output): Promise<number> => {
  const options = parseOptions(words, STORE_OPTIONS, ['no-open', 'stay'], [])
  const { path, credentials } = readStoreAddress(options)
  return withScratchFolders((folders) =>
    runLoopback({
      openAtStart: { path },
      credentials,
      folders,
      open: !options.flag('no-open'),
      stay: options.flag('stay'),
      alwaysPrintAddress: true,
      print: (line) => output.line(line),
      note: (line) => output.note(line),
    }),
  )
}
