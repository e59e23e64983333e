import { createSeededRandom, type SeededRandom } from '../../../electron/services/sample/seeded-random.ts'

/** 有种子的随机字节:同一个种子永远给出同一串,失败时印出种子就能重来。 */
export const randomBytes = (random: SeededRandom, length: number): Buffer => Buffer.from(Array.from({ length }, () => random.below(256)))
export const seededBytes = (seed: number, length: number): Buffer => randomBytes(createSeededRandom(seed), length)
