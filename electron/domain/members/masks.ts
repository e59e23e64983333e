const SHOWN_EACH_SIDE = 4
const TAIL = 4

/** 遮住证号中间,首尾各留 4 位;不足 8 位的全部遮住,空串仍为空串。 */
export const maskIdNumber = (idNumber: string): string =>
  idNumber.length <= SHOWN_EACH_SIDE * 2 ? '*'.repeat(idNumber.length) : idNumber.slice(0, SHOWN_EACH_SIDE) + '*'.repeat(idNumber.length - SHOWN_EACH_SIDE * 2) + idNumber.slice(-SHOWN_EACH_SIDE)

/** 手机后四位,供辨认同名的人。 */
export const mobileTail = (mobile: string): string => mobile.slice(-TAIL)

const hideMiddle = (text: string, head: number, tail: number): string => {
  const characters = Array.from(text)
  const hidden = characters.length - head - tail
  return hidden <= 0 ? '*'.repeat(characters.length) : [...characters.slice(0, head), '*'.repeat(hidden), ...characters.slice(characters.length - tail)].join('')
}

/** 手机留前三后四,固定电话留后两位。 */
export const maskMobile = (mobile: string): string => hideMiddle(mobile, 3, TAIL)
export const maskTelephone = (telephone: string): string => hideMiddle(telephone, 0, 2)
/** 住址只留开头(省、市),长短也不透露。 */
export const maskAddress = (address: string): string => (address === '' ? '' : `${Array.from(address).slice(0, 3).join('')}******`)
