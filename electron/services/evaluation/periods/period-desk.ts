import type { EvaluationPeriod, PeriodState } from '../../../../shared/model/evaluation-period.ts'
import { isBasePeriod, isLong, isQuarter, monthsBetween, monthsOfQuarter, quartersIn } from '../../../domain/evaluation/base-period.ts'
import { addWorkingDays } from '../../../domain/calendar/working-days.ts'
import { DeclaredFailure, failWith } from '../../../rpc/handlers.ts'
import { createAppealRepo } from '../../../store/repos/appeal-repo.ts'
import { createEvaluationPeriodRepo, type PeriodFields, type PeriodRecord } from '../../../store/repos/evaluation-period-repo.ts'
import { createStandingRepo } from '../../../store/repos/standing-repo.ts'
import { prepareRootUnit } from '../../../store/root-unit.ts'
import type { Transaction } from '../../../store/unit-of-work.ts'
import { createWorkingCalendar } from '../../calendar/working-calendar.ts'
import type { WorkspaceScope } from '../../workspace-scope.ts'
import { createEvaluationParts } from '../evaluation-parts.ts'
import { packInput } from './frozen-input.ts'
import { createStandingDesk } from './standing-desk.ts'

const ORDER: readonly PeriodState[] = ['open', 'self_assessed', 'reviewed', 'publicity', 'closed']

const NOTHING: Omit<PeriodRecord, 'id' | 'rev' | 'period'> = { state: 'open', publicityFrom: null, publicityTo: null, publicityDays: null, approvedBy: '', document: '', closedOn: null, note: '' }

export interface Advance {
  readonly period: string
  readonly rev: number
  readonly to: PeriodState
  readonly publicityDays: number
  readonly approvedBy: string
  readonly document: string
  readonly note: string
}

/** 还没有方案、不是评价期的月份照 otherwise 算;别的毛病照样报出来。 */
const unlessWithoutScheme = <T>(read: () => T, otherwise: T): T => {
  try {
    return read()
  } catch (error) {
    if (error instanceof DeclaredFailure && (error.code === 'NO_SCHEME' || error.code === 'PERIOD_UNSUITABLE')) return otherwise
    throw error
  }
}
const NOBODY = { branches: 0, computed: 0, stale: 0 }

/** 评价期的零件:读各期到了哪一步,往前走,冻结。 */
export const createPeriodDesk = (scope: WorkspaceScope) => {
  const { db } = scope.store
  const nextId = (): string => scope.ports.ids.next()
  const periods = createEvaluationPeriodRepo(db, nextId)
  const standings = createStandingRepo(db, nextId)
  const appeals = createAppealRepo(db, nextId)
  const parts = createEvaluationParts(scope)
  const desk = createStandingDesk({ ...parts, standings })
  const calendar = createWorkingCalendar(scope)
  const rootUnit = prepareRootUnit(db)
  const today = (): string => scope.ports.clock.today()

  /** 一个月:应评几个、算好几个、算好以后又变了几个。 */
  const monthCounts = (month: string): typeof NOBODY =>
    unlessWithoutScheme(() => {
      const version = parts.schemes.inForce(month)
      const listed = parts.branches.all(version.periodOf(month))
      const heads = new Map(parts.scores.latestHeads(month).map((head) => [head.branchId, head]))
      const dirty = parts.scores.dirtyBranches(month)
      const computed = listed.filter(({ id }) => heads.has(id))
      return { branches: listed.length, computed: computed.length, stale: computed.filter(({ id, category }) => dirty.has(id) || heads.get(id)?.category !== category || heads.get(id)?.versionId !== version.id).length }
    }, NOBODY)
  const longCounts = (period: string): typeof NOBODY =>
    unlessWithoutScheme(() => {
      const { rows } = desk.rows(period)
      return { branches: rows.length, computed: rows.filter(({ status }) => status !== null).length, stale: rows.filter(({ stale }) => stale).length }
    }, NOBODY)
  const view = (period: string): EvaluationPeriod => {
    const { id: _id, ...record } = periods.read(period) ?? { id: '', rev: 0, period, ...NOTHING }
    const counts = isLong(period) ? longCounts(period) : monthCounts(period)
    const frozen = record.state === 'publicity' || record.state === 'closed'
    return { ...record, ...counts, stale: frozen ? 0 : counts.stale, objections: appeals.openObjections(period) }
  }
  /** 一年里有哪些期:按季评的年份只列季末的月份。 */
  const listed = (year: number): readonly string[] => {
    const months = monthsBetween(`${year}-01`, `${year}-12`).filter((month) => unlessWithoutScheme(() => isBasePeriod(parts.schemes.lastInForce(month).body.scheme, month), true))
    return [...months, ...quartersIn(String(year)), String(year)]
  }

  /** 季、年要等它的各月、各季都公示了;一份成绩也没有的不等。 */
  const unfrozenParts = (period: string): number => {
    if (!isLong(period)) return 0
    const inner = isQuarter(period) ? monthsOfQuarter(period) : quartersIn(period)
    return inner.filter((part) => !periods.isFrozen(part) && (isLong(part) ? standings.latestOf(part).size : parts.scores.latestHeads(part).length) > 0).length
  }
  const requireReady = ({ period, to }: Advance, record: PeriodRecord | null): void => {
    if (to === 'self_assessed' || to === 'reviewed') return
    const counts = view(period)
    const unready = { unscored: counts.branches - counts.computed, stale: counts.stale, objections: counts.objections, months: unfrozenParts(period), days: 0 }
    const waiting = to === 'closed' && (record?.publicityTo ?? '') >= today() ? 1 : 0
    const blocked = to === 'publicity' ? unready.unscored + unready.stale + unready.months > 0 : unready.objections + waiting > 0
    if (blocked || counts.branches === 0) failWith('PERIOD_NOT_READY', { ...unready, days: waiting })
  }

  /** 冻结一个月:每份现行成绩附上算出它的输入。一份一份来,段间照常应答。 */
  function* freezeMonth(within: WorkspaceScope, transaction: Transaction, month: string): Generator<void, void, undefined> {
    const own = createEvaluationParts(within)
    const version = own.schemes.inForce(month)
    for (const branch of own.branches.all(version.periodOf(month))) {
      const computation = own.scorer.compute(branch, month)
      const head = own.scores.head(branch.id, month)
      // 刚才还齐、这会儿又变了:整个不做,再算一遍再来。
      if (head === null || head.inputHash !== computation.inputHash) failWith('PERIOD_NOT_READY', { unscored: 0, stale: 1, objections: 0, months: 0, days: 0 })
      own.scores.freeze(transaction, head?.id ?? '', branch.id, packInput(computation.inputText))
      yield
    }
  }
  const freezeLong = (within: WorkspaceScope, transaction: Transaction, period: string): void => {
    const own = createStandingRepo(within.store.db, nextId)
    const ownDesk = createStandingDesk({ ...createEvaluationParts(within), standings: own })
    const run = ownDesk.run(period)
    ownDesk.store(transaction, period, run, true)
    own.keepInput(transaction, period, rootUnit() ?? '', run.inputHash, packInput(run.inputText))
  }

  const advance = async (given: Advance, signal: AbortSignal): Promise<EvaluationPeriod> => {
    const record = periods.read(given.period)
    const state = record?.state ?? 'open'
    const step = ORDER.indexOf(given.to) - ORDER.indexOf(state)
    // 自评、考评两步可以跳过,公示、关账不可以。
    const allowed = given.to === 'closed' ? state === 'publicity' : step > 0
    if (!allowed || (isLong(given.period) && given.to !== 'publicity' && given.to !== 'closed')) failWith('PERIOD_STATE_UNSUITABLE', { state })
    requireReady(given, record)
    const reach = given.to === 'publicity' ? addWorkingDays(calendar.around(today()), today(), given.publicityDays) : null
    const fields: PeriodFields = {
      ...(record ?? NOTHING),
      state: given.to,
      ...(reach === null ? {} : { publicityFrom: today(), publicityTo: reach.day, publicityDays: given.publicityDays }),
      approvedBy: given.approvedBy,
      document: given.document,
      note: given.note,
      closedOn: given.to === 'closed' ? today() : null,
    }
    await scope.writeInSlices(
      'evaluation',
      'periods.advance',
      function* (transaction, within) {
        if (given.to === 'publicity') {
          if (isLong(given.period)) freezeLong(within, transaction, given.period)
          else yield* freezeMonth(within, transaction, given.period)
        }
        createEvaluationPeriodRepo(within.store.db, nextId).save(transaction, given.period, rootUnit() ?? '', given.rev, fields, given.to)
        transaction.emit('evaluation.changed', { branchIds: [], periods: [given.period] })
      },
      signal,
    )
    return view(given.period)
  }
  const goBack = (period: string, rev: number): EvaluationPeriod => {
    const record = periods.read(period) ?? failWith('NOT_FOUND')
    const to = ORDER[ORDER.indexOf(record.state) - 1]
    if (to === undefined || record.state === 'publicity' || record.state === 'closed') failWith('PERIOD_STATE_UNSUITABLE', { state: record.state })
    scope.write('evaluation', 'periods.goBack', (transaction) => {
      const { id: _id, rev: _rev, period: _period, ...fields } = record
      periods.save(transaction, period, rootUnit() ?? '', rev, { ...fields, state: to ?? 'open' }, 'reopen')
      transaction.emit('evaluation.changed', { branchIds: [], periods: [period] })
    })
    return view(period)
  }
  return { periods, standings, appeals, parts, desk, view, listed, advance, goBack, today, nextId }
}
