import { z } from 'zod'

/** 记录标识:UUIDv7 文本,按时间有序,离线生成不会撞。 */
export const idSchema = z.uuid()

/** 修订号:每次保存加一,两处同时改时用来发现冲突。 */
export const revSchema = z.int().min(1)

const isRealDay = (text: string): boolean => {
  const [year, month, day] = text.split('-').map(Number) as [number, number, number]
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** 公历日期 `YYYY-MM-DD`,必须真实存在。 */
export const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/).refine(isRealDay)
/** 月份 `YYYY-MM`。 */
export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
/** 日期,或只到月(档案里常见);只到月的不补成 1 日。 */
export const dayOrMonthSchema = z.union([daySchema, monthSchema])
/** 当地时刻 `YYYY-MM-DD HH:MM`,会议时间用,不带时区。 */
export const localMinuteSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d$/)
  .refine((text) => isRealDay(text.slice(0, 10)))
export const yearSchema = z.int().min(1921).max(2200)

/** 单行文字:去掉首尾空白;不许控制字符(含换行)与改变显示方向的字符。 */
const UNSAFE_CHARACTERS = /[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/
export const lineSchema = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((text) => !UNSAFE_CHARACTERS.test(text))
export const requiredLineSchema = (max: number) => lineSchema(max).min(1)
/** 多行文字:保留换行与制表符,其余控制字符不收。 */
const UNSAFE_IN_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/
export const paragraphsSchema = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => !UNSAFE_IN_TEXT.test(text))
export const requiredParagraphsSchema = (max: number) => paragraphsSchema(max).refine((text) => text.trim() !== '')
