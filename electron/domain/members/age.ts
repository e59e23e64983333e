/**
 * 周岁。
 *
 * @param birth `YYYY-MM-DD`,或只到月(到了当月即算满)。
 * @param day 算到哪一天 `YYYY-MM-DD`。
 */
export const ageOn = (birth: string, day: string): number => {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4))
  const beforeBirthday = day.slice(5, birth.length) < birth.slice(5)
  return beforeBirthday ? years - 1 : years
}
