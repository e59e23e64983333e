import { createHash, hash } from 'node:crypto'

/** 两条链各自的第一环之前。 */
export const GENESIS = '0'.repeat(64)

/** 审计第二格式里进散列的各项,次序即表中所列。 */
export type AuditParts = readonly [
  format: number,
  epoch: number,
  at: number,
  clockDoubtful: number,
  actor: string,
  role: string,
  machine: string,
  kind: string,
  procedure: string,
  ownerUnit: string | null,
  table: string,
  recordId: string,
  detail: string,
  reasonDigest: string,
  versionHash: string,
]
/** 第一格式没有的项,在 AuditParts 里的位置。 */
const LATER_PARTS: ReadonlySet<number> = new Set([0, 1, 3, 5, 6, 13, 14])

const linked = (previous: string, parts: readonly unknown[]): string => hash('sha256', `${previous}\n${JSON.stringify(parts)}`)

/** 一条审计的散列:上一条的散列、换行、各项的 JSON 数组,取 SHA-256。第一格式只有其中八项。 */
export const auditHash = (previous: string, parts: AuditParts): string => linked(previous, parts[0] === 1 ? parts.filter((_part, index) => !LATER_PARTS.has(index)) : parts)

export interface VersionLink {
  readonly table: string
  readonly recordId: string
  readonly rev: number
  readonly at: number
  readonly actor: string
  readonly auditSeq: number
}

/** 一个版本的散列;正文只以它的摘要进来,擦除正文链不断。 */
export const versionHash = (previous: string, { table, recordId, rev, at, actor, auditSeq }: VersionLink, digest: string): string => linked(previous, [table, recordId, rev, at, actor, auditSeq, digest])

/** 链头:审计链的末环与版本链的末环合在一起。 */
export const headHash = (auditEnd: string, versionEnd: string): string => createHash('sha256').update(auditEnd).update(versionEnd).digest('hex')
