import { evaluationText } from '../../../shared/i18n/zh-CN/evaluation.ts'
import { ExplainedParts } from '../../components/explained-parts.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { api } from '../../platform/api.ts'
import { useQuery } from '../../platform/use-query.ts'

const text = evaluationText.sheet
const EVENTS = ['evaluation.changed', 'meetings.changed', 'members.changed', 'organisations.changed'] as const

/** 自动得分的依据:计入哪些记录,哪些没有计入、为什么;missing 为缺项(要用的数据没有填)。 */
export const Explanation = ({ branchId, period, indicatorId, missing }: { readonly branchId: string; readonly period: string; readonly indicatorId: string; readonly missing: boolean }) => {
  const query = useQuery(api.evaluation.explainIndicator, { branchId, period, indicatorId }, EVENTS)
  return (
    <QueryView query={query}>
      {(data) =>
        data.parts.length === 0 ? (
          <p>{text.noParts}</p>
        ) : (
          <div>
            {missing && <p>{text.dataMissing}</p>}
            <ExplainedParts parts={data.parts} />
          </div>
        )
      }
    </QueryView>
  )
}
