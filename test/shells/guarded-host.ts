import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { contract } from '../../shared/contract/index.ts'
import { createClient } from '../../shared/rpc/client.ts'
import { startHost } from '../../electron/shells/loopback/http-host.ts'
import { makeWorker, openSocket } from '../support/make-host.ts'
import { must } from '../support/make-core.ts'

/** 各种时限都短的,测试不必干等。 */
const LIMITS = { headers: 400, request: 3000, sessionBody: 300, idle: 1500, key: 400 } as const

/** 回话里不许有的:堆栈、路径、模块名、别处的文件内容。 */
export const LEAK = /secret|\bat \S+ \(|node:|\/tmp|\\Users|\.ts\b|Error:/

/** 一个正主已经连着的宿主:凡到了核心的都记着。 */
export const makeGuardedHost = async () => {
  const { core, folder, close } = await makeWorker()
  const rendererFolder = join(folder, 'renderer')
  mkdirSync(join(rendererFolder, 'assets'), { recursive: true })
  writeFileSync(join(rendererFolder, 'index.html'), '<!doctype html><title>test</title>')
  // 比系统替两头攒着的缓冲大得多。
  writeFileSync(join(rendererFolder, 'assets', 'big-1.js'), `//${'x'.repeat(30_000_000)}`)
  writeFileSync(join(folder, 'outside.js'), 'secret')
  /** 到了核心的:请求与收下的文件。 */
  const reached: string[] = []
  const watched = {
    ...core,
    dispatch: (text: string, options?: Parameters<typeof core.dispatch>[1]) => {
      reached.push(text)
      return core.dispatch(text, options)
    },
    files: {
      ...core.files,
      accept: (name: string, bytes: Uint8Array) => {
        reached.push(name)
        return core.files.accept(name, bytes)
      },
    },
  }
  const host = await startHost({ core: watched, rendererFolder, lingerMilliseconds: null, limits: LIMITS })
  const port = Number(new URL(host.origin).port)
  const code = new URL(host.launchAddress).hash.slice('#code='.length)
  const response = await fetch(`${host.origin}/session`, { method: 'POST', headers: { origin: host.origin, 'content-type': 'application/json' }, body: JSON.stringify({ code }) })
  const { key } = (await response.json()) as { key: string }
  const socket = await openSocket(host.origin, key)
  let last = 0
  const owner = createClient(contract, socket, () => `o${++last}`)
  return {
    origin: host.origin,
    port,
    code,
    key,
    reached: reached as readonly string[],
    /** 把样子里的 PORT、CODE、KEY 换成真的。 */
    fill: (text: string): string => text.replaceAll('PORT', String(port)).replaceAll('CODE', code).replaceAll('KEY', key),
    /** 正主叫一次核心,不算在 reached 里。 */
    ownerCalls: async (): Promise<void> => {
      await must(owner.system.hello({ build: '' }))
      reached.pop()
    },
    close: async (): Promise<void> => {
      host.close()
      await host.ended
      await close()
    },
  }
}
export type GuardedHost = Awaited<ReturnType<typeof makeGuardedHost>>
