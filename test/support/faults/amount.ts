import { appendFileSync } from 'node:fs'

/** 长的一组(`npm run test:faults`)与短的一组(`npm test` 里)是同样的测试,只是次数不同。 */
export const isLong = process.env['BAOLEI_FAULTS'] === 'long'
export const amount = (quick: number, long: number): number => (isLong ? long : quick)
/** 测试时限:长的一组一处可以跑很久。 */
export const patience = (quickSeconds: number, longSeconds: number): number => amount(quickSeconds, longSeconds) * 1000

/** 随机数的种子:失败时连同种子印出来,设 BAOLEI_FAULTS_SEED 就能重来一遍。 */
export const seed = Number(process.env['BAOLEI_FAULTS_SEED'] ?? 20_261_120)

/** 记一个数字,由 build/faults.ts 在结尾印成表。 */
export const figure = (fault: string, what: string, value: string): void => {
  const file = process.env['BAOLEI_FAULTS_FIGURES']
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ fault, what, value })}\n`)
}
