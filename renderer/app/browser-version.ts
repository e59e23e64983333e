const OLDEST_CHROMIUM = 131

/** 浏览器太旧时返回它的版本,够新或认不出时返回 null(认不出的不拦,免得错怪国产浏览器的写法)。 */
export const tooOldBrowser = (userAgent: string): string | null => {
  const version = /Chrom(?:e|ium)\/(\d+)/.exec(userAgent)?.[1]
  return version !== undefined && Number(version) < OLDEST_CHROMIUM ? version : null
}
