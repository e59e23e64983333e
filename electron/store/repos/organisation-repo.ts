import type { Database } from 'better-sqlite3'
import { partyPosts } from '../../../shared/data/code-tables/party-posts.ts'
import type { BuildForm, OrganisationDetail, OrganisationKind, OrganisationNode, PartyPostCode, PostHolder, PostManner, UnitRelation } from '../../../shared/model/organisation.ts'
import { addDays } from '../../../shared/util/day-arithmetic.ts'
import { coversDay } from '../as-of.ts'
import { createOrganisationCounts } from './organisation-counts.ts'
import { buildTree, type TreeCounts, type TreeRow } from './organisation-tree.ts'

/** 一个组织的全部资料;hasCommittee 由 domain/organisation 另算。 */
export type OrganisationRecord = Omit<OrganisationDetail, 'hasCommittee'>
export interface OrganisationName {
  readonly id: string
  readonly name: string
}
export interface BranchEntry extends OrganisationName {
  readonly code: string
  readonly category: string | null
}

interface DetailRow extends TreeRow {
  readonly founded_on: string | null
  readonly revoked_on: string | null
  readonly build_form: BuildForm | null
  readonly unit_relation: UnitRelation
  readonly contact: string
  readonly phone: string
  readonly approval_document: string
  readonly meeting_place: string
  readonly theme_day: string
  readonly note: string
}
interface PostRow {
  readonly id: string
  readonly organisation_id: string
  readonly member_id: string | null
  readonly name: string
  readonly post: PartyPostCode
  readonly duty: string
  readonly manner: PostManner
  readonly document: string
  readonly from_day: string
}

const NAME = `organisation_name n ON n.organisation_id = o.id AND ${coversDay('n', 'organisation_name', 'organisation_id')}`
const PARENT = `organisation_parent p ON p.organisation_id = o.id AND ${coversDay('p', 'organisation_parent', 'organisation_id')}`
const CATEGORY = `organisation_category c ON c.organisation_id = o.id AND ${coversDay('c', 'organisation_category', 'organisation_id')}`
const KIND = `organisation_kind k ON k.organisation_id = o.id AND ${coversDay('k', 'organisation_kind', 'organisation_id')}`
const FORM = `organisation_form f ON f.organisation_id = o.id AND ${coversDay('f', 'organisation_form', 'organisation_id')}`
/** 那一天已经成立、还没有撤销;没填成立日期的当作早就有。 */
const STANDING = 'o.deleted_at IS NULL AND (o.founded_on IS NULL OR o.founded_on <= @day) AND (o.revoked_on IS NULL OR o.revoked_on > @day)'
const TREE_COLUMNS = 'o.id, o.rev, o.code, COALESCE(k.kind, o.kind) AS kind, o.sort_order, n.name, n.short_name, p.parent_id, c.category_code'
const TREE_FROM = `organisation o JOIN ${NAME} LEFT JOIN ${PARENT} LEFT JOIN ${CATEGORY} LEFT JOIN ${KIND}`
// 班子按职务的习惯次序,同职务按任职先后。
const POST_ORDER = `CASE t.post ${partyPosts.map(({ code }, index) => `WHEN '${code}' THEN ${index}`).join(' ')} ELSE ${partyPosts.length} END, t.from_day, t.id`
const POSTS = `SELECT t.id, t.organisation_id, t.member_id, COALESCE(m.name, t.name) AS name, t.post, t.duty, t.manner, t.document, t.from_day
  FROM organisation_post t JOIN organisation o ON o.id = t.organisation_id LEFT JOIN member m ON m.id = t.member_id
  WHERE t.from_day <= @day AND (t.to_day IS NULL OR t.to_day > @day) AND (o.revoked_on IS NULL OR o.revoked_on > @day)`

const toPost = (row: PostRow): PostHolder => ({ id: row.id, memberId: row.member_id, name: row.name, post: row.post, duty: row.duty, manner: row.manner, document: row.document, fromDay: row.from_day })

/**
 * 组织的读取。凡带 day 的都按那一天的名称、隶属、分类与名册作答(最早的记载向前延伸,见 store/as-of.ts)。
 * 写入在 organisation-writes.ts。
 */
export const createOrganisationRepo = (db: Database) => {
  const treeRows = db.prepare(`SELECT ${TREE_COLUMNS} FROM ${TREE_FROM} WHERE ${STANDING}`)
  const detailRow = db.prepare(
    `SELECT ${TREE_COLUMNS}, o.founded_on, o.revoked_on, f.build_form, o.unit_relation, o.contact, o.phone, o.approval_document, o.meeting_place, o.theme_day, o.note
     FROM ${TREE_FROM} LEFT JOIN ${FORM} WHERE o.id = @id AND o.deleted_at IS NULL`,
  )
  const countsOn = createOrganisationCounts(db)
  const secretaries = db.prepare(`SELECT * FROM (${POSTS} AND t.post = 'secretary' ORDER BY t.from_day, t.id)`)
  const posts = db.prepare(`${POSTS} AND t.organisation_id = @id ORDER BY ${POST_ORDER}`)
  const name = db.prepare(`SELECT n.name FROM organisation_name n WHERE n.organisation_id = @id AND ${coversDay('n', 'organisation_name', 'organisation_id')}`).pluck()
  const category = db.prepare(`SELECT c.category_code FROM organisation_category c WHERE c.organisation_id = @id AND ${coversDay('c', 'organisation_category', 'organisation_id')}`).pluck()
  const parent = db.prepare(`SELECT p.parent_id FROM organisation_parent p WHERE p.organisation_id = @id AND ${coversDay('p', 'organisation_parent', 'organisation_id')}`).pluck()
  const parents = db.prepare(`SELECT p.organisation_id AS id, p.parent_id AS parent FROM organisation_parent p WHERE ${coversDay('p', 'organisation_parent', 'organisation_id')}`).raw()
  const kind = db.prepare('SELECT kind FROM organisation WHERE id = ? AND deleted_at IS NULL').pluck()
  const kindOnDay = db.prepare(`SELECT COALESCE(k.kind, o.kind) FROM organisation o LEFT JOIN ${KIND} WHERE o.id = @id AND o.deleted_at IS NULL`).pluck()
  const form = db.prepare(`SELECT f.build_form FROM organisation o JOIN ${FORM} WHERE o.id = @id`).pluck()
  const branchUntil = db.prepare("SELECT max(to_day) FROM organisation_kind WHERE organisation_id = @id AND kind = 'branch' AND to_day > from_day AND to_day <= @day").pluck()
  const lifespan = db.prepare('SELECT founded_on AS foundedOn, revoked_on AS revokedOn FROM organisation WHERE id = ? AND deleted_at IS NULL')
  const term = db.prepare('SELECT from_day, COALESCE(extended_to, due_day) AS due_day FROM organisation_term WHERE organisation_id = @id AND (ended_day IS NULL OR ended_day > @day) ORDER BY from_day > @day, from_day DESC LIMIT 1')
  const groups = db.prepare(`SELECT o.id, n.name FROM organisation o JOIN ${NAME} JOIN ${PARENT} WHERE o.kind = 'party_group' AND p.parent_id = @id AND ${STANDING} ORDER BY o.sort_order, o.code, o.id`)
  const revoked = db.prepare('SELECT id FROM organisation WHERE deleted_at IS NULL AND revoked_on > @from AND revoked_on <= @to').pluck()
  const byCode = db.prepare("SELECT id FROM organisation WHERE code = ? AND code <> '' AND deleted_at IS NULL").pluck()

  const parentsOn = (day: string): Map<string, string> => new Map(parents.all({ day }) as [string, string][])
  const tree = (day: string, counts: TreeCounts = countsOn(day)): OrganisationNode[] => {
    const holders = new Map<string, string>()
    for (const row of secretaries.all({ day }) as PostRow[]) if (!holders.has(row.organisation_id)) holders.set(row.organisation_id, row.name)
    return buildTree(treeRows.all({ day }) as TreeRow[], counts, holders, parentsOn(day))
  }
  /** 只有次序、没有人数的树,供内部查下级。 */
  const bareTree = (day: string): OrganisationNode[] => buildTree(treeRows.all({ day }) as TreeRow[], new Map(), new Map(), parentsOn(day))
  const subtree = (id: string, day: string): OrganisationNode[] => {
    const inside = new Set([id])
    // 上级在前,一遍就够。
    return bareTree(day).filter((node) => {
      if (node.id === id) return true
      if (node.parentId === null || !inside.has(node.parentId)) return false
      inside.add(node.id)
      return true
    })
  }
  const lifespanOf = (id: string) => (lifespan.get(id) as { readonly foundedOn: string | null; readonly revokedOn: string | null } | undefined) ?? null
  const kindOn = (id: string, day: string): OrganisationKind | null => (kindOnDay.get({ id, day }) as OrganisationKind | undefined) ?? null
  const nameOn = (id: string, day: string): string => (name.get({ id, day }) as string | undefined) ?? ''
  const postsOf = (id: string, day: string): PostHolder[] => (posts.all({ id, day }) as PostRow[]).map(toPost)

  /** 一个组织在树上的样子;人数只数它和它下面的,不数整棵树。 */
  const nodeOf = (row: DetailRow, day: string, holderNames: ReadonlyMap<string, string>): OrganisationNode | undefined => {
    const ids = row.kind === 'branch' || row.kind === 'party_group' ? [row.id] : subtree(row.id, day).map(({ id }) => id)
    const counts = countsOn(day, ids)
    const whole = buildTree(treeRows.all({ day }) as TreeRow[], counts, holderNames, parentsOn(day))
    // 那天还没成立、已经撤销的不在树上,单独给出。
    return whole.find(({ id }) => id === row.id) ?? buildTree([row], counts, holderNames, new Map())[0]
  }

  return {
    /** 整棵树,上级在前,同级按顺序号再按代码;人数由名册汇总到各级,数好了的由调用者给。 */
    tree,
    bareTree,
    /** 一个组织的资料;没有返回 null。 */
    read: (id: string, day: string): OrganisationRecord | null => {
      const row = detailRow.get({ id, day }) as DetailRow | undefined
      if (row === undefined) return null
      const holders = postsOf(id, day)
      const secretary = new Map(holders.filter(({ post }) => post === 'secretary').map((holder) => [id, holder.name] as const).slice(0, 1))
      const node = nodeOf(row, day, secretary)
      if (node === undefined) return null
      const current = term.get({ id, day }) as { from_day: string; due_day: string | null } | undefined
      return {
        ...node,
        foundedOn: row.founded_on,
        revokedOn: row.revoked_on,
        buildForm: node.kind === 'branch' ? (row.build_form ?? 'single') : null,
        unitRelation: row.unit_relation,
        contact: row.contact,
        phone: row.phone,
        approvalDocument: row.approval_document,
        termFrom: current?.from_day ?? null,
        termDue: current?.due_day ?? null,
        meetingPlace: row.meeting_place,
        themeDay: row.theme_day,
        note: row.note,
        parentName: row.parent_id === null ? '' : nameOn(row.parent_id, day),
        posts: holders,
      }
    },
    /** 最新的类别(含先记下的将来的改设);没有这个组织返回 null。 */
    kindOf: (id: string): OrganisationKind | null => (kind.get(id) as OrganisationKind | undefined) ?? null,
    /** 那一天的类别;没有这个组织返回 null。 */
    kindOn,
    /** 一段时间里最后一个还是支部的日子(没有撤销、没有改设);一天也没有为 null。看从前的手册、成绩以它为准。 */
    lastBranchDay: (id: string, from: string, to: string): string | null => {
      const revokedOn = lifespanOf(id)?.revokedOn ?? null
      let day = revokedOn !== null && revokedOn <= to ? addDays(revokedOn, -1) : to
      if (kindOn(id, day) !== 'branch') {
        const until = branchUntil.get({ id, day }) as string | null
        if (until === null) return null
        day = addDays(until, -1)
      }
      return day < from ? null : day
    },
    /** 那一天的组建方式;没有登记的是单独组建。 */
    buildFormOn: (id: string, day: string): BuildForm => (form.get({ id, day }) as BuildForm | undefined) ?? 'single',
    /** 成立、撤销的日子;没有这个组织返回 null。 */
    lifespan: lifespanOf,
    /** 自己(在最前)及全部下级,按树的次序。 */
    descendantIds: (id: string, day: string): string[] => subtree(id, day).map((node) => node.id),
    /** 那一天的名称;没有这个组织为空串。 */
    nameOn,
    /** 那一天的支部分类;没有分类为 null。 */
    categoryOn: (id: string, day: string): string | null => (category.get({ id, day }) as string | undefined) ?? null,
    /** 那一天的直接上级;最上级为 null。 */
    parentOn: (id: string, day: string): string | null => (parent.get({ id, day }) as string | undefined) ?? null,
    /** 那一天的全部隶属:下级 → 上级。 */
    parentsOn,
    /** 支部之下那一天的党小组。 */
    groupsOf: (branchId: string, day: string): OrganisationName[] => groups.all({ id: branchId, day }) as OrganisationName[],
    /** 那一天在任的班子,按职务次序;已在名册的人以名册上的姓名为准。 */
    postsOf,
    /** 那一天已成立、未撤销的全部支部,按树的次序。 */
    branches: (day: string): BranchEntry[] =>
      bareTree(day)
        .filter((node) => node.kind === 'branch')
        .map(({ id, code, name: branchName, category: categoryCode }) => ({ id, code, name: branchName, category: categoryCode })),
    /** 组织之下(含自己)的支部标识,按树的次序;id 为 null 取全部。 */
    branchIdsUnder: (id: string | null, day: string): string[] => (id === null ? bareTree(day) : subtree(id, day)).filter((node) => node.kind === 'branch').map((node) => node.id),
    /** 最上级组织(单位)。 */
    topOf: (id: string, day: string): OrganisationName => {
      const up = parentsOn(day)
      const seen = new Set<string>()
      let top = id
      for (let next = up.get(top); next !== undefined && !seen.has(next); next = up.get(top)) {
        seen.add(next)
        top = next
      }
      return { id: top, name: nameOn(top, day) }
    },
    /** from 之后、到 to 为止撤销的组织。 */
    revokedBetween: (from: string, to: string): string[] => revoked.all({ from, to }) as string[],
    /** 代码 → 组织;没有返回 null。 */
    findByCode: (code: string): string | null => (byCode.get(code) as string | undefined) ?? null,
  }
}
export type OrganisationRepo = ReturnType<typeof createOrganisationRepo>
