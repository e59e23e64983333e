import { desktopContract } from '../../shared/contract/desktop.contract.ts'
import { createClient, type Client } from '../../shared/rpc/client.ts'
import { isDesktopShell, pickTransport } from './transport.ts'

let client: Client<typeof desktopContract> | null = null

/** 系统的选文件夹窗口;只有桌面外壳有。取消或不在桌面外壳里返回 null。 */
export const pickFolder = async (startAt: string): Promise<string | null> => {
  if (!isDesktopShell()) return null
  client ??= createClient(desktopContract, pickTransport(), () => crypto.randomUUID())
  const result = await client.desktop.pickFolder({ startAt })
  return result.ok ? result.value.path : null
}
