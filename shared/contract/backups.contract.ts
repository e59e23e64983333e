import { z } from 'zod'
import { idSchema, lineSchema, revSchema } from '../model/common.ts'
import { openWorkspaceSchema } from '../model/workspace.ts'
import { command, job, query } from './define.ts'
import { openErrors } from './open-errors.ts'
import { signInErrors } from './session.contract.ts'

const none = z.strictObject({})
const keepers = ['system_admin', 'committee_office'] as const
const pathSchema = z.string().min(1).max(1000)

export const backupSchema = z.strictObject({
  /** 文件夹名;在另一处的为完整路径。 */
  id: z.string(),
  madeAt: z.number(),
  kind: z.string(),
  bytes: z.number(),
  /** 上次完整核对通过的时刻。 */
  verifiedAt: z.number().nullable(),
  place: z.enum(['workspace', 'second']),
  /** 核对不过的原因代码;好的为空。 */
  problems: z.array(z.string()),
})
export type BackupRow = z.infer<typeof backupSchema>

const backupErrors = { BACKUP_FAILED: none, BACKUP_NOT_FOUND: none, BACKUP_DAMAGED: z.strictObject({ problems: z.array(z.string()) }), SPACE_LOW: z.strictObject({ freeMegabytes: z.int(), neededMegabytes: z.int() }), STORE_LOCATION_UNSUITABLE: openErrors.STORE_LOCATION_UNSUITABLE }

/** 恢复之前说清楚:恢复后会少什么。 */
export const consequencesSchema = z.strictObject({
  id: z.string(),
  madeAt: z.number(),
  /** 这份备份之后的保存次数。 */
  laterCommits: z.int(),
  /** 之后改过的记录,按种类:条数与最近几条的名称。 */
  lost: z.array(z.strictObject({ table: z.string(), label: z.string(), count: z.int(), examples: z.array(z.string()) })),
  from: z.number().nullable(),
  to: z.number().nullable(),
})

export const backupsContract = {
  overview: query({
    roles: 'signed_in',
    scope: 'none',
    confirmation: 'none',
    audit: 'none',
    input: none,
    output: z.strictObject({
      last: backupSchema.nullable(),
      /** 第二处(另一块盘、U 盘)最近一次的时刻;没有为 null。 */
      lastSecondAt: z.number().nullable(),
      secondPlace: z.string(),
      /** 离盘备份隔了几天;从没有过为 null。 */
      secondAgeDays: z.int().nullable(),
      secondState: z.enum(['fine', 'old', 'overdue', 'never']),
      lastDrill: z.strictObject({ at: z.number(), sound: z.boolean() }).nullable(),
      space: z.enum(['enough', 'low', 'critical']),
      freeMegabytes: z.int(),
      /** 正在做备份。 */
      running: z.boolean(),
      problems: z.array(z.string()),
    }),
    errors: {},
  }),
  list: query({ roles: keepers, scope: 'workspace', confirmation: 'none', audit: 'none', input: none, output: z.strictObject({ backups: z.array(backupSchema), totalBytes: z.number() }), errors: {} }),
  make: job({ roles: keepers, scope: 'workspace', confirmation: 'none', audit: 'backup', input: none, output: backupSchema, errors: backupErrors }),
  /** 拷到第二处:工作区之外的文件夹,可以在 U 盘、共享盘上。 */
  makeSecond: job({ roles: keepers, scope: 'workspace', confirmation: 'none', audit: 'backup', input: z.strictObject({ path: pathSchema }), output: backupSchema, errors: { ...backupErrors, STORE_READONLY: z.strictObject({ path: z.string() }), STORE_FOLDER_UNSUITABLE: z.strictObject({ path: z.string() }), FILE_BUSY: z.unknown() } }),
  verify: job({ roles: keepers, scope: 'workspace', confirmation: 'none', audit: 'backup', input: z.strictObject({ id: z.string().min(1).max(1000) }), output: backupSchema, errors: backupErrors }),
  consequences: job({ roles: keepers, scope: 'workspace', confirmation: 'none', audit: 'none', input: z.strictObject({ id: z.string().min(1).max(1000) }), output: consequencesSchema, errors: backupErrors }),
  restore: job({ roles: keepers, scope: 'workspace', confirmation: 'two_people', audit: 'restore', input: z.strictObject({ id: z.string().min(1).max(1000) }), output: openWorkspaceSchema, errors: { ...backupErrors, ...openErrors } }),
  /** 每周一次的演练:最新的备份在临时位置完整打开、升级、重算成绩、比对。 */
  drill: job({ roles: keepers, scope: 'workspace', confirmation: 'none', audit: 'backup', input: none, output: z.strictObject({ at: z.number(), sound: z.boolean(), problems: z.array(z.string()) }), errors: backupErrors }),
}

const rescueInput = { path: pathSchema, userName: lineSchema(32), password: z.string().max(200) }
const rescueErrors = { ...backupErrors, ...openErrors, ...signInErrors }

/** 打不开时:不删任何东西,用备份恢复、接受缺失、或另做一份只看的副本。口令与打开时一样核对;没设口令的工作区口令留空。 */
export const rescueContract = {
  backups: job({ roles: 'anyone', scope: 'none', confirmation: 'none', audit: 'none', withoutWorkspace: true, input: z.strictObject(rescueInput), output: z.strictObject({ backups: z.array(z.strictObject({ ...backupSchema.shape, missing: z.int().nullable() })) }), errors: rescueErrors }),
  restore: job({ roles: 'anyone', scope: 'none', confirmation: 'none', audit: 'restore', withoutWorkspace: true, input: z.strictObject({ ...rescueInput, id: z.string().min(1).max(1000), reason: z.string().trim().min(1).max(200) }), output: openWorkspaceSchema, errors: rescueErrors }),
  /** 接受最近几次保存缺失,照现状用下去;缺失的范围记入审计。 */
  acceptLoss: command({ roles: 'anyone', scope: 'none', confirmation: 'none', audit: 'restore', withoutWorkspace: true, input: z.strictObject({ ...rescueInput, reason: z.string().trim().min(1).max(200) }), output: openWorkspaceSchema, errors: rescueErrors }),
  /** 写不进去的位置:抄一份到能写的地方,只看不改。 */
  openCopy: command({ roles: 'anyone', scope: 'none', confirmation: 'none', audit: 'none', withoutWorkspace: true, input: z.strictObject(rescueInput), output: openWorkspaceSchema, errors: rescueErrors }),
}

const binRowSchema = z.strictObject({ table: z.enum(['member', 'meeting', 'development_person', 'register_entry']), id: idSchema, rev: revSchema, title: z.string(), branchName: z.string(), deletedAt: z.number(), deletedBy: z.string(), reason: z.string() })
export type BinRow = z.infer<typeof binRowSchema>
const branchRoles = ['committee_office', 'branch_secretary', 'branch_organiser'] as const
const stale = { NOT_FOUND: none, STALE: z.strictObject({ currentRev: revSchema }) }
const reasoned = (key: 'member' | 'meeting' | 'development_person' | 'register_entry') =>
  ({ roles: branchRoles, scope: [{ record: key, key: 'id' }], confirmation: 'confirm', audit: 'bin', input: z.strictObject({ id: idSchema, rev: revSchema, reason: z.string().trim().min(1).max(200) }), output: none }) as const

/** 回收站:删掉的留着,随时取回。 */
export const binContract = {
  list: query({ roles: branchRoles, scope: 'visible', confirmation: 'none', audit: 'none', input: none, output: z.strictObject({ rows: z.array(binRowSchema) }), errors: {} }),
  /** 录错的党员:没有参加过任何会议才能删,有来历的改为「出党」等状态。 */
  removeMember: command({ ...reasoned('member'), errors: { ...stale, RECORD_IN_USE: none } }),
  /** 没有办结过的记录;办结过的只能作废。 */
  removeMeeting: command({ ...reasoned('meeting'), errors: { ...stale, NOT_EDITABLE: none } }),
  restoreMember: command({ roles: branchRoles, scope: [{ record: 'member', key: 'id' }], confirmation: 'none', audit: 'bin', input: z.strictObject({ id: idSchema, rev: revSchema }), output: none, errors: { ...stale, DUPLICATE_ID_NUMBER: z.strictObject({ name: z.string(), branchName: z.string() }) } }),
  /** 登记错的申请人、积极分子、发展对象;入了名册、领了志愿书编号的不能删,用「终止」。 */
  removeCandidate: command({ ...reasoned('development_person'), errors: { ...stale, CANDIDATE_IN_USE: none } }),
  removeEntry: command({ ...reasoned('register_entry'), errors: { ...stale, SUBMITTED_ALREADY: none } }),
  restoreEntry: command({ roles: branchRoles, scope: [{ record: 'register_entry', key: 'id' }], confirmation: 'none', audit: 'bin', input: z.strictObject({ id: idSchema, rev: revSchema }), output: none, errors: { ...stale, SUBMITTED_ALREADY: none } }),
  restoreCandidate: command({ roles: branchRoles, scope: [{ record: 'development_person', key: 'id' }], confirmation: 'none', audit: 'bin', input: z.strictObject({ id: idSchema, rev: revSchema }), output: none, errors: { ...stale, DUPLICATE_ID_NUMBER: z.strictObject({ name: z.string(), branchName: z.string() }) } }),
  restoreMeeting: command({ roles: branchRoles, scope: [{ record: 'meeting', key: 'id' }], confirmation: 'none', audit: 'bin', input: z.strictObject({ id: idSchema, rev: revSchema }), output: none, errors: stale }),
}
