import { handbookPrintText as text, printedMonth } from '../../../../shared/i18n/zh-CN/handbook-print.ts'
import { prepareChainHead } from '../../../store/audit-chain.ts'
import { createPortraits } from '../../evaluation/branch-portrait.ts'
import { createEvaluationParts } from '../../evaluation/evaluation-parts.ts'
import { leafOf, type SectionFactory, type VolumeYear } from './section.ts'

const SHORT_HEAD = 8
const MONTHS = 12

/** 各月评价:总分、参考星、雷达图与并列的数表、失分。 */
export const evaluationSection: SectionFactory = (scope) => {
  const evaluation = createEvaluationParts(scope)
  const portraitOf = createPortraits(evaluation)
  const chainHead = prepareChainHead(scope.store.db)
  const portraits = ({ branchId, year }: VolumeYear) =>
    Array.from({ length: MONTHS }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`)
      .filter((period) => evaluation.scores.head(branchId, period) !== null && evaluation.branches.all(period).some(({ id }) => id === branchId))
      .map((period) => portraitOf(evaluation.views.view(period), evaluation.branches.find(branchId, period)))
  return {
    key: 'evaluation',
    whenEmpty: 'none',
    collect: (year) => {
      const head = chainHead().head.slice(0, SHORT_HEAD)
      return portraits(year).map((portrait) => {
        const title = text.evaluation.pageTitle(printedMonth(portrait.summary.period))
        return leafOf({ key: `evaluation/${portrait.summary.period}`, title, contentsTitle: title, blocks: [{ kind: 'portrait', portrait, chainHead: head }, { kind: 'signatures', places: [text.evaluation.signSecretary, text.evaluation.signGroup] }] })
      })
    },
    sheets: (year) => {
      const all = portraits(year)
      const t = text.evaluation
      if (all.length === 0) return []
      return [
        {
          name: text.evaluation.sheet,
          columns: [{ heading: t.month, kind: 'text' }, { heading: t.dimension, kind: 'text', width: 20 }, { heading: t.full, kind: 'number' }, { heading: t.score, kind: 'number' }, { heading: t.ratio, kind: 'number' }, { heading: t.total, kind: 'number' }, { heading: t.star, kind: 'text' }],
          rows: all.flatMap(({ summary, axes }) => axes.map((axis) => [summary.period, axis.name, axis.full, axis.score, axis.value, summary.total, t.starWord(summary.star)])),
        },
      ]
    },
  }
}
