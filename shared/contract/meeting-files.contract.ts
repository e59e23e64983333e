import { z } from 'zod'
import { attachmentGivenSchema, attachmentOpenedSchema, attachmentRefusalSchema, attachmentThumbnailSchema } from '../model/attachment.ts'
import { idSchema, revSchema } from '../model/common.ts'
import { meetingFileSchema } from '../model/meeting-aids.ts'
import { attachmentPurposeSchema } from '../model/meeting-parts.ts'
import { command, query } from './define.ts'

const none = z.strictObject({})
const readers = ['committee_office', 'branch_secretary', 'branch_organiser', 'reviewer'] as const
const writers = ['branch_secretary', 'branch_organiser'] as const
const scope = [{ record: 'meeting', key: 'meetingId' }] as const
const listed = z.strictObject({ files: z.array(meetingFileSchema), editable: z.boolean() })

/** 会议的附件:通知、签到表、纪要、决议书、照片。哪一样都不要求有;办结以后还能补,审批以后不再动。 */
export const meetingFilesContract = {
  list: query({ roles: readers, scope, confirmation: 'none', audit: 'none', input: z.strictObject({ meetingId: idSchema }), output: listed, errors: { NOT_FOUND: none } }),
  thumbnails: query({ roles: readers, scope, confirmation: 'none', audit: 'none', input: z.strictObject({ meetingId: idSchema }), output: z.strictObject({ thumbnails: z.array(attachmentThumbnailSchema) }), errors: { NOT_FOUND: none } }),
  add: command({
    roles: writers,
    scope,
    confirmation: 'none',
    audit: 'meeting',
    input: z.strictObject({ meetingId: idSchema, kind: attachmentPurposeSchema, attachment: attachmentGivenSchema }),
    output: listed,
    errors: { NOT_FOUND: none, NOT_EDITABLE: none, FILE_EXPIRED: none, ATTACHMENT_UNSUITABLE: z.strictObject({ reason: attachmentRefusalSchema }) },
  }),
  /** 去掉:内容收走,登记的行与来历留着。 */
  remove: command({
    roles: writers,
    scope,
    confirmation: 'confirm',
    audit: 'meeting',
    input: z.strictObject({ meetingId: idSchema, attachment: z.strictObject({ id: idSchema, rev: revSchema }) }),
    output: listed,
    errors: { NOT_FOUND: none, NOT_EDITABLE: none, STALE: z.strictObject({ currentRev: revSchema }) },
  }),
  open: query({ roles: readers, scope, confirmation: 'none', audit: 'none', input: z.strictObject({ meetingId: idSchema, attachmentId: idSchema }), output: attachmentOpenedSchema, errors: { NOT_FOUND: none, ATTACHMENT_LOST: none } }),
}
