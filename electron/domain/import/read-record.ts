import { isRealDay } from '../../../shared/util/day-arithmetic.ts'
import type { StepVotes } from '../../../shared/model/development.ts'
import { cellText } from '../roster/sheet.ts'
import { PUBLICITY_OF, VOTES_OF, type CandidateField } from './candidate-fields.ts'
import { quoted, type PlainRow } from './plain-row.ts'

/** 一次公示:起止与结果。 */
export interface PublicityReading {
  readonly from: string | null
  readonly to: string | null
  readonly result: string
}

const START = /^(\d{4})[\u5e74./-](\d{1,2})[\u6708./-](\d{1,2})\u65e5?/
const UNTIL = /^[\u81f3\u5230~\u2014\u2013\uff5e-]+(?:(?:(\d{4})[\u5e74./-])?(\d{1,2})[\u6708./-])?(\d{1,2})\u65e5?\u6b62?$/
const dayOf = (year: string, month: string, day: string): string | null => {
  const made = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isRealDay(made) ? made : null
}

/** 「2025.3.10-2025.3.16」「2025年3月10日至16日」:后一个日期省了的年、月随前一个。 */
export const readSpan = (given: string): { readonly from: string; readonly to: string } | null => {
  const text = given.normalize('NFKC').replaceAll(/\s/g, '')
  const start = START.exec(text)
  if (start === null) return null
  const [whole, year = '', month = '', day = ''] = start
  const until = UNTIL.exec(text.slice(whole.length))
  const [from, to] = [dayOf(year, month, day), until === null ? null : dayOf(until[1] ?? year, until[2] ?? month, until[3] ?? '')]
  return from === null || to === null || to < from ? null : { from, to }
}

/** 公示:一格写起止,或起、止各一列;看不出起止的不写,提醒。 */
export const readPublicity = (row: PlainRow<CandidateField>, step: 7 | 23): PublicityReading | null => {
  const { whole, start, end, result: resultField } = PUBLICITY_OF[step]
  const result = row.text(resultField, 200) ?? ''
  const cell = row.cell(whole)
  const span = cell === null ? null : readSpan(cellText(cell))
  if (cell !== null && span === null) row.find(whole, 'publicity_unreadable', 'warn', { text: quoted(cell) })
  const [from, to] = span === null ? [row.day(start) ?? null, row.day(end) ?? null] : [span.from, span.to]
  const isWhole = from?.length === 10 && to?.length === 10 && from <= to
  if (!isWhole && (from !== null || to !== null)) row.find(from === null ? end : start, 'publicity_unreadable', 'warn', { text: `${from ?? ''} ${to ?? ''}`.trim() })
  if (!isWhole && result === '') return null
  return { from: isWhole ? from : null, to: isWhole ? to : null, result }
}

const COUNT = /^(\d{1,4})(?:\.0+)?[\u7968\u4eba\u5f20\u540d]?$/
const said = (text: string, words: string): number | undefined => {
  const found = new RegExp(`(?:${words})[^\\d;,\u3002\uff1b\uff0c\u3001]{0,8}?(\\d{1,4})`, 'u').exec(text)
  return found === null ? undefined : Number(found[1])
}
/** 「不同意 1」里的「同意」不算赞成。 */
const WORDS = { due: '\u5e94\u5230', present: '\u5b9e\u5230|\u5230\u4f1a', issued: '\u53d1\u51fa|\u53d1\u7968', returned: '\u6536\u56de', favour: '\u8d5e\u6210|(?<!\u4e0d)\u540c\u610f', against: '\u53cd\u5bf9|\u4e0d\u540c\u610f', abstain: '\u5f03\u6743', invalid: '\u5e9f\u7968|\u65e0\u6548' } as const
const ALL_IN_FAVOUR = /\u5168\u7968|\u4e00\u81f4|\u5168\u4f53\u540c\u610f/

/**
 * 票数:一格写全(「应到 30 人,实到 28 人,赞成 28 票」),或各占一列。没写发出、收回的按实到;
 * 应到、实到、赞成缺一样就不写,提醒补上:少了它们看不出过没过半(VOT-02)。
 */
export const readVotes = (row: PlainRow<CandidateField>, step: 15 | 23): StepVotes | null => {
  const fields = VOTES_OF[step]
  const cell = row.cell(fields.whole)
  const text = cell === null ? '' : cellText(cell).slice(0, 300).normalize('NFKC').replaceAll(/\s/g, '')
  const counted = (field: CandidateField): number | undefined => {
    const own = row.cell(field)
    if (own === null) return undefined
    const found = COUNT.exec(cellText(own).normalize('NFKC').replaceAll(/\s/g, ''))
    if (found === null) row.find(field, 'number_unreadable', 'warn', { text: quoted(own) })
    return found === null ? undefined : Number(found[1])
  }
  const value = (key: keyof typeof WORDS, field?: CandidateField): number | undefined => (field === undefined ? undefined : counted(field)) ?? (text === '' ? undefined : said(text, WORDS[key]))
  const [due, present] = [value('due', fields.due), value('present', fields.present)]
  const [against, abstain] = [value('against', fields.against), value('abstain', fields.abstain)]
  const favour = value('favour', fields.favour) ?? (ALL_IN_FAVOUR.test(text) ? present : undefined)
  if (cell === null && [due, present, favour, against, abstain].every((each) => each === undefined)) return null
  if (due === undefined || present === undefined || favour === undefined) {
    const place = cell !== null ? fields.whole : [fields.favour, fields.due, fields.present, fields.against, fields.abstain].find((field) => row.cell(field, true) !== null)
    row.find(place ?? fields.whole, 'votes_unreadable', 'warn', { text: cell === null ? '' : quoted(cell) })
    return null
  }
  const issued = value('issued') ?? present
  return { due, present, issued, returned: value('returned') ?? issued, favour, against: against ?? 0, abstain: abstain ?? 0, invalid: value('invalid') ?? 0, writtenFavour: 0, writtenAgainst: 0, writtenAbstain: 0, excluded: [] }
}
