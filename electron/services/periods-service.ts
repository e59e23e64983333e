import type { appealsContract, periodsContract, standingsContract } from '../../shared/contract/periods.contract.ts'
import type { CorrectionRow, Objection } from '../../shared/model/evaluation-period.ts'
import { isQuarter, lastMonthOf, quarterOf, quartersIn } from '../domain/evaluation/base-period.ts'
import { numberOr, toText, tryNumber, HUNDRED, compare, ZERO } from '../domain/scoring/rational.ts'
import { failWith, type GroupHandlers } from '../rpc/handlers.ts'
import type { StoredCorrection } from '../store/repos/appeal-repo.ts'
import type { Transaction } from '../store/unit-of-work.ts'
import { createCorrections } from './evaluation/periods/correct-score.ts'
import { packInput } from './evaluation/periods/frozen-input.ts'
import { createPeriodDesk } from './evaluation/periods/period-desk.ts'
import type { WorkspaceScope } from './workspace-scope.ts'

/** 评价期:看、往前走、退一步。 */
export const createPeriodHandlers = (scope: WorkspaceScope): GroupHandlers<typeof periodsContract> => {
  const desk = createPeriodDesk(scope)
  return {
    list: ({ year }) => ({ today: desk.today(), periods: desk.listed(year).map((period) => desk.view(period)) }),
    state: ({ period }) => ({ state: desk.periods.read(period)?.state ?? 'open' }),
    advance: (given, { signal }) => desk.advance(given, signal),
    goBack: ({ period, rev }) => desk.goBack(period, rev),
  }
}

/** 季度星级、年度等次。 */
export const createStandingHandlers = (scope: WorkspaceScope): GroupHandlers<typeof standingsContract> => {
  const { desk, standings, periods, parts, nextId } = createPeriodDesk(scope)
  const requireOpen = (period: string): void => {
    if (periods.isFrozen(period)) failWith('PERIOD_CLOSED')
  }
  return {
    overview: ({ period }, { access }) => {
      const { version, rows } = desk.rows(period)
      const { scheme, texts } = version.body
      const config = isQuarter(period) ? scheme.stars : scheme.annual
      const share = isQuarter(period) ? scheme.rollup?.quarter?.ownShare : scheme.annual?.rollup?.ownShare
      return {
        schemeName: version.body.name,
        schemeVersion: version.version,
        levels: (config?.levels ?? []).map(({ star, min }) => {
          const own = texts.levels?.find((level) => level.star === star)
          return { star, min: toText(numberOr(min, ZERO)), name: own?.name ?? '', authority: own?.authority ?? '', tier: own?.tier ?? '' }
        }),
        flags: Object.entries(texts.flags ?? {}).map(([code, name]) => ({ code, name })),
        ownShare: share === null || share === undefined ? null : toText(numberOr(share, ZERO)),
        rows: rows.filter(({ branchId }) => access.covers(branchId)),
      }
    },
    compute: async ({ period }, { signal, progress }) => {
      requireOpen(period)
      progress({ done: 0, total: 1, stage: 'score' })
      const run = desk.run(period)
      signal.throwIfAborted()
      const changed = scope.write('evaluation', 'standings.compute', (transaction) => {
        const appended = desk.store(transaction, period, run, false)
        transaction.emit('evaluation.changed', { branchIds: [], periods: [period] })
        return appended
      })
      return Promise.resolve({ changed })
    },
    decide: ({ branchId, period, kind, code, value, ...rest }) => {
      const version = parts.schemes.lastInForce(lastMonthOf(period))
      parts.branches.find(branchId, version.periodOf(lastMonthOf(period)))
      const { scheme, texts } = version.body
      const config = isQuarter(period) ? scheme.stars : scheme.annual
      const stars = new Set([0, ...(config?.levels ?? []).map(({ star }) => star)])
      const number = tryNumber(value)
      const suits =
        kind === 'flag' ? value === '' && texts.flags?.[code] !== undefined : code === '' && (kind === 'own_part' ? number !== null && compare(number, ZERO) >= 0 && compare(number, numberOr(scheme.fullTotal, HUNDRED)) <= 0 : /^\d$/.test(value) && stars.has(Number(value)))
      if (!suits) failWith('DECISION_UNSUITABLE')
      // 公示以后算出来的不再变,党委另作的决定照样可以记:两个并列。
      if (kind !== 'deviation') requireOpen(period)
      const id = nextId()
      scope.write('evaluation', 'standings.decide', (transaction) => {
        standings.insertEntry(transaction, { id, branchId, period, kind, code, value: kind === 'own_part' && number !== null ? toText(number) : value, ...rest })
        transaction.emit('evaluation.changed', { branchIds: [branchId], periods: [period] })
      })
      const { period: _period, updatedAt: _updatedAt, ...entry } = standings.entry(id) ?? failWith('NOT_FOUND')
      return entry
    },
    withdraw: ({ id, rev, reason }) => {
      const entry = standings.entry(id) ?? failWith('NOT_FOUND')
      if (entry.kind !== 'deviation') requireOpen(entry.period)
      scope.write('evaluation', 'standings.withdraw', (transaction) => {
        standings.withdrawEntry(transaction, id, rev, reason)
        transaction.emit('evaluation.changed', { branchIds: [entry.branchId], periods: [entry.period] })
      })
      return {}
    },
  }
}

const plain = ({ op: _op, path: _path, value: _value, ...row }: StoredCorrection): CorrectionRow => row

/** 申诉、更正、作证。 */
export const createAppealHandlers = (scope: WorkspaceScope): GroupHandlers<typeof appealsContract> => {
  const { appeals, periods, standings, parts, desk, nextId, today } = createPeriodDesk(scope)
  const corrections = createCorrections(parts)
  const objectionOr404 = (id: string): Objection => appeals.objection(id, today()) ?? failWith('NOT_FOUND')
  const correctionOr404 = (id: string): StoredCorrection => appeals.correction(id, today()) ?? failWith('NOT_FOUND')
  const findBranch = (branchId: string, period: string) => {
    const month = lastMonthOf(period)
    // 还没有方案的月份:按月份找支部就够了。
    return parts.branches.find(branchId, month)
  }
  const write = (procedure: string, branchId: string, period: string, change: (transaction: Transaction) => void): void =>
    scope.write('evaluation', procedure, (transaction) => {
      change(transaction)
      transaction.emit('evaluation.changed', { branchIds: [branchId], periods: [period] })
    })

  /**
   * 更正以后,已经公示的季度、年度跟着重算:本支部照新算出的;别的支部已经公布的星不往下拿(scoring 1.14),名次照新的。
   * 还没有公示的自会标为要重算。
   */
  const followLong = (transaction: Transaction, branchId: string, month: string): void => {
    const year = month.slice(0, 4)
    const later = quartersIn(year).filter((quarter) => quarter >= quarterOf(month))
    for (const period of [...later, year]) {
      if (!periods.isFrozen(period)) continue
      const before = standings.latestOf(period)
      const run = desk.run(period)
      const held = run.standings.map((found) => {
        const star = before.get(found.id)?.star ?? null
        const keeps = found.id !== branchId && star !== null && (found.level.star ?? -1) < star
        return keeps ? { ...found, level: { ...found.level, star, reasons: [...found.level.reasons, 'held'] } } : found
      })
      desk.store(transaction, period, { ...run, standings: held }, true)
      standings.keepInput(transaction, period, branchId, run.inputHash, packInput(run.inputText))
    }
  }

  return {
    objections: ({ year }, { access }) => ({ rows: appeals.objections(year, today()).filter(({ branchId }) => access.covers(branchId)) }),
    raise: ({ branchId, period, indicatorId, text, raisedBy }) => {
      findBranch(branchId, period)
      const state = periods.read(period)?.state ?? 'open'
      if (state !== 'publicity' && state !== 'closed') failWith('PERIOD_STATE_UNSUITABLE', { state })
      let id = ''
      write('appeals.raise', branchId, period, (transaction) => {
        id = appeals.raise(transaction, { branchId, period, indicatorId, text, raisedBy, raisedOn: today() })
      })
      return objectionOr404(id)
    },
    answer: ({ id, rev, upheld, reply, decidedBy }) => {
      const objection = objectionOr404(id)
      if (objection.state !== 'open') failWith('WITHDRAWN')
      write('appeals.answer', objection.branchId, objection.period, (transaction) => appeals.settle(transaction, id, rev, { state: upheld ? 'upheld' : 'rejected', reply, decidedBy, decidedOn: today() }))
      return objectionOr404(id)
    },
    withdraw: ({ id, rev }) => {
      const objection = objectionOr404(id)
      if (objection.state !== 'open') failWith('WITHDRAWN')
      write('appeals.withdraw', objection.branchId, objection.period, (transaction) => appeals.settle(transaction, id, rev, { state: 'withdrawn', reply: objection.reply, decidedBy: '', decidedOn: today() }))
      return objectionOr404(id)
    },
    corrections: ({ year }, { access }) => ({ rows: appeals.corrections(year, today()).filter(({ branchId }) => access.covers(branchId)).map(plain) }),
    frozen: ({ branchId, period }) => {
      findBranch(branchId, period)
      const { input } = corrections.frozen(branchId, period)
      return {
        events: (input.events ?? []).map((event, index) => ({ index, indicatorId: event.indicator, occurredOn: event.date ?? '', count: String(event.count ?? 1), level: event.level ?? null, matter: event.matter ?? '' })),
        vetoes: (input.vetoes ?? []).map(({ indicator }, index) => ({ index, indicatorId: indicator })),
        exemptions: Object.entries(input.exempt ?? {}).map(([indicatorId, reason]) => ({ indicatorId, reason: reason ?? '' })),
        manual: Object.entries(input.manual ?? {}).map(([indicatorId, entry]) => ({ indicatorId, points: String(entry?.points ?? '') })),
      }
    },
    propose: ({ branchId, period, objectionId, change, reason, evidence }) => {
      const branch = findBranch(branchId, period)
      if (objectionId !== null && objectionOr404(objectionId).branchId !== branchId) failWith('NOT_FOUND')
      const { op, path, value, indicatorId } = corrections.whereOf(change, branch, period)
      const stored = { op, path, value: JSON.stringify(value) }
      corrections.check(branchId, period, stored)
      let id = ''
      write('appeals.propose', branchId, period, (transaction) => {
        id = appeals.propose(transaction, { branchId, period, objectionId, kind: change.kind, indicatorId, ...stored, reason, evidence })
      })
      return plain(correctionOr404(id))
    },
    decide: ({ id, rev, approve, decidedBy, reopenedBy }) => {
      const correction = correctionOr404(id)
      if (correction.state !== 'pending') failWith('WITHDRAWN')
      // 关账以后还要改,要写明谁批准重开(scoring 1.14)。
      if (approve && periods.read(correction.period)?.state === 'closed' && reopenedBy.trim() === '') failWith('REOPENER_REQUIRED')
      write('appeals.decide', correction.branchId, correction.period, (transaction) => {
        const revision = approve ? corrections.apply(transaction, nextId, correction) : null
        appeals.decide(transaction, id, rev, { state: approve ? 'approved' : 'rejected', decidedBy, decidedOn: today(), reopenedBy, revision })
        if (approve) followLong(transaction, correction.branchId, correction.period)
      })
      return plain(correctionOr404(id))
    },
    prove: ({ branchId, period, revision }) => {
      findBranch(branchId, period)
      return corrections.prove(branchId, period, revision)
    },
  }
}
