import { z } from 'zod'
import { idSchema, lineSchema, requiredLineSchema, revSchema } from '../model/common.ts'
import { eventBasisShape, organisationEventKindSchema, organisationEventSchema } from '../model/organisation-event.ts'
import { branchCategoryCodeSchema, buildFormSchema, organisationDetailSchema } from '../model/organisation.ts'
import { command, query } from './define.ts'

const none = z.strictObject({})
const counted = z.strictObject({ count: z.int() })
/** 变动登记不成的几种:那天还没成立或已撤销、放不到那个上级下、还有人、还有下级、还有记录。 */
const refusals = {
  NOT_FOUND: none,
  BAD_PARENT: none,
  EVENT_DAY_UNSUITABLE: z.strictObject({ name: z.string(), bound: z.enum(['founded', 'revoked']), day: z.string() }),
  STILL_HAS_MEMBERS: counted,
  STILL_HAS_CHILDREN: counted,
  STILL_HAS_RECORDS: counted,
  ROOT_ORGANISATION: none,
}
const stale = { STALE: z.strictObject({ currentRev: revSchema }) }
const naming = { DUPLICATE_NAME: z.strictObject({ name: z.string() }), DUPLICATE_CODE: z.strictObject({ code: z.string() }) }
const names = { name: requiredLineSchema(80), shortName: lineSchema(40), code: lineSchema(32), category: branchCategoryCodeSchema.nullable() } as const

/** 组织的沿革:合并、拆分、改设、撤销都是有日期、有文号的一次变动;成立、改名、划转在 organisations 里,同样登记。 */
export const organisationEventsContract = {
  /** 沿革,日期新的在前;organisationId 为 null 是全部看得到的。 */
  list: query({
    roles: ['committee_office', 'branch_secretary', 'branch_organiser', 'scorer', 'reviewer', 'leader'],
    scope: [{ organisation: 'organisationId' }],
    confirmation: 'none',
    audit: 'none',
    input: z.strictObject({ organisationId: idSchema.nullable() }),
    output: z.strictObject({ events: z.array(organisationEventSchema) }),
    errors: {},
  }),
  /** 并入 targetId:人、小组(或下级组织)自那天起跟着走,被并的撤销。 */
  merge: command({
    roles: ['committee_office'],
    scope: [{ organisation: 'targetId' }],
    confirmation: 'confirm',
    audit: 'organisation',
    input: z.strictObject({ targetId: idSchema, sourceIds: z.array(idSchema).min(1).max(20), ...eventBasisShape }),
    output: organisationDetailSchema,
    errors: { ...refusals, BAD_MERGE: none },
  }),
  /** 从支部里分出一个新支部,选定的小组和人编入新支部。 */
  split: command({
    roles: ['committee_office'],
    scope: [{ organisation: 'id' }],
    confirmation: 'confirm',
    audit: 'organisation',
    input: z.strictObject({ id: idSchema, rev: revSchema, ...names, buildForm: buildFormSchema, memberIds: z.array(idSchema).max(500), groupIds: z.array(idSchema).max(50), ...eventBasisShape }),
    output: organisationDetailSchema,
    errors: { ...refusals, ...stale, ...naming, NOT_A_BRANCH: none },
  }),
  /** 改设为另一类组织(支部升为党总支等)。支部有人的,人和小组编入 firstBranch 这个新支部。 */
  changeKind: command({
    roles: ['committee_office'],
    scope: [{ organisation: 'id' }],
    confirmation: 'confirm',
    audit: 'organisation',
    input: z.strictObject({
      id: idSchema,
      rev: revSchema,
      kind: z.enum(['party_committee', 'general_branch', 'branch']),
      firstBranch: z.strictObject(names).nullable(),
      ...eventBasisShape,
    }),
    output: organisationDetailSchema,
    errors: { ...refusals, ...stale, ...naming },
  }),
  revoke: command({
    roles: ['committee_office'],
    scope: [{ organisation: 'id' }],
    confirmation: 'confirm',
    audit: 'organisation',
    input: z.strictObject({ id: idSchema, rev: revSchema, ...eventBasisShape }),
    output: organisationDetailSchema,
    errors: { ...refusals, ...stale },
  }),
  /** 撤回一次登记错的变动:改了的都改回去;后来又动过的不能撤回。 */
  undo: command({
    roles: ['committee_office'],
    scope: [{ record: 'organisation_event', key: 'id' }],
    confirmation: 'confirm',
    audit: 'organisation',
    input: z.strictObject({ id: idSchema }),
    output: none,
    errors: { ...refusals, DUPLICATE_NAME: z.strictObject({ name: z.string() }), CHANGED_SINCE: z.strictObject({ kind: organisationEventKindSchema.nullable(), day: z.string() }) },
  }),
}
