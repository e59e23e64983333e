/** LIKE 用的转义:查找「50%」就只找「50%」。语句里须写 `ESCAPE '\'`。 */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/gu, (character) => `\\${character}`)
/** 含有这段文字。 */
export const containsPattern = (text: string): string => `%${escapeLike(text)}%`
/** 以这段文字结尾。 */
export const endsWithPattern = (text: string): string => `%${escapeLike(text)}`
