const SHOWN_EACH_SIDE = 4
const TAIL = 4

/** 遮住证号中间,首尾各留 4 位;不足 8 位的全部遮住,空串仍为空串。 */
export const maskIdNumber = (idNumber: string): string =>
  idNumber.length <= SHOWN_EACH_SIDE * 2 ? '*'.repeat(idNumber.length) : idNumber.slice(0, SHOWN_EACH_SIDE) + '*'.repeat(idNumber.length - SHOWN_EACH_SIDE * 2) + idNumber.slice(-SHOWN_EACH_SIDE)

/** 手机后四位,供辨认同名的人。 */
export const mobileTail = (mobile: string): string => mobile.slice(-TAIL)
