import Database from 'better-sqlite3'

export interface EngineOptions {
  /** 对照组用:程序设 FULL,这里改成别的,好证明测试咬得住。 */
  readonly synchronous?: 'NORMAL' | 'OFF'
  /** 磁盘满的一种造法:比现在最多再多这么多页。 */
  readonly extraPages?: number
}

/**
 * 只在造故障的子进程里用:程序给连接下 `synchronous = FULL` 时换掉或加码。
 * 程序自己不留这样的开关。
 */
export const patchEngine = ({ synchronous, extraPages }: EngineOptions): void => {
  const original = Database.prototype.pragma
  Database.prototype.pragma = function pragma(this: Database.Database, source: string, options?: Database.PragmaOptions): unknown {
    if (source !== 'synchronous = FULL') return original.call(this, source, options)
    const result = original.call(this, synchronous === undefined ? source : `synchronous = ${synchronous}`, options)
    if (extraPages !== undefined) {
      const pages = original.call(this, 'page_count', { simple: true }) as number
      if (pages > 0) original.call(this, `max_page_count = ${pages + extraPages}`)
    }
    return result
  }
}
