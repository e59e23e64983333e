import { Button } from 'antd'
import { homeText } from '../../../shared/i18n/zh-CN/home.ts'
import { Card } from '../../components/card.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { api } from '../../platform/api.ts'
import { useNavigation } from '../../platform/navigation.ts'
import { useQuery } from '../../platform/use-query.ts'
import { previousMonth } from './due-items.ts'

/** 上个月的评价:本支部的结果,与全单位计分的进度。 */
export const EvaluationCard = ({ branchId, today }: { readonly branchId: string | null; readonly today: string }) => {
  const go = useNavigation((navigation) => navigation.go)
  const period = previousMonth(today)
  const overview = useQuery(api.evaluation.periodOverview, { period }, ['evaluation.changed', 'organisations.changed', 'meetings.changed'])
  return (
    <Card title={homeText.evaluation(period)}>
      <QueryView query={overview}>
        {({ results }) => {
          const own = results.find((result) => result.branchId === branchId)
          const scored = results.filter((result) => result.status !== null).length
          const stale = results.filter((result) => result.stale).length
          const missing = results.filter((result) => result.missingCount > 0).length
          return (
            <>
              {own === undefined || own.total === null ? (
                <p className="meta">{homeText.notScored}</p>
              ) : (
                <div className="home-score">
                  <span>
                    {homeText.total} <strong>{own.total}</strong>
                  </span>
                  {own.star !== null && <span className="home-star">{homeText.star(own.star)}</span>}
                  {own.rank !== null && <span>{homeText.rank(own.rank.rank, own.rank.of, own.rank.tied)}</span>}
                  <Button onClick={() => go({ screen: 'portrait', branchId: own.branchId, period })}>{homeText.portrait}</Button>
                </div>
              )}
              <h3 className="home-sub">{homeText.committeeProgress}</h3>
              <p>{homeText.scored(scored, results.length)}</p>
              {stale > 0 && (
                <p>
                  <StateTag tone="warning" word={homeText.toRecount(stale)} />
                </p>
              )}
              {missing > 0 && (
                <p>
                  <StateTag tone="warning" word={homeText.missing(missing)} />
                </p>
              )}
              <Button onClick={() => go({ screen: 'evaluation', period })}>{homeText.openEvaluation}</Button>
            </>
          )
        }}
      </QueryView>
    </Card>
  )
}
