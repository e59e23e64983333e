/**
 * 哪张表怎么核对:全部表的一份清单。测试拿它与库里的表逐一对照,新加的表没写进来,测试就不过。
 *
 * 每条记录都有版本;最后一个版本的正文就是现在的行。绕过程序改一个字、删一行、添一行,都对不上(F58)。
 */
export interface ChildRows {
  readonly table: string
  /** 指向所属记录的列。 */
  readonly owner: string
  /** 在所属记录的版本正文里的名字。 */
  readonly key: string
  readonly order: readonly string[]
  /** 正文里的名字 → 列;`flag` 的在正文里是真假,`place` 的不在正文里,须等于它的次序。 */
  readonly columns: Readonly<Record<string, string | { readonly flag: string } | { readonly place: string }>>
  /** 正文里只放各行的摘要:不该在旧版本里一直留着的。 */
  readonly sealed?: true
}

export interface CoveredTable {
  readonly table: string
  /** 记录标识所在的列。 */
  readonly key: string
  readonly children?: readonly ChildRows[]
  /** 大而可以重算的:正文只放整行的摘要。 */
  readonly sealed?: true
  /** 口令功能以前没有版本:升级时补记一次。 */
  readonly adopted?: true
  /** 不进版本正文的列。 */
  readonly outside?: readonly string[]
  /** 不进正文、另有审计作证的列:它就是该记录最后一条这样的审计的时刻。 */
  readonly witnessed?: { readonly column: string; readonly procedure: string; readonly action: string }
}

const record = (table: string): CoveredTable => ({ table, key: 'id' })
const meetingPart = (key: string, table: string, columns: ChildRows['columns']): ChildRows => ({ table, owner: 'meeting_id', key, order: ['position'], columns: { position: { place: 'position' }, ...columns } })

export const COVERED_TABLES: readonly CoveredTable[] = [
  // digest_secret 改了,以它做的每一个摘要都对不上。
  { table: 'workspace', key: 'id', adopted: true, outside: ['digest_secret'] },
  record('organisation'),
  record('organisation_name'),
  record('organisation_parent'),
  record('organisation_category'),
  record('organisation_kind'),
  record('organisation_form'),
  record('organisation_label'),
  {
    table: 'organisation_event',
    key: 'id',
    children: [{ table: 'organisation_event_part', owner: 'event_id', key: 'parts', order: ['position'], columns: { position: { place: 'position' }, organisationId: 'organisation_id', role: 'role' } }],
  },
  record('covered_unit'),
  record('unit_coverage'),
  record('organisation_place'),
  record('organisation_brand'),
  record('organisation_term'),
  record('organisation_post'),
  { table: 'branch_category', key: 'code' },
  record('member'),
  { table: 'member_personal', key: 'member_id' },
  record('member_state'),
  record('custom_field'),
  {
    table: 'member_batch',
    key: 'id',
    children: [{ table: 'member_batch_item', owner: 'batch_id', key: 'items', order: ['position'], columns: { position: { place: 'position' }, memberId: 'member_id', revBefore: 'rev_before', revAfter: 'rev_after', groupBefore: 'group_before' } }],
  },
  record('membership'),
  record('group_membership'),
  {
    table: 'meeting',
    key: 'id',
    children: [
      { table: 'meeting_topic', owner: 'meeting_id', key: 'topics', order: ['position'], columns: { position: { place: 'position' }, title: 'title', kind: 'kind', isFirstTopic: { flag: 'is_first_topic' }, publishedOn: 'published_on', leader: 'leader' } },
      { table: 'meeting_resolution', owner: 'meeting_id', key: 'resolutions', order: ['position'], columns: { position: { place: 'position' }, kind: 'kind', problem: 'problem', text: 'text', owner: 'owner', dueOn: 'due_on' } },
      {
        table: 'attendance',
        owner: 'meeting_id',
        key: 'attendance',
        order: ['position'],
        columns: { position: { place: 'position' }, memberId: 'member_id', name: 'name', hasVote: { flag: 'has_vote' }, status: 'status', reason: 'reason', reasonNote: 'reason_note', sitting: 'sitting', exclusion: 'exclusion', exclusionNote: 'exclusion_note' },
      },
      meetingPart('sittings', 'meeting_sitting', { startAt: 'start_at', endAt: 'end_at', place: 'place' }),
      meetingPart('votes', 'meeting_vote', {
        kind: 'kind',
        subject: 'subject',
        isSecret: { flag: 'is_secret' },
        issued: 'issued',
        returned: 'returned',
        approve: 'approve',
        against: 'against',
        abstain: 'abstain',
        invalid: 'invalid',
        writtenApprove: 'written_approve',
        writtenAgainst: 'written_against',
        writtenAbstain: 'written_abstain',
      }),
      meetingPart('problems', 'meeting_problem', { target: 'target', problem: 'problem', source: 'source' }),
      meetingPart('criticisms', 'meeting_criticism', { critic: 'critic', criticised: 'criticised', opinion: 'opinion' }),
      meetingPart('appraisals', 'meeting_appraisal', {
        memberId: 'member_id',
        name: 'name',
        selfNote: 'self_note',
        peerNote: 'peer_note',
        excellentVotes: 'excellent_votes',
        qualifiedVotes: 'qualified_votes',
        basicVotes: 'basic_votes',
        unqualifiedVotes: 'unqualified_votes',
        grade: 'grade',
        opinion: 'opinion',
      }),
      meetingPart('debriefs', 'meeting_debrief', { name: 'name', goodVotes: 'good_votes', fairVotes: 'fair_votes', averageVotes: 'average_votes', poorVotes: 'poor_votes', comment: 'comment', problem: 'problem' }),
    ],
  },
  record('meeting_attachment'),
  record('meeting_template'),
  record('branch_phrase'),
  record('follow_up'),
  record('register_definition'),
  record('register_entry'),
  record('register_submission'),
  record('norm_decision'),
  record('dues_rule'),
  {
    table: 'dues_assessment',
    key: 'id',
    children: [{ table: 'dues_assessment_amount', owner: 'assessment_id', key: 'amounts', order: ['item_code'], columns: { itemCode: 'item_code', direction: 'direction', amountFen: 'amount_fen' } }],
  },
  record('dues_exemption'),
  record('dues_entry'),
  record('dues_donation'),
  record('dues_handover'),
  record('scheme'),
  record('scheme_version'),
  { table: 'manual_score', key: 'id', adopted: true },
  record('score_event'),
  record('veto_decision'),
  record('exemption'),
  { table: 'score_result', key: 'id', sealed: true, adopted: true },
  { table: 'score_input', key: 'result_id', sealed: true },
  { table: 'standing_result', key: 'id', sealed: true },
  { table: 'standing_input', key: 'id', sealed: true },
  record('standing_entry'),
  record('evaluation_period'),
  record('score_objection'),
  record('score_correction'),
  record('development_person'),
  { table: 'development_personal', key: 'person_id' },
  record('development_step'),
  record('development_document'),
  record('development_event'),
  record('application_form'),
  record('transfer_letter'),
  record('care_record'),
  { table: 'import_batch', key: 'id', adopted: true },
  record('import_mapping'),
  record('import_undo'),
  record('print_run'),
  record('year_closing'),
  {
    table: 'account',
    key: 'id',
    // 登录不算改了账号。
    witnessed: { column: 'last_signed_in_at', procedure: 'session.signIn', action: 'sign_in' },
    children: [
      { table: 'account_grant', owner: 'account_id', key: 'grants', order: ['role', 'unit_id'], columns: { role: 'role', unitId: 'unit_id', grantedAt: 'granted_at', grantedBy: 'granted_by' } },
      { table: 'officer_exception', owner: 'account_id', key: 'exceptions', order: ['at'], columns: { signedBy: 'signed_by', documentNumber: 'document_number', at: 'at' } },
      { table: 'password_history', owner: 'account_id', key: 'formerPasswords', order: ['at'], columns: { at: 'at', salt: 'salt', hash: 'hash' }, sealed: true },
    ],
  },
  { table: 'setting', key: 'name' },
  { table: 'norm_setting', key: 'key' },
  record('term_reminder'),
  record('cross_post'),
  { table: 'contact_relation', key: 'id', children: [{ table: 'contact_object', owner: 'relation_id', key: 'objects', order: ['position'], columns: { position: { place: 'position' }, organisationId: 'organisation_id', name: 'name' } }] },
  record('contact_visit'),
  record('key_post'),
  { table: 'accepted_loss', key: 'at' },
  { table: 'restore_drill', key: 'at' },
]

/** 自己就是链的:逐条核对散列与序号(chain-steps.ts)。 */
export const CHAIN_TABLES: readonly string[] = ['audit_log', 'record_version', 'audit_reason', 'sqlite_sequence']

/** 不必核对的,各有缘由。 */
export const OUTSIDE_TABLES: readonly string[] = [
  // 没保存成的表单,不是记录。
  'kept_draft',
  // 各人自己的列表样子与存下的筛选,不是记录。
  'member_view',
  // 待重算的清单:由记录推得出来,重算一遍就没有了。
  'score_dirty',
  // 到会够不够法定人数:由名单与议题推得出来,只为汇总时不必重算。
  'meeting_quorum',
  // 党费汇总:由登记推得出来,登记一动就作废重算。
  'dues_summary',
  // 改了、少了,它名下的版本摘要就对不上。
  'record_secret',
  // 提交序号:与库外的保存记号对(head-mark.ts)。
  'commit_head',
  // 查询规划用的统计,由 SQLite 自己写。
  'sqlite_stat1',
  'sqlite_stat4',
]

/** 下级行里不进版本正文的列:议题的标识每次保存都换新的;决议的标识是它的身份,督办事项自己的行记着同一个。 */
export const OUTSIDE_CHILD_COLUMNS: Readonly<Record<string, readonly string[]>> = { meeting_topic: ['id'], meeting_resolution: ['id'] }

export const coveredTable = (table: string): CoveredTable => {
  const found = COVERED_TABLES.find((candidate) => candidate.table === table)
  if (found === undefined) throw new Error(`${table} is not a covered table`)
  return found
}
