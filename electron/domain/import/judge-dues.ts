import type { PayerCategory } from '../../../shared/model/dues.ts'
import type { ImportStatus } from '../../../shared/model/roster-import.ts'
import { addMonths } from '../../../shared/util/day-arithmetic.ts'
import type { PayerFacts } from '../dues/build-ledger.ts'
import type { DuesLimits } from '../dues/dues-limits.ts'
import { dueOf, type RuleVersion } from '../dues/in-force.ts'
import { payingBranch } from '../dues/obliged-months.ts'
import type { RosterBranch } from '../roster/match-branch.ts'
import type { DuesField } from './dues-fields.ts'
import { matchOne, type Known } from './match-person.ts'
import type { DuesReading, PaidMonth, PaidRange } from './read-dues.ts'

export interface DuesMember extends Known {
  readonly isRetired: boolean
}
export interface DuesWorld {
  readonly thisMonth: string
  readonly members: readonly DuesMember[]
  readonly elsewhere: ReadonlySet<string>
  readonly findBranch: (text: string) => RosterBranch | null
  readonly defaultBranch: (sheet: string) => RosterBranch | null
  readonly payer: (memberId: string, branchId: string, year: number) => PayerFacts | undefined
  readonly rules: readonly RuleVersion[]
  readonly limits: DuesLimits
  /** 临时党支部不收党费(ORG-07)。 */
  readonly isForbidden: (branchId: string) => boolean
  /** 管不到的支部的账不写。 */
  readonly isReachable: (branchId: string) => boolean
}
export interface DuesCell {
  readonly branchId: string
  readonly month: string
  /** 看到的修订号;还没登记为 null。 */
  readonly rev: number | null
  readonly dueFen: number | null
  readonly paidFen: number
}
export interface DuesPlan {
  readonly memberId: string
  readonly branchId: string
  readonly cells: readonly DuesCell[]
  readonly assessment: { readonly category: PayerCategory; readonly changedFrom: string; readonly baseFen: number } | null
  readonly paidOn: string | null
  readonly receiptNumber: string
  readonly note: string
}
export interface JudgedDues {
  readonly reading: DuesReading
  readonly status: ImportStatus
  readonly member: DuesMember | null
  readonly months: number
  readonly paidFen: number
  readonly changes: readonly { readonly field: DuesField; readonly before: number | null; readonly after: number }[]
  readonly plan: DuesPlan | null
}

const yuan = (fen: number): string => (fen / 100).toFixed(2)
/**
 * 几个月合着写的一笔分到各月:只分到该交的月份。恰是各月应交之和的,照各月应交;不然能平均分到分的平均分,提醒;
 * 都不成的拒收,不替人猜。
 */
const spread = (row: DuesReading['row'], { field, months, fen }: PaidRange, obliged: readonly string[], dueIn: (month: string) => number | null): PaidMonth[] => {
  if (obliged.length === 0) {
    row.find(field, 'dues_not_obliged', 'refuse', { text: months[0] ?? '' })
    return []
  }
  if (fen === 'tick') return obliged.map((month) => ({ field, month, fen }))
  const dues = obliged.map(dueIn)
  const sum = dues.every((due) => due !== null) ? dues.reduce((total, due) => total + due, 0) : null
  if (sum === fen) return obliged.map((month, index) => ({ field, month, fen: dues[index] ?? 0 })).filter((each) => each.fen > 0)
  const said = { limit: obliged.length, ...(sum === null ? {} : { other: yuan(sum) }) }
  if (fen % obliged.length !== 0) {
    row.find(field, 'dues_range_uneven', 'refuse', { text: yuan(fen), ...said })
    return []
  }
  const each = fen / obliged.length
  row.find(field, 'dues_range_split', 'warn', { text: yuan(each), ...said })
  return obliged.map((month) => ({ field, month, fen: each }))
}

/**
 * 逐行下结论。人按证号认,没有证号按支部里的姓名;登记过同样金额的不动,金额不同的改;
 * 每个月记到那个月该交的支部;不是本单位该交的月份拒收。
 */
export const createDuesJudge = (world: DuesWorld): ((reading: DuesReading) => JudgedDues) => {
  const { rules, limits, thisMonth } = world
  const seen = new Map<string, { readonly sheet: string; readonly row: number }>()
  const byName = Map.groupBy(world.members, ({ name }) => name)
  /** 一人几行的流水,基数只写一次。 */
  const based = new Set<string>()

  const findMember = ({ row, person }: DuesReading): DuesMember | null => {
    const { name, idNumber, branchText } = person
    const branch = branchText === undefined ? world.defaultBranch(row.sheet) : world.findBranch(branchText)
    if (branchText !== undefined && branch === null) {
      row.find('branch', 'branch_unknown', 'refuse', { text: branchText })
      return null
    }
    if (row.findings.some(({ field, severity }) => (field === 'name' || field === 'idNumber') && severity === 'refuse')) return null
    const byNumber = matchOne({ row, name, idNumber, birthDate: undefined, isElsewhere: world.elsewhere }, idNumber === undefined ? [] : world.members, () => true)
    if (byNumber !== null || row.findings.some(({ severity }) => severity === 'refuse')) return byNumber
    const namesakes = (byName.get(name ?? '') ?? []).filter((member) => idNumber === undefined || member.idNumber === '')
    const own = branch === null ? namesakes : namesakes.filter(({ branchId }) => branchId === branch.id)
    const [only, second] = own
    if (only === undefined) row.find('name', 'dues_member_unknown', 'refuse', { text: name ?? '', ...(branch === null ? {} : { other: branch.name }) })
    else if (second !== undefined) row.find('name', 'dues_member_several', 'refuse', { text: name ?? '', limit: own.length })
    else return only
    return null
  }

  return (reading) => {
    const { row, ranges, year, baseFen, category, dueFen, totalFen } = reading
    let { paid } = reading
    const member = findMember(reading)
    const cells: DuesCell[] = []
    const changes: { field: DuesField; before: number | null; after: number }[] = []
    let paidFen = 0
    let assessment: DuesPlan['assessment'] = null
    let isNew = false
    if (member !== null) {
      const home = world.payer(member.id, member.branchId, year)
      const assessed = home?.assessed ?? []
      const changedFrom = [...paid.map(({ month }) => month), ...ranges.flatMap(({ months }) => months)].toSorted()[0] ?? `${year}-01`
      const inForce = assessed.findLast((each) => each.changedFrom <= changedFrom) ?? assessed[0]
      const wanted = category ?? inForce?.category ?? (member.isRetired ? 'retired' : 'employed')
      if (baseFen !== null && !based.has(member.id) && (inForce === undefined || inForce.baseFen !== baseFen || inForce.category !== wanted)) {
        assessment = { category: wanted, changedFrom, baseFen }
        based.add(member.id)
        changes.push({ field: 'base', before: inForce?.baseFen ?? null, after: baseFen })
        isNew ||= inForce === undefined
      }
      const withBase = assessment === null ? assessed : [...assessed.filter((each) => each.changedFrom !== changedFrom), { ...assessment, fixedFen: null }].toSorted((one, other) => one.changedFrom.localeCompare(other.changedFrom))
      const dueAt = (payer: PayerFacts, month: string): number | null => dueOf({ assessed: withBase, exemptions: payer.exemptions }, month, rules).dueFen
      if (dueFen !== null && home !== undefined) {
        const due = dueAt(home, changedFrom)
        if (due !== null && due !== dueFen && dueFen % Math.max(due, 1) !== 0) row.find('due', 'dues_due_differs', 'warn', { text: (dueFen / 100).toFixed(2), other: (due / 100).toFixed(2) })
      }
      const payerAt = (month: string): PayerFacts | undefined => {
        const branchId = home === undefined ? null : payingBranch(home.life, month)
        return branchId === null ? undefined : world.payer(member.id, branchId, Number(month.slice(0, 4)))
      }
      const dueIn = (month: string): number | null => {
        const payer = payerAt(month)
        return payer === undefined ? null : dueAt(payer, month)
      }
      paid = [...paid, ...ranges.flatMap((range) => spread(row, range, range.months.filter((month) => payerAt(month) !== undefined), dueIn))]
      for (const { field, month, fen } of paid) {
        const key = `${member.id} ${month}`
        const earlier = seen.get(key)
        if (earlier !== undefined) {
          row.find(field, 'dues_twice', 'refuse', { text: month, row: earlier.row, ...(earlier.sheet === row.sheet ? {} : { sheet: earlier.sheet }) })
          continue
        }
        seen.set(key, { sheet: row.sheet, row: row.row })
        const branchId = home === undefined ? null : payingBranch(home.life, month)
        const payer = payerAt(month)
        if (branchId === null || payer === undefined || !world.isReachable(branchId)) {
          row.find(field, 'dues_not_obliged', 'refuse', { text: month })
          continue
        }
        if (world.isForbidden(branchId)) row.find(field, 'dues_not_allowed', 'refuse')
        if (month > addMonths(thisMonth, limits.earlyMonths)) row.find(field, 'dues_too_early', 'warn', { text: month, limit: limits.earlyMonths })
        const due = dueAt(payer, month)
        if (fen === 'tick') {
          if (due === null) row.find(field, 'dues_tick_unknown', 'refuse', { text: month })
          else row.find(field, 'dues_tick_assumed', 'warn', { text: (due / 100).toFixed(2) })
        }
        const amount = fen === 'tick' ? (due ?? 0) : fen
        paidFen += amount
        if (due !== null && amount - due >= limits.largeFen) row.find(field, 'dues_large', 'warn', { limit: limits.largeFen / 100 })
        const entry = payer.entries.find((each) => each.month === month)
        const before = entry?.fields.paidFen ?? null
        if (before === amount) continue
        isNew ||= before === null
        cells.push({ branchId, month, rev: entry?.rev ?? null, dueFen: due, paidFen: amount })
        if (before !== null) changes.push({ field, before, after: amount })
      }
      if (totalFen !== null && paid.length > 0 && totalFen !== paidFen && !row.findings.some(({ severity }) => severity === 'refuse')) row.find('total', 'dues_total_differs', 'warn', { text: (totalFen / 100).toFixed(2), other: (paidFen / 100).toFixed(2) })
    }
    const refused = row.findings.some(({ severity }) => severity === 'refuse')
    const isSame = cells.length === 0 && assessment === null
    const warned = row.findings.some(({ severity }) => severity === 'warn')
    const status: ImportStatus = refused ? 'refused' : isSame ? 'same' : warned ? 'warned' : changes.some(({ before }) => before !== null) || !isNew ? 'changed' : 'new'
    const plan: DuesPlan | null = refused || isSame || member === null ? null : { memberId: member.id, branchId: member.branchId, cells, assessment, paidOn: reading.paidOn, receiptNumber: reading.receiptNumber, note: reading.note }
    return { reading, status, member, months: paid.length, paidFen, changes: refused ? [] : changes.filter(({ before }) => before !== null), plan }
  }
}
