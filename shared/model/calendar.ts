import { z } from 'zod'
import { daySchema, lineSchema, yearSchema } from './common.ts'

/** 与平常的星期不同的一天:放假,或调休上班。 */
export const calendarDaySchema = z.strictObject({ day: daySchema, kind: z.enum(['holiday', 'workday']), name: lineSchema(20) })
export type CalendarDay = z.infer<typeof calendarDaySchema>

/** 一年的安排;存下来的就是这个样子。 */
export const calendarYearBodySchema = z.strictObject({ source: lineSchema(80), days: z.array(calendarDaySchema).max(150) })

export const calendarYearSchema = z.strictObject({
  year: yearSchema,
  /** built_in 程序自带;edited 本单位改过或装入的;none 还没有装入,只按周末算。 */
  state: z.enum(['built_in', 'edited', 'none']),
  /** 依据的通知。 */
  source: lineSchema(80),
  days: z.array(calendarDaySchema),
  /** 全年工作日数。 */
  workingDays: z.int(),
})
export type CalendarYear = z.infer<typeof calendarYearSchema>

/** 粘贴来的文字里读不懂的一行。 */
export const calendarTextProblemSchema = z.strictObject({ line: z.int(), text: lineSchema(80), reason: z.enum(['no_date', 'wrong_year', 'no_kind', 'bad_range']) })
export type CalendarTextProblem = z.infer<typeof calendarTextProblemSchema>
