import { dialog, type BrowserWindow } from 'electron'
import { desktopContract } from '../../../shared/contract/desktop.contract.ts'
import { shellsText } from '../../../shared/i18n/zh-CN/shells.ts'
import { createDispatch, type Dispatch } from '../../rpc/dispatch.ts'
import { openGate } from '../../rpc/open-gate.ts'
import type { GroupHandlers } from '../../rpc/handlers.ts'
import type { Clock, Ids, Log } from '../../services/ports.ts'

/** 系统对话框:只有桌面外壳有。与核心用同一个调度器,同样核对输入输出。 */
export const createDesktopDispatch = (window: BrowserWindow, { clock, ids, log }: { readonly clock: Clock; readonly ids: Ids; readonly log: Log }): Dispatch => {
  const handlers: GroupHandlers<typeof desktopContract.desktop> = {
    pickFolder: async ({ startAt }) => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, { title: shellsText.chooseFolder, ...(startAt === '' ? {} : { defaultPath: startAt }), properties: ['openDirectory', 'createDirectory'] })
      return { path: canceled ? null : (filePaths[0] ?? null) }
    },
  }
  const byName: Readonly<Record<string, unknown>> = handlers
  return createDispatch({
    contract: desktopContract,
    handlerOf: (_group, name) => byName[name] as ((input: unknown, context: unknown) => unknown) | undefined, // 名字已由契约核对
    gate: openGate(),
    classify: () => null,
    now: () => clock.now(),
    createId: () => ids.next(),
    log: {
      failure: ({ traceId, path, error }) => log.write('error', 'procedure failed', { traceId, path, error }),
      // 等人选文件夹不算慢。
      slow: () => undefined,
    },
  })
}
