const pad = (value: number): string => String(value).padStart(2, '0')

/** 时刻 → 当地的 `YYYY-MM-DD HH:MM`。 */
export const localTime = (at: number): string => {
  const date = new Date(at)
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())} ${pad(date.getHours())}:${pad(date.getMinutes())}`
}

/** 时刻 → 当地的 `YYYY-MM-DD`。 */
export const localDay = (at: number): string => localTime(at).slice(0, 10)
