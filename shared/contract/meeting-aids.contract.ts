import { z } from 'zod'
import { idSchema, requiredLineSchema, revSchema } from '../model/common.ts'
import { meetingAidsSchema, templateFieldsSchema } from '../model/meeting-aids.ts'
import { meetingTypeSchema } from '../model/meeting.ts'
import { command, query } from './define.ts'

const none = z.strictObject({})
const people = ['committee_office', 'branch_secretary', 'branch_organiser'] as const
const stale = { NOT_FOUND: none, STALE: z.strictObject({ currentRev: revSchema }) }
const known = z.strictObject({ id: idSchema, rev: revSchema })
const owned = { roles: people, scope: [{ organisation: 'ownerId' }] as const, audit: 'meeting', output: none } as const

/** 写记录用的样板与常用语:归支部的只给本支部,归党委的给以下各支部。只供挑选,从不自动写进记录。 */
export const meetingAidsContract = {
  list: query({ roles: people, scope: [{ organisation: 'branchId' }], confirmation: 'none', audit: 'none', input: z.strictObject({ branchId: idSchema, meetingType: meetingTypeSchema.nullable() }), output: meetingAidsSchema, errors: { NOT_FOUND: none } }),
  saveTemplate: command({ ...owned, confirmation: 'none', input: z.strictObject({ ownerId: idSchema, template: known.nullable(), fields: templateFieldsSchema }), errors: stale }),
  removeTemplate: command({ ...owned, confirmation: 'confirm', input: z.strictObject({ ownerId: idSchema, template: known }), errors: stale }),
  savePhrase: command({ ...owned, confirmation: 'none', input: z.strictObject({ ownerId: idSchema, phrase: known.nullable(), text: requiredLineSchema(200) }), errors: stale }),
  removePhrase: command({ ...owned, confirmation: 'none', input: z.strictObject({ ownerId: idSchema, phrase: known }), errors: stale }),
}
