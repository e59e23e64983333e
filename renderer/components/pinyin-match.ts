import { match } from 'pinyin-pro'

/** 按原文、全拼、首字母(混写亦可)找;空串一律算中。姓氏的读音、ü 写作 v 都认。 */
export const matchesPinyin = (text: string, typed: string): boolean => {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return true
  if (text.toLowerCase().includes(wanted)) return true
  return /^[a-z' ]+$/.test(wanted) && match(text, wanted, { v: true, continuous: true, precision: 'start' }) !== null
}
