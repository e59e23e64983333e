const two = (value: number): string => String(value).padStart(2, '0')

/** 毫秒 → `2026-11-21 09:05`,本机时区。 */
export const momentOf = (at: number): string => {
  const date = new Date(at)
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`
}

/** 字节 → MB,一位小数。 */
export const megabytes = (bytes: number): string => (bytes / 1024 ** 2).toFixed(1)
