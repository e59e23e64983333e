import type { Database } from 'better-sqlite3'
import { isOnRoster } from '../../domain/members/roster-state.ts'
import { maskIdNumber, mobileTail } from '../../domain/members/masks.ts'
import { partyPosts } from '../../../shared/data/code-tables/party-posts.ts'
import type { MemberDetail, MemberFields, MemberRow, MemberType, MembershipState } from '../../../shared/model/member.ts'
import type { PartyPostCode } from '../../../shared/model/organisation.ts'
import { coversDay, FAR_FUTURE } from '../as-of.ts'
import { containsPattern, endsWithPattern } from '../like.ts'
import type { SqlValue } from '../record-table.ts'
import { MEMBER_TYPE_ON_DAY, onRoster, WITH_GROUP, WITH_PERSONAL } from '../roster-sql.ts'
import { memberFieldsOf, SELECT_OWN } from './member-columns.ts'

export interface MemberQuery {
  /** 列哪些支部的人,按此次序排。 */
  readonly branchIds: readonly string[]
  readonly partyGroupId: string | null
  /** 姓名、全拼、首字母、手机末几位、工号;空串为不限。 */
  readonly search: string
  readonly memberType: MemberType | null
  readonly offset: number
  readonly limit: number
  /** 名称与职务按哪一天,通常是今天。 */
  readonly day: string
}
export interface MemberList {
  readonly rows: MemberRow[]
  readonly counts: { readonly total: number; readonly full: number; readonly probationary: number }
}
/** 名册上的一个人,按那一天的人员类别、小组与职务。 */
export interface RosterMember {
  readonly memberId: string
  readonly name: string
  /** 那一天的人员类别:当时还没转正的是预备党员。 */
  readonly memberType: MemberType
  /** 那一天的党籍状态;后来离开的人,在册的日子里按正常算。 */
  readonly membershipState: MembershipState
  readonly branchId: string
  readonly partyGroupId: string | null
  readonly partyGroupName: string
  readonly partyPosts: readonly PartyPostCode[]
  readonly gender: MemberFields['gender']
  readonly ethnicity: string
  readonly birthDate: string | null
  readonly education: string
  readonly joinedOn: string | null
  readonly regularOn: string | null
  readonly post: string
  readonly workNumber: string
  readonly mobile: string
}
export type MemberRecord = Pick<MemberDetail, 'id' | 'rev' | 'branchName' | 'partyGroupName' | 'updatedAt' | 'hasPhoto'> & { readonly fields: MemberFields }
export type MemberForMatching = MemberFields & { readonly id: string; readonly rev: number }
/** 单独存放的几项;没填的为空串。 */
export type PersonalValues = Pick<MemberFields, 'idNumber' | 'mobile' | 'telephone' | 'address'>
/** 完整率用:没填的为空串或 null;证号、电话、住址只说填没填(filled 或空串),不带出内容。 */
export interface CompletenessRow {
  readonly memberId: string
  readonly name: string
  readonly memberType: MemberType
  readonly gender: string
  readonly ethnicity: string
  readonly birthDate: string | null
  readonly education: string
  readonly joinedOn: string | null
  readonly regularOn: string | null
  readonly post: string
  readonly idNumber: 'filled' | ''
  readonly mobile: 'filled' | ''
  readonly address: 'filled' | ''
}

const MEMBER = `m.id, m.rev, ${SELECT_OWN}`
const PERSONAL = 'COALESCE(s.id_number, \'\') AS idNumber, COALESCE(s.mobile, \'\') AS mobile, COALESCE(s.telephone, \'\') AS telephone, COALESCE(s.address, \'\') AS address'
/** 最新一条:现在所在,或离开前最后所在。 */
const LATEST_BRANCH = 'membership r ON r.member_id = m.id AND NOT EXISTS (SELECT 1 FROM membership later WHERE later.member_id = m.id AND later.from_day > r.from_day)'
const OPEN_GROUP = 'LEFT JOIN group_membership g ON g.member_id = m.id AND g.to_day IS NULL'
const BRANCH_NAME = `(SELECT n.name FROM organisation_name n WHERE n.organisation_id = r.organisation_id AND ${coversDay('n', 'organisation_name', 'organisation_id')})`
const GROUP_NAME = `COALESCE((SELECT n.name FROM organisation_name n WHERE n.organisation_id = g.party_group_id AND ${coversDay('n', 'organisation_name', 'organisation_id')}), '')`
const POSTS = `(SELECT group_concat(DISTINCT t.post) FROM organisation_post t JOIN organisation po ON po.id = t.organisation_id WHERE t.member_id = m.id AND t.from_day <= @day AND (t.to_day IS NULL OR t.to_day > @day) AND (po.revoked_on IS NULL OR po.revoked_on > @day)) AS posts`
/** 离开的人(出党、去世等)平时不列,只有查找时才列出来,好改回来或查阅。 */
const LISTED = `m.deleted_at IS NULL AND (r.to_day IS NULL OR @search <> '') AND (@groupId IS NULL OR g.party_group_id = @groupId) AND (@memberType IS NULL OR m.member_type = @memberType)`
const MATCHES = `(@search = '' OR m.name LIKE @text ESCAPE '\\' OR m.work_number LIKE @text ESCAPE '\\'
  OR @letters <> '' AND (m.pinyin_full LIKE @pinyin ESCAPE '\\' OR m.pinyin_initials LIKE @pinyin ESCAPE '\\')
  OR @digits <> '' AND s.mobile LIKE @tail ESCAPE '\\')`
const FROM_LISTED = `json_each(@branchIds) b JOIN membership r ON r.organisation_id = b.value JOIN member m ON m.id = r.member_id
  ${WITH_PERSONAL} ${OPEN_GROUP}
  WHERE NOT EXISTS (SELECT 1 FROM membership later WHERE later.member_id = m.id AND later.from_day > r.from_day) AND ${LISTED} AND ${MATCHES}`

const postsFrom = (text: string | null): PartyPostCode[] => {
  const held = new Set((text ?? '').split(','))
  return partyPosts.map(({ code }) => code).filter((code) => held.has(code))
}
const searchValues = (text: string): Record<string, string> => {
  // 「周 海」:汉字之间的空格(半角、全角)是排版习惯,不是名字的一部分。
  const search = text.trim().replaceAll(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
  // 全角字母、数字按半角查;拼音里的空格与隔音号不计。
  const plain = search.normalize('NFKC').toLowerCase()
  const letters = /^[a-z' ]+$/u.test(plain) ? plain.replace(/[' ]/gu, '') : ''
  const digits = /^\d+$/u.test(plain) ? plain : ''
  return { search, text: containsPattern(/^[\p{ASCII}]+$/u.test(plain) ? plain : search), letters, pinyin: containsPattern(letters), digits, tail: endsWithPattern(digits) }
}

/** 党员的读取;写入在 member-writes.ts。名册次序即录入(导入)的先后。 */
export const createMemberRepo = (db: Database) => {
  const list = db.prepare(
    `SELECT ${MEMBER}, ${PERSONAL}, r.organisation_id AS branchId, ${BRANCH_NAME} AS branchName, g.party_group_id AS partyGroupId, ${GROUP_NAME} AS partyGroupName, ${POSTS}
     FROM ${FROM_LISTED} ORDER BY b.key, m.id LIMIT @limit OFFSET @offset`,
  )
  const counts = db.prepare(`SELECT count(*) AS total, COALESCE(sum(m.member_type = 'full'), 0) AS full FROM ${FROM_LISTED}`)
  const one = db.prepare(
    `SELECT ${MEMBER}, ${PERSONAL}, m.updated_at AS updatedAt, s.photo_blob IS NOT NULL AS hasPhoto, r.organisation_id AS branchId, ${BRANCH_NAME} AS branchName, g.party_group_id AS partyGroupId, ${GROUP_NAME} AS partyGroupName
     FROM member m JOIN ${LATEST_BRANCH} ${WITH_PERSONAL} ${OPEN_GROUP} WHERE m.id = @id AND m.deleted_at IS NULL`,
  )
  const everyone = db.prepare(
    `SELECT ${MEMBER}, ${PERSONAL}, r.organisation_id AS branchId, g.party_group_id AS partyGroupId
     FROM member m JOIN ${LATEST_BRANCH} ${WITH_PERSONAL} ${OPEN_GROUP} WHERE m.deleted_at IS NULL AND m.id > @after ORDER BY m.id LIMIT @limit`,
  )
  const roster = db.prepare(
    `SELECT m.id AS memberId, m.name, ${MEMBER_TYPE_ON_DAY} AS memberType, m.membership_state AS membershipState, r.organisation_id AS branchId, g.party_group_id AS partyGroupId, ${GROUP_NAME} AS partyGroupName, ${POSTS},
       m.gender, m.ethnicity, m.birth_date AS birthDate, m.education, m.joined_on AS joinedOn, m.regular_on AS regularOn, m.post, m.work_number AS workNumber, COALESCE(s.mobile, '') AS mobile
     FROM ${onRoster(`${WITH_PERSONAL} ${WITH_GROUP}`)} AND (r.organisation_id = @id OR g.party_group_id = @id) ORDER BY m.id`,
  )
  const completeness = db.prepare(
    `SELECT m.id AS memberId, m.name, ${MEMBER_TYPE_ON_DAY} AS memberType, CASE WHEN m.gender IN ('1', '2') THEN m.gender ELSE '' END AS gender, m.ethnicity, m.birth_date AS birthDate, m.education, m.joined_on AS joinedOn, m.regular_on AS regularOn, m.post,
       CASE WHEN COALESCE(s.id_number, '') <> '' THEN 'filled' ELSE '' END AS idNumber, CASE WHEN COALESCE(s.mobile, '') <> '' THEN 'filled' ELSE '' END AS mobile, CASE WHEN COALESCE(s.address, '') <> '' THEN 'filled' ELSE '' END AS address
     FROM ${onRoster(WITH_PERSONAL)} AND r.organisation_id = @id ORDER BY m.id`,
  )
  const personal = db.prepare(`SELECT m.id, ${PERSONAL} FROM json_each(@ids) k JOIN member m ON m.id = k.value AND m.deleted_at IS NULL ${WITH_PERSONAL}`)
  const photo = db.prepare('SELECT photo_blob FROM member_personal WHERE member_id = ?').pluck()
  const states = db.prepare('SELECT state, from_day AS fromDay, to_day AS toDay, document FROM member_state WHERE member_id = ? ORDER BY from_day, id')
  // 索引只收填了证号的行:查询里也写明不为空,SQLite 才会用它,否则每查一次扫一遍全表。
  const byIdNumber = db.prepare("SELECT s.member_id FROM member_personal s WHERE s.id_number = ? AND s.id_number <> ''").pluck()

  return {
    /** 名册的一页,连同符合条件的总数。 */
    list: (query: MemberQuery): MemberList => {
      const values = { ...searchValues(query.search), branchIds: JSON.stringify(query.branchIds), groupId: query.partyGroupId, memberType: query.memberType, day: query.day }
      const rows = list.all({ ...values, limit: query.limit, offset: query.offset }) as (Omit<MemberRow, 'partyPosts' | 'idNumberMasked' | 'mobileTail'> & MemberFields & { posts: string | null })[]
      const { total, full } = counts.get(values) as { total: number; full: number }
      return {
        rows: rows.map((row) => ({
          id: row.id,
          rev: row.rev,
          name: row.name,
          gender: row.gender,
          ethnicity: row.ethnicity,
          birthDate: row.birthDate,
          education: row.education,
          memberType: row.memberType,
          joinedOn: row.joinedOn,
          regularOn: row.regularOn,
          post: row.post,
          membershipState: row.membershipState,
          branchId: row.branchId,
          branchName: row.branchName,
          partyGroupId: row.partyGroupId,
          partyGroupName: row.partyGroupName,
          partyPosts: postsFrom(row.posts),
          idNumberMasked: maskIdNumber(row.idNumber),
          mobileTail: mobileTail(row.mobile),
        })),
        counts: { total, full, probationary: total - full },
      }
    },
    /**
     * 一名党员的全部资料;没有返回 null。离开的人给出离开前最后所在的支部。
     *
     * @param day 支部、小组的名称按哪一天;缺省取最新。
     */
    read: (id: string, day: string = FAR_FUTURE): MemberRecord | null => {
      const row = one.get({ id, day }) as (Record<string, SqlValue> & { id: string; rev: number; updatedAt: number; branchName: string; partyGroupName: string; hasPhoto: number }) | undefined
      if (row === undefined) return null
      const { id: memberId, rev, updatedAt, branchName, partyGroupName, hasPhoto, ...fields } = row
      return { id: memberId, rev, fields: memberFieldsOf(fields), branchName, partyGroupName, updatedAt, hasPhoto: hasPhoto === 1 }
    },
    /** 支部(或党小组)那一天的名册,按名册次序。 */
    rosterOf: (organisationId: string, day: string): RosterMember[] =>
      (roster.all({ id: organisationId, day }) as (Omit<RosterMember, 'partyPosts'> & { posts: string | null })[]).map(({ posts, ...row }) => ({
        ...row,
        membershipState: isOnRoster(row.membershipState) ? row.membershipState : 'normal',
        partyPosts: postsFrom(posts),
      })),
    /** 全部党员(含已离开的)里标识在 after 之后的若干人,供导入比对:十万人一次读出要占住一秒多。空的就是读完了。 */
    someForMatching: (after: string, limit: number): MemberForMatching[] => (everyone.all({ after, limit }) as (Record<string, SqlValue> & { id: string; rev: number })[]).map((row) => ({ ...memberFieldsOf(row), id: row.id, rev: row.rev })),
    /** 支部那一天各人的必填项填没填。 */
    completenessRows: (branchId: string, day: string): CompletenessRow[] => completeness.all({ id: branchId, day }) as CompletenessRow[],
    /** 这些人的证号、电话、住址,一次取一批。 */
    personalOf: (ids: readonly string[]): ReadonlyMap<string, PersonalValues> => new Map((personal.all({ ids: JSON.stringify(ids) }) as (PersonalValues & { readonly id: string })[]).map((row) => [row.id, row])),
    /** 照片的附件名;没有为 null。 */
    photoOf: (id: string): string | null => (photo.get(id) as string | null | undefined) ?? null,
    /** 党籍状态的先后。 */
    statesOf: (id: string): MemberDetail['states'] => states.all(id) as MemberDetail['states'],
    /** 证号是谁的;没有返回 null。 */
    findByIdNumber: (idNumber: string): string | null => (idNumber === '' ? null : ((byIdNumber.get(idNumber) as string | undefined) ?? null)),
  }
}
export type MemberRepo = ReturnType<typeof createMemberRepo>
