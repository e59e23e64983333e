import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import type { Clock, Ids } from './ports.ts'

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

export const systemClock: Clock = {
  now: () => Date.now(),
  today: () => {
    const now = new Date()
    return `${pad(now.getFullYear(), 4)}-${pad(now.getMonth() + 1, 2)}-${pad(now.getDate(), 2)}`
  },
}

const RANDOM_BYTES = 8
const POOL_BYTES = RANDOM_BYTES * 512
/** UUIDv7(RFC 9562):前 48 位毫秒时间;同一毫秒内以 12 位序号递增,保证同一进程内有序。 */
export const createUuidV7 = (now: () => number, random: (size: number) => Uint8Array = randomBytes): Ids => {
  let lastTime = 0
  // 随机数一次取一批:导入五万人要二十多万个标识,逐个去取,时间花在进出系统上。
  let pool = Buffer.alloc(0)
  const eight = (): Buffer => {
    if (pool.length === 0) pool = Buffer.from(random(POOL_BYTES))
    const taken = pool.subarray(0, RANDOM_BYTES)
    pool = pool.subarray(RANDOM_BYTES)
    return taken
  }
  let sequence = 0
  return {
    next: () => {
      const time = Math.max(now(), lastTime)
      sequence = time === lastTime ? sequence + 1 : 0
      // 序号用完就借下一毫秒,顺序不乱。
      lastTime = sequence > 0xfff ? time + 1 : time
      if (sequence > 0xfff) sequence = 0
      const bytes = eight()
      const hexTime = lastTime.toString(16).padStart(12, '0')
      const variant = (((bytes[0] ?? 0) & 0x3f) | 0x80).toString(16).padStart(2, '0')
      const rest = bytes.toString('hex', 1)
      const tail = variant + rest
      return `${hexTime.slice(0, 8)}-${hexTime.slice(8)}-7${sequence.toString(16).padStart(3, '0')}-${tail.slice(0, 4)}-${tail.slice(4)}`
    },
  }
}

export { PRODUCTION_SCRYPT_LOG_N } from '../store/keys/key-slots.ts'

/** 这台机器的名字,记进审计:多台机器用过同一个工作区时分得清是哪一台。 */
export const machineName = (): string => hostname().slice(0, 64)
