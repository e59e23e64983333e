import { z } from 'zod'
import { calendarDaySchema, calendarTextProblemSchema, calendarYearBodySchema, calendarYearSchema } from '../model/calendar.ts'
import { paragraphsSchema, yearSchema } from '../model/common.ts'
import { command, query } from './define.ts'

const readers = ['committee_office', 'branch_secretary', 'branch_organiser', 'scorer', 'reviewer', 'leader'] as const

/** 工作日历:放假与调休。公示期、办理时限按它数工作日。 */
export const calendarContract = {
  /** 去年到后年,以及装入过的各年。 */
  years: query({ roles: readers, scope: 'none', confirmation: 'none', audit: 'none', input: z.strictObject({}), output: z.strictObject({ years: z.array(calendarYearSchema) }), errors: {} }),
  /** 读粘贴来的一年安排,不写入。 */
  readText: query({
    roles: readers,
    scope: 'none',
    confirmation: 'none',
    audit: 'none',
    input: z.strictObject({ year: yearSchema, text: paragraphsSchema(20_000) }),
    output: z.strictObject({ days: z.array(calendarDaySchema), problems: z.array(calendarTextProblemSchema) }),
    errors: {},
  }),
  /** 整年一起存;日子不在这一年的、重复的不收。 */
  saveYear: command({
    roles: ['committee_office'],
    scope: 'workspace',
    confirmation: 'none',
    audit: 'policy',
    input: z.strictObject({ year: yearSchema, ...calendarYearBodySchema.shape }),
    output: calendarYearSchema,
    errors: { CALENDAR_DAYS_UNSUITABLE: z.strictObject({ day: z.string().max(10) }) },
  }),
}
