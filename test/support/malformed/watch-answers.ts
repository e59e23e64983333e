/** 长活进行时不断发一个小请求,记下最慢的一次等了多久(F21:主线程、核心照常应答)。 */
export const watchAnswers = (ask: () => Promise<{ readonly ok: boolean }>): { stop(): Promise<number> } => {
  const over = new AbortController()
  let longest = 0
  const loop = (async () => {
    while (!over.signal.aborted) {
      const start = performance.now()
      const answer = await ask()
      if (!answer.ok) throw new Error('the small request was refused')
      longest = Math.max(longest, performance.now() - start)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  })()
  return {
    stop: async () => {
      over.abort()
      await loop
      return Math.round(longest)
    },
  }
}
