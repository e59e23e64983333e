import type { Database } from 'better-sqlite3'
import type { BuildForm, OrganisationKind, PartyPostCode, PostManner, UnitRelation } from '../../../shared/model/organisation.ts'
import { createDatedTable } from '../dated-table.ts'
import { createRecordTable, RecordMissing, RecordStale } from '../record-table.ts'
import type { Transaction } from '../unit-of-work.ts'
import { POST_COLUMNS } from './term-repo.ts'

export interface NewOrganisation {
  readonly parentId: string | null
  readonly kind: OrganisationKind
  readonly name: string
  readonly shortName: string
  readonly code: string
  readonly category: string | null
  readonly fromDay: string
  readonly foundedOn?: string | null
  /** 缺省为单独组建,不写行。 */
  readonly buildForm?: BuildForm
}
/** 党组织采集的登记项。 */
export interface OrganisationRegistry {
  readonly unitRelation: UnitRelation
  readonly contact: string
  readonly phone: string
  readonly approvalDocument: string
}
export interface OrganisationBasics {
  readonly code: string
  readonly foundedOn: string | null
  readonly meetingPlace: string
  readonly themeDay: string
  readonly note: string
}
export interface NewPost {
  readonly memberId: string | null
  readonly name: string
  readonly post: PartyPostCode
  readonly duty: string
  readonly manner: PostManner
  readonly document: string
  readonly fromDay: string
}
export interface StoredPost extends NewPost {
  readonly id: string
}

/**
 * 组织的写入。组织自己就是自己各行的归属(owner_unit),划转时不必改归属。
 * 改名称、隶属、分类、班子、任期(term-writes.ts)的,都要再调用 touch,让组织的修订号跟着加一。
 */
export const createOrganisationWrites = (db: Database, nextId: () => string) => {
  const records = createRecordTable(db, 'organisation', ['code', 'kind', 'founded_on', 'revoked_on', 'unit_relation', 'contact', 'phone', 'approval_document', 'meeting_place', 'theme_day', 'note', 'sort_order', 'created_at', 'updated_at', 'deleted_at'])
  const names = createDatedTable(db, nextId, { table: 'organisation_name', key: 'organisation_id', values: ['name', 'short_name'] })
  const parents = createDatedTable(db, nextId, { table: 'organisation_parent', key: 'organisation_id', values: ['parent_id'] })
  const categories = createDatedTable(db, nextId, { table: 'organisation_category', key: 'organisation_id', values: ['category_code'] })
  const forms = createDatedTable(db, nextId, { table: 'organisation_form', key: 'organisation_id', values: ['build_form'] })
  const posts = createRecordTable(db, 'organisation_post', POST_COLUMNS)
  // 从上级那一头找,用得上索引;没有上级的才看全部。
  const nextUnder = db.prepare('SELECT COALESCE(MAX(o.sort_order), 0) + 1 FROM organisation_parent p JOIN organisation o ON o.id = p.organisation_id WHERE p.parent_id = ? AND p.to_day IS NULL').pluck()
  const nextAtTop = db.prepare('SELECT COALESCE(MAX(o.sort_order), 0) + 1 FROM organisation o WHERE NOT EXISTS (SELECT 1 FROM organisation_parent p WHERE p.organisation_id = o.id AND p.to_day IS NULL)').pluck()
  const nextOrder = (parentId: string | null): number => (parentId === null ? nextAtTop.get() : nextUnder.get(parentId)) as number
  const openPosts = db.prepare('SELECT id, member_id AS memberId, name, post, duty, manner, document, from_day AS fromDay FROM organisation_post WHERE organisation_id = ? AND to_day IS NULL')
  const sameName = db.prepare(
    `SELECT 1 FROM organisation_name n JOIN organisation o ON o.id = n.organisation_id LEFT JOIN organisation_parent p ON p.organisation_id = o.id AND p.to_day IS NULL
     WHERE n.to_day IS NULL AND n.name = @name AND n.organisation_id IS NOT @except AND o.deleted_at IS NULL AND o.revoked_on IS NULL AND (@branchId IS NULL AND o.kind <> 'party_group' OR @branchId IS NOT NULL AND o.kind = 'party_group' AND p.parent_id = @branchId)`,
  )
  const sameCode = db.prepare("SELECT 1 FROM organisation WHERE code = @code AND code <> '' AND id IS NOT @except AND deleted_at IS NULL")
  const anyRoot = db.prepare('SELECT 1 FROM organisation o WHERE o.deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM organisation_parent p WHERE p.organisation_id = o.id)')
  const groupMembers = db.prepare('SELECT 1 FROM group_membership g JOIN member m ON m.id = g.member_id WHERE g.party_group_id = ? AND g.to_day IS NULL AND m.deleted_at IS NULL LIMIT 1')

  return {
    /**
     * 重名:党小组只在本支部内比(各支部都可以有第一党小组),其余全单位内比。
     *
     * @param branchId 党小组所在支部;其他类别为 null。
     */
    isNameTaken: (name: string, branchId: string | null, except: string | null): boolean => sameName.get({ name, branchId, except }) !== undefined,
    isCodeTaken: (code: string, except: string | null): boolean => sameCode.get({ code, except }) !== undefined,
    hasRoot: (): boolean => anyRoot.get() !== undefined,
    hasGroupMembers: (partyGroupId: string): boolean => groupMembers.get(partyGroupId) !== undefined,

    /** @throws RecordMissing / RecordStale 写之前先核对,后面的失败才不会抢在版本冲突之前。 */
    requireRev: (id: string, rev: number): void => {
      const row = records.read(id)
      if (row === undefined || row['deleted_at'] !== null) throw new RecordMissing('organisation')
      if (row['rev'] !== rev) throw new RecordStale(Number(row['rev']))
    },
    /** 修订号加一。 */
    touch: (transaction: Transaction, id: string, action: string): void => {
      records.update(transaction, id, null, { updated_at: transaction.at }, { force: true, action })
    },
    add: (transaction: Transaction, input: NewOrganisation): string => {
      const id = nextId()
      records.insert(transaction, {
        id,
        owner_unit: id,
        code: input.code,
        kind: input.kind,
        founded_on: input.foundedOn ?? null,
        revoked_on: null,
        unit_relation: '',
        contact: '',
        phone: '',
        approval_document: '',
        meeting_place: '',
        theme_day: '',
        note: '',
        sort_order: nextOrder(input.parentId),
        created_at: transaction.at,
        updated_at: transaction.at,
        deleted_at: null,
      })
      names.set(transaction, id, id, { name: input.name, short_name: input.shortName }, input.fromDay)
      if (input.parentId !== null) parents.set(transaction, id, id, { parent_id: input.parentId }, input.fromDay)
      if (input.category !== null) categories.set(transaction, id, id, { category_code: input.category }, input.fromDay)
      if (input.buildForm !== undefined && input.buildForm !== 'single') forms.set(transaction, id, id, { build_form: input.buildForm }, input.fromDay)
      return id
    },
    /** @returns 是否有变动(下同)。 */
    setCategory: (transaction: Transaction, id: string, category: string, fromDay: string): boolean => categories.set(transaction, id, id, { category_code: category }, fromDay),
    /** 基本情况;有变动时修订号由本方法加一。 */
    saveBasics: (transaction: Transaction, id: string, rev: number, basics: OrganisationBasics): void => {
      const changes = { code: basics.code, founded_on: basics.foundedOn, meeting_place: basics.meetingPlace, theme_day: basics.themeDay, note: basics.note, updated_at: transaction.at }
      records.update(transaction, id, rev, changes, { action: 'save_basics' })
    },
    /** 登记项;有变动时修订号加一。@throws RecordMissing / RecordStale */
    saveRegistry: (transaction: Transaction, id: string, rev: number, registry: OrganisationRegistry): void => {
      const changes = { unit_relation: registry.unitRelation, contact: registry.contact, phone: registry.phone, approval_document: registry.approvalDocument, updated_at: transaction.at }
      records.update(transaction, id, rev, changes, { action: 'save_registry' })
    },
    /** 没有终止日的任职,含自将来某日起的。 */
    openPosts: (id: string): StoredPost[] => openPosts.all(id) as StoredPost[],
    addPost: (transaction: Transaction, organisationId: string, post: NewPost): void => {
      posts.insert(transaction, { id: nextId(), owner_unit: organisationId, organisation_id: organisationId, member_id: post.memberId, name: post.name, post: post.post, duty: post.duty, manner: post.manner, document: post.document, from_day: post.fromDay, to_day: null })
    },
    /** 更正一条任职。 */
    correctPost: (transaction: Transaction, id: string, post: NewPost): void => {
      posts.update(transaction, id, null, { member_id: post.memberId, name: post.name, post: post.post, duty: post.duty, manner: post.manner, document: post.document, from_day: post.fromDay })
    },
    /** 离任。 */
    closePost: (transaction: Transaction, post: StoredPost, day: string): void => {
      posts.update(transaction, post.id, null, { to_day: day < post.fromDay ? post.fromDay : day })
    },
  }
}
export type OrganisationWrites = ReturnType<typeof createOrganisationWrites>
