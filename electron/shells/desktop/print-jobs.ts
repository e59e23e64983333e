import { randomBytes } from 'node:crypto'

/** 等着暗窗来取的打印数据:一个编号取一次。 */
export interface PrintJobs {
  add(page: string, model: unknown): string
  has(job: string): boolean
  /** 取出数据脚本;没有或取过为 null。 */
  take(job: string): string | null
  drop(job: string): void
}

export const createPrintJobs = (): PrintJobs => {
  const scripts = new Map<string, string>()
  return {
    add: (page, model) => {
      const job = randomBytes(24).toString('base64url')
      scripts.set(job, `globalThis.__printModel = ${JSON.stringify({ page, model })}`)
      return job
    },
    has: (job) => scripts.has(job),
    take: (job) => {
      const script = scripts.get(job) ?? null
      scripts.delete(job)
      return script
    },
    drop: (job) => void scripts.delete(job),
  }
}
