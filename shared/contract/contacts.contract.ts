import { z } from 'zod'
import { idSchema, revSchema } from '../model/common.ts'
import { contactFieldsSchema, contactSchema, crossPostFieldsSchema, crossPostSchema, visitFieldsSchema } from '../model/contact.ts'
import { command, query } from './define.ts'

const none = z.strictObject({})
const readers = ['committee_office', 'branch_secretary', 'branch_organiser', 'scorer', 'reviewer', 'leader'] as const
const writers = ['committee_office', 'branch_secretary'] as const
const failures = { NOT_FOUND: none, STALE: z.strictObject({ currentRev: revSchema }) }
const inOrganisation = [{ organisation: 'organisationId' }] as const
const named = { id: idSchema, rev: revSchema }

/** 双向进入、交叉任职,党建指导员与其他联系关系。 */
export const contactsContract = {
  /** 管得到的全部交叉任职、联系关系,已结束的也在。 */
  list: query({ roles: readers, scope: 'visible', confirmation: 'none', audit: 'none', input: none, output: z.strictObject({ crossPosts: z.array(crossPostSchema), contacts: z.array(contactSchema) }), errors: {} }),
  /** 登记或修改一条交叉任职。 */
  saveCrossPost: command({
    roles: writers,
    scope: [{ organisation: 'fields.organisationId' }],
    confirmation: 'none',
    audit: 'organisation',
    input: z.strictObject({ crossPost: z.strictObject(named).nullable(), fields: crossPostFieldsSchema }),
    output: none,
    errors: failures,
  }),
  /** 登错的去掉;正常结束的写止日,不要去掉。 */
  removeCrossPost: command({ roles: writers, scope: inOrganisation, confirmation: 'confirm', audit: 'organisation', input: z.strictObject({ organisationId: idSchema, crossPost: z.strictObject(named) }), output: none, errors: failures }),
  /** 登记或修改一个联系人:联系谁、多久至少几次。 */
  saveContact: command({
    roles: writers,
    scope: [{ organisation: 'fields.organisationId' }],
    confirmation: 'none',
    audit: 'organisation',
    input: z.strictObject({ contact: z.strictObject(named).nullable(), fields: contactFieldsSchema }),
    output: none,
    errors: failures,
  }),
  removeContact: command({ roles: writers, scope: inOrganisation, confirmation: 'confirm', audit: 'organisation', input: z.strictObject({ organisationId: idSchema, contact: z.strictObject(named) }), output: none, errors: failures }),
  /** 记一次走访、服务。 */
  saveVisit: command({
    roles: [...writers, 'branch_organiser'],
    scope: inOrganisation,
    confirmation: 'none',
    audit: 'organisation',
    input: z.strictObject({ organisationId: idSchema, contact: z.strictObject({ id: idSchema }), visit: z.strictObject(named).nullable(), fields: visitFieldsSchema }),
    output: none,
    errors: failures,
  }),
  removeVisit: command({ roles: writers, scope: inOrganisation, confirmation: 'confirm', audit: 'organisation', input: z.strictObject({ organisationId: idSchema, visit: z.strictObject(named) }), output: none, errors: failures }),
}
