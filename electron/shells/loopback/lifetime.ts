/** 宿主活多久:第一个窗口连上之前一直等;最后一个断开后过几秒结束(刷新也会断一下)。 */
export interface Lifetime {
  opened(): void
  closed(): void
  /** 窗口进程没了而没有连线:和最后一个窗口关闭一样。 */
  abandoned(): void
  stop(): void
}

export const createLifetime = (lingerMilliseconds: number, end: () => void): Lifetime => {
  let open = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const schedule = (): void => {
    clearTimeout(timer)
    if (open === 0) timer = setTimeout(end, lingerMilliseconds)
  }
  return {
    opened: () => {
      open++
      clearTimeout(timer)
    },
    closed: () => {
      open--
      schedule()
    },
    abandoned: schedule,
    stop: () => clearTimeout(timer),
  }
}
