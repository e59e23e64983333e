import { contract } from '../../shared/contract/index.ts'
import type { ContractTree, Procedure } from '../../shared/contract/define.ts'
import type { ReplyMessage } from '../../shared/rpc/messages.ts'
import type { Core } from '../../electron/core.ts'

export interface WalkedProcedure {
  /** 如 `members.save`。 */
  readonly path: string
  readonly group: string
  readonly procedure: Procedure
}

/** 契约里的每一个过程:后来加的自动在内,不必列名。 */
export const everyProcedure: readonly WalkedProcedure[] = Object.entries(contract as ContractTree).flatMap(([group, procedures]) => Object.entries(procedures).map(([name, procedure]) => ({ path: `${group}.${name}`, group, procedure })))

/** 一定核对不过的输入:走到核对输入这一步才回 BAD_INPUT,所以看得出门放没放行,又什么也不会做。 */
export const PROBE = { 'no such key': true }

export const sendTo = async (core: Pick<Core, 'dispatch'>, path: string, input: unknown, confirm?: unknown): Promise<ReplyMessage> =>
  JSON.parse(await core.dispatch(JSON.stringify({ id: 'walk', path, input, ...(confirm === undefined ? {} : { confirm }) }))) as ReplyMessage

/** 门的答复:`passed` 是放行到了核对输入。 */
export const probe = async (core: Pick<Core, 'dispatch'>, path: string): Promise<string> => {
  const reply = await sendTo(core, path, PROBE)
  if (reply.ok) throw new Error(`${path} accepted an unknown key`)
  return reply.error.code === 'BAD_INPUT' ? 'passed' : reply.error.code
}
