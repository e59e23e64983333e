/** 打不开的一次:什么原因、哪个文件夹、是谁在开。 */
export interface Trouble {
  readonly code: string
  readonly data: unknown
  readonly path: string
  /** 登录时已经输过的;没有为空串。 */
  readonly userName: string
  readonly password: string
  /** 库开着,是用着用着读到坏处的。 */
  readonly isOpen?: boolean
}

/** 对着这种原因,除了重试、换位置、支持包之外还能做的。 */
export type Remedy = 'copy' | 'restore' | 'accept' | 'recover'

const REMEDIES: Readonly<Record<string, readonly Remedy[]>> = {
  STORE_READONLY: ['copy'],
  STORE_CORRUPT: ['restore'],
  STORE_FILE_MISSING: ['restore'],
  STORE_FORKED: ['restore'],
  STORE_BEHIND_MARK: ['restore', 'accept'],
  MIGRATION_FAILED: ['restore'],
  KEY_SLOT_MISSING: ['recover'],
  KEY_SLOT_DAMAGED: ['recover'],
}
export const remediesOf = (code: string): readonly Remedy[] => REMEDIES[code] ?? []

/** 缺钥匙的几种:要说到哪里找回来。 */
export const isKeyTrouble = (code: string): boolean => code.startsWith('STORE_KEY_') || code.startsWith('KEY_SLOT_')

const valueOf = (data: unknown, key: string): unknown => (typeof data === 'object' && data !== null ? (data as Readonly<Record<string, unknown>>)[key] : undefined)

/** 缺失的确切范围(提交序号);不是这种失败为 null。 */
export const lossOf = ({ code, data }: Pick<Trouble, 'code' | 'data'>): { readonly missing: number; readonly from: number; readonly to: number } | null => {
  const [missing, from, to] = ['missing', 'from', 'to'].map((key) => valueOf(data, key))
  return code === 'STORE_BEHIND_MARK' && typeof missing === 'number' && typeof from === 'number' && typeof to === 'number' ? { missing, from, to } : null
}

/** 不该放库的是哪种位置;不是这种失败为 null。 */
export const locationOf = ({ code, data }: Pick<Trouble, 'code' | 'data'>): 'network' | 'removable' | 'cloud' | null => {
  const kind = valueOf(data, 'kind')
  return code === 'STORE_LOCATION_UNSUITABLE' && (kind === 'network' || kind === 'removable' || kind === 'cloud') ? kind : null
}
