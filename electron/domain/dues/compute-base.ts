import type { ItemAmount } from '../../../shared/model/dues.ts'

/** 交纳基数 = 加项之和 − 减项之和,不为负(规定第一、二条:相对固定、经常性的部分,税后)。 */
export const computeBase = (amounts: readonly Pick<ItemAmount, 'direction' | 'amountFen'>[]): number => Math.max(0, amounts.reduce((sum, { direction, amountFen }) => sum + (direction === 'add' ? amountFen : -amountFen), 0))
