import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { canonicalJson } from '../../domain/scoring/canonical-json.ts'
import { BACKUP_KINDS } from './backup-name.ts'

export const MANIFEST_FILE = 'manifest.json'
export const DATABASE_FILE = 'baolei.db'
const FORMAT = 'baolei-backup'
const VERSION = 1
/** 比这还大的不是我们写的,不去读。 */
const LARGEST_BYTES = 64 * 1024 * 1024
const LARGEST_KEYS = 1000
const LARGEST_BLOBS = 500_000
const SEAL_LABEL = 'baolei-backup-seal'
const CHECK_LABEL = 'baolei-backup-key'

const hex64 = z.string().regex(/^[0-9a-f]{64}$/)
const bytes = z.int().min(0)
const instant = z.int()
/** 各段都不以点开头:被人改过的清单也指不到文件夹外面去。 */
const SEGMENT = '[0-9A-Za-z_][0-9A-Za-z._-]{0,119}'
const fileSchema = z.strictObject({ name: z.string().regex(new RegExp(`^(?:${DATABASE_FILE.replace('.', '\\.')}|keys/${SEGMENT})$`)), bytes, sha256: hex64 })
const blobSchema = z.strictObject({ name: z.string().regex(new RegExp(`^${SEGMENT}(?:/${SEGMENT}){0,4}$`)), bytes, sha256: hex64 })
const uniqueNames = (files: readonly { readonly name: string }[]): boolean => new Set(files.map(({ name }) => name)).size === files.length

const factsShape = {
  /** 库的版本。 */
  schema: z.int().min(0),
  workspaceId: z.string().max(64),
  epoch: z.int().min(0),
  /** 提交序号;有提交序号以前的库为 0。 */
  commitSeq: z.int().min(0),
  /** 最后一条审计的序号,与审计、版本两条链合在一起的链头。 */
  audit: z.strictObject({ seq: z.int().min(0), hash: hex64 }),
  /** 各表行数。 */
  counts: z.record(z.string().max(100), z.int().min(0)).refine((counts) => Object.keys(counts).length <= 1000),
}

const bodySchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  /** 做这一份的程序版本。 */
  app: z.string().max(40),
  ...factsShape,
  files: z.array(fileSchema).max(LARGEST_KEYS).refine(uniqueNames).refine((files) => files.some(({ name }) => name === DATABASE_FILE)),
  /** 附件。place 为 `workspace` 的只记摘要,文件在工作区的 blobs 里;为 `here` 的就在这份备份里。 */
  blobs: z.strictObject({ place: z.enum(['here', 'workspace']), files: z.array(blobSchema).max(LARGEST_BLOBS).refine(uniqueNames) }),
  /** 做的时候钥匙文件自己就有的毛病(种类与问题,没有姓名);库是好的,仍然算备份。 */
  keyProblems: z.array(z.string().max(60)).max(LARGEST_KEYS),
  /** 毫秒。 */
  madeAt: instant,
  kind: z.enum(BACKUP_KINDS),
  /** 做成时核对通过的时刻,毫秒。 */
  verifiedAt: instant,
  /** 数据密钥的指纹:据此分清「钥匙不对」和「清单被改过」。 */
  keyCheck: hex64,
})
/** digest 不要钥匙也能核(认出磁盘坏字),seal 要钥匙(认出人改)。 */
const manifestSchema = z.strictObject({ ...bodySchema.shape, digest: hex64, seal: hex64 })
const laterSchema = z.object({ format: z.literal(FORMAT), version: z.number().min(VERSION + 1) })

/** 一份库里可以数、可以对的事实;快照与副本各读一遍,须一字不差。 */
export type BackupFacts = Pick<ManifestBody, keyof typeof factsShape>
export type ManifestFile = z.infer<typeof fileSchema>
export type ManifestBody = z.infer<typeof bodySchema>
/** 备份的清单。不含姓名、证号等个人值。 */
export type Manifest = z.infer<typeof manifestSchema>

/** 数据密钥不直接拿来算,先各派生一把专用的。 */
const derive = (key: Uint8Array, label: string): Buffer => createHmac('sha256', key).update(label).digest()
export const keyCheckOf = (key: Uint8Array): string => derive(key, CHECK_LABEL).toString('hex')
const digestOf = (body: ManifestBody): string => createHash('sha256').update(canonicalJson(body)).digest('hex')
const sealOf = (key: Uint8Array, body: ManifestBody): Buffer => createHmac('sha256', derive(key, SEAL_LABEL)).update(canonicalJson(body)).digest()

export const sealManifest = (body: Omit<ManifestBody, 'format' | 'version' | 'keyCheck'>, key: Uint8Array): Manifest => {
  const whole = bodySchema.parse({ format: FORMAT, version: VERSION, ...body, keyCheck: keyCheckOf(key) })
  return { ...whole, digest: digestOf(whole), seal: sealOf(key, whole).toString('hex') }
}

/** 手工改过一个字,封印就对不上;换不了,因为封印要用数据密钥来算。 */
export const isSealIntact = (manifest: Manifest, key: Uint8Array): boolean => {
  const { seal, digest: _, ...body } = manifest
  return timingSafeEqual(Buffer.from(seal, 'hex'), sealOf(key, body))
}

export const encodeManifest = (manifest: Manifest): Buffer => Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`)

export type ManifestReading = { readonly ok: true; readonly manifest: Manifest } | { readonly ok: false; readonly problem: 'manifest_missing' | 'manifest_damaged' | 'manifest_newer' | 'unreadable' }

/** 读一份备份的清单;坏了也不抛错。 */
export const readManifest = (folder: string): ManifestReading => {
  const path = join(folder, MANIFEST_FILE)
  let text: string
  try {
    const stat = statSync(path, { throwIfNoEntry: false })
    if (stat === undefined) return { ok: false, problem: 'manifest_missing' }
    if (!stat.isFile() || stat.size > LARGEST_BYTES) return { ok: false, problem: 'manifest_damaged' }
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch (error) {
    return { ok: false, problem: error instanceof TypeError ? 'manifest_damaged' : 'unreadable' }
  }
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    return { ok: false, problem: 'manifest_damaged' }
  }
  const parsed = manifestSchema.safeParse(raw)
  if (!parsed.success) return { ok: false, problem: laterSchema.safeParse(raw).success ? 'manifest_newer' : 'manifest_damaged' }
  const { seal: _, digest, ...body } = parsed.data
  // 换了写法(多出空白、转义)也算改动:清单只有一种写法。
  if (digest !== digestOf(body) || !encodeManifest(parsed.data).equals(Buffer.from(text))) return { ok: false, problem: 'manifest_damaged' }
  return { ok: true, manifest: parsed.data }
}
