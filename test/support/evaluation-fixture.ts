import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contract, type Contract } from '../../shared/contract/index.ts'
import { createClient, type Client } from '../../shared/rpc/client.ts'
import type { MeetingType, RecordState } from '../../shared/model/meeting.ts'
import type { TopicKind } from '../../shared/model/meeting-parts.ts'
import type { PushMessage } from '../../shared/rpc/messages.ts'
import { WHOLE } from '../../electron/rpc/access.ts'
import { createDispatch } from '../../electron/rpc/dispatch.ts'
import { openGate } from '../../electron/rpc/open-gate.ts'
import { createEvaluationHandlers } from '../../electron/services/evaluation-service.ts'
import { populateScheme } from '../../electron/services/evaluation/schemes/populate-scheme.ts'
import { createUuidV7 } from '../../electron/services/system-ports.ts'
import { createWorkspaceScope, type WorkspaceScope } from '../../electron/services/workspace-scope.ts'
import { createStore } from '../../electron/store/open-store.ts'
import { createTestClock } from './make-core.ts'

/** 一次会议:到会人数按有表决权的算;缺省为办结、内容齐全、全员到会。 */
interface MeetingGiven {
  readonly type: MeetingType
  readonly day: string
  readonly state?: RecordState
  readonly groupId?: string
  readonly present?: number
  readonly topic?: TopicKind
  readonly place?: string
}
interface BranchGiven {
  readonly code: string
  readonly category?: string | null
  /** 正式党员人数,缺省 10。 */
  readonly members?: number
  readonly groups?: number
  /** 设不设支委会,缺省设。 */
  readonly committee?: boolean
  readonly termDue?: string | null
}
export interface BranchMade {
  readonly id: string
  readonly memberIds: readonly string[]
  readonly groupIds: readonly string[]
}

export interface EvaluationFixture {
  readonly api: Client<Contract>
  readonly scope: WorkspaceScope
  readonly pushed: PushMessage[]
  readonly rootId: string
  branch(given: BranchGiven): BranchMade
  meeting(branch: BranchMade, given: MeetingGiven): string
  /** 会议变动后由会议服务做的事:列入待重算。 */
  markDirty(branchId: string, period: string): void
  /** 成批造数据放进一个事务,快得多。 */
  inBulk(make: () => void): void
  close(): void
}

/** 真存储、真调度,只有月评价一组过程;组织、名册、会议直接写库,免得测试依赖别的服务。 */
export const makeEvaluation = (): EvaluationFixture => {
  const folder = mkdtempSync(join(tmpdir(), 'baolei-evaluation-'))
  const clock = createTestClock()
  const ids = createUuidV7(() => clock.now())
  const store = createStore(join(folder, 'workspace'))
  const { db } = store
  const insert = (table: string, row: Readonly<Record<string, string | number | null>>): void => {
    const columns = Object.keys(row)
    db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`).run(row)
  }
  insert('workspace', { id: ids.next(), name: '测试单位党委', kind: 'office', created_at: clock.now() })
  const stamps = { created_at: 0, updated_at: 0 }
  const organisation = (kind: string, code: string, name: string, parentId: string | null): string => {
    const id = ids.next()
    insert('organisation', { id, owner_unit: id, code, kind, ...stamps })
    insert('organisation_name', { id: ids.next(), owner_unit: id, organisation_id: id, name, from_day: '2020-01-01' })
    if (parentId !== null) insert('organisation_parent', { id: ids.next(), owner_unit: id, organisation_id: id, parent_id: parentId, from_day: '2020-01-01' })
    return id
  }
  const rootId = organisation('party_committee', '', '测试单位党委', null)
  for (const [index, code] of ['production', 'auxiliary', 'management', 'market', 'mixed'].entries()) insert('branch_category', { code, owner_unit: rootId, name: code, built_in: 1, sort_order: index })

  const pushed: PushMessage[] = []
  const log = { write: (level: string, message: string, detail?: unknown) => level === 'error' && console.error(message, detail) }
  const unused = { folders: { config: folder, documents: folder }, app: { version: '0', build: 'test' }, machine: 'test', scryptLogN: 2, printer: { renderPdf: () => Promise.reject(new Error('no printer')) } }
  const scope = createWorkspaceScope(store, { clock, ids, log, ...unused }, (event, payload) => pushed.push({ event, payload }))
  populateScheme(scope)
  const handlers: Readonly<Record<string, unknown>> = createEvaluationHandlers(scope)
  let tick = 0
  const dispatch = createDispatch({
    contract,
    handlerOf: (group, name) => (group === 'evaluation' ? (handlers[name] as (input: unknown, context: unknown) => unknown) : undefined),
    gate: openGate(WHOLE),
    classify: () => null,
    // 每看一次表走 100 毫秒:进度不会被限频吞掉。
    now: () => (tick += 100),
    createId: () => ids.next(),
    log: { failure: ({ error }) => console.error(error), slow: () => undefined },
  })
  const api = createClient(contract, { request: (text, options) => dispatch(text, options), onPush: () => () => undefined }, () => ids.next())

  const member = (branchId: string, name: string): string => {
    const id = ids.next()
    insert('member', { id, owner_unit: branchId, name, gender: '1', ethnicity: '01', birth_date: '1985-02-03', education: '20', member_type: 'full', joined_on: '2010-07-01', regular_on: '2011-07-01', ...stamps })
    insert('member_personal', { member_id: id, id_number: `T${id.slice(-17)}`, mobile: '13900000000' })
    insert('membership', { id: ids.next(), owner_unit: branchId, member_id: id, organisation_id: branchId, from_day: '2020-01-01' })
    return id
  }
  const branch = ({ code, category = 'production', members = 10, groups = 0, committee = true, termDue = '2027-02-28' }: BranchGiven): BranchMade => {
    const id = organisation('branch', code, `第${code}党支部`, rootId)
    if (category !== null) insert('organisation_category', { id: ids.next(), owner_unit: id, organisation_id: id, category_code: category, from_day: '2020-01-01' })
    if (termDue !== null) insert('organisation_term', { id: ids.next(), owner_unit: id, organisation_id: id, from_day: '2024-03-01', due_day: termDue })
    const memberIds = Array.from({ length: members }, (_, index) => member(id, `党员${code}-${index + 1}`))
    for (const [index, post] of (committee ? ['secretary', 'organization_member', 'publicity_member'] : ['secretary']).entries())
      insert('organisation_post', { id: ids.next(), owner_unit: id, organisation_id: id, member_id: memberIds[index] ?? null, name: `党员${code}-${index + 1}`, post, from_day: '2024-03-01' })
    const groupIds = Array.from({ length: groups }, (_, index) => organisation('party_group', '', `第${code}党支部第${index + 1}党小组`, id))
    return { id, memberIds, groupIds }
  }
  const meeting = (made: BranchMade, given: MeetingGiven): string => {
    const id = ids.next()
    const due = given.type === 'committee_meeting' ? made.memberIds.slice(0, 3) : made.memberIds
    insert('meeting', { id, owner_unit: made.id, branch_id: made.id, meeting_type: given.type, party_group_id: given.groupId ?? null, title: `${given.day} ${given.type}`, start_at: `${given.day} 09:00`, end_at: `${given.day} 10:00`, place: given.place ?? '会议室', host: '书记', recorder: '组织委员', content: '学习并讨论', state: given.state ?? 'finished', finished_at: Date.parse(`${given.day}T08:00:00Z`), ...stamps })
    insert('meeting_topic', { id: ids.next(), meeting_id: id, position: 0, title: '学习', kind: given.topic ?? 'study' })
    for (const [index, memberId] of due.entries()) insert('attendance', { meeting_id: id, member_id: memberId, position: index, name: `党员${index + 1}`, has_vote: 1, status: index < (given.present ?? due.length) ? 'present' : 'absent' })
    return id
  }
  return {
    api,
    scope,
    pushed,
    rootId,
    branch,
    meeting,
    markDirty: (branchId, period) => insert('score_dirty', { branch_id: branchId, period, since: 0 }),
    inBulk: (make) => db.transaction(make)(),
    close: () => {
      store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
