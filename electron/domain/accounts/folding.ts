/** 把「换了写法、其实一样」的口令看成一样:小写、@ 当 a、按住 Shift 打的数字。 */

const LEET: Readonly<Record<string, string>> = { '@': 'a', '4': 'a', '3': 'e', '1': 'i', '!': 'i', '0': 'o', '$': 's', '5': 's', '7': 't' }
const SHIFTED: Readonly<Record<string, string>> = { '!': '1', '@': '2', '#': '3', '$': '4', '%': '5', '^': '6', '&': '7', '*': '8', '(': '9', ')': '0' }

const replaceBy = (text: string, table: Readonly<Record<string, string>>): string => [...text].map((character) => table[character] ?? character).join('')

/** 夹在字母中间的数字、符号当字母念:p@ssw0rd → password;开头结尾的数字照旧。 */
export const readAsLetters = (text: string): string => {
  const parts = /^(\P{L}*)(.*?)(\P{L}*)$/su.exec(text)
  return parts === null ? text : `${parts[1] ?? ''}${replaceBy(parts[2] ?? '', LEET)}${parts[3] ?? ''}`
}
/** 按住 Shift 打的数字还原:!qaz → 1qaz。 */
export const unshift = (text: string): string => replaceBy(text, SHIFTED)
/** 只留字母(含汉字)与数字。 */
export const lettersAndDigits = (text: string): string => text.replace(/[^\p{L}\p{Nd}]/gu, '')
