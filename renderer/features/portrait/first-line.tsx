import { nameOf, type CodeTable } from '../../../shared/data/code-tables/code-table.ts'
import { chartsText } from '../../../shared/i18n/zh-CN/charts.ts'
import { portraitText as text } from '../../../shared/i18n/zh-CN/portrait.ts'
import type { BranchPortrait } from '../../../shared/model/evaluation.ts'
import { shortExact } from '../../../shared/util/exact-text.ts'
import { StarMark } from '../../components/charts/star-mark.tsx'
import { StateTag } from '../../components/state-tag.tsx'

/** 第一行用话说清:总分、名次、参考星与距下一星、否决、缺项。 */
export const FirstLine = ({ portrait, categories }: { readonly portrait: BranchPortrait; readonly categories: CodeTable }) => {
  const { summary, nextStar, starCap } = portrait
  const status = summary.status === null ? text.notComputed : text.statuses[summary.status]
  return (
    <div className="portrait-first" role="status">
      {summary.total !== null && (
        <span>
          <strong className="portrait-total">{text.total(summary.total)}</strong> <span className="meta">{text.fullTotal(shortExact(portrait.fullTotal))}</span>
        </span>
      )}
      {status !== '' && <StateTag tone="warning" word={status} />}
      {summary.status !== null && (
        <>
          <span>{summary.rank === null ? text.noRank : text.rank(summary.category === null ? '' : nameOf(categories, summary.category), summary.rank.rank, summary.rank.of, summary.rank.tied)}</span>
          <span className="portrait-star">
            {text.starLabel} <StarMark star={summary.star} />
            {nextStar !== null ? <span>（{text.next(chartsText.stars(nextStar.star), nextStar.missing)}）</span> : summary.star !== null && starCap === null && summary.status === 'scored' && <span>（{text.topStar}）</span>}
          </span>
          {starCap !== null && <StateTag tone="overdue" word={text.capped(chartsText.stars(starCap))} />}
          <span>{summary.vetoCount === 0 ? text.veto(0) : <StateTag tone="overdue" word={text.veto(summary.vetoCount)} />}</span>
          <span>{summary.missingCount === 0 ? text.missing(0) : <StateTag tone="warning" word={text.missing(summary.missingCount)} />}</span>
        </>
      )}
      {summary.stale && <StateTag tone="doing" word={text.stale} />}
    </div>
  )
}
