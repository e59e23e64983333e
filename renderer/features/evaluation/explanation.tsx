import { evaluationText } from '../../../shared/i18n/zh-CN/evaluation.ts'
import { shortExact } from '../../../shared/util/exact-text.ts'
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
          <div className="explanation">
            {missing && <p>{text.dataMissing}</p>}
            {data.parts.map((part, index) => (
              // 同一张表可以有几部分,次序即身份。
              // oxlint-disable-next-line react/no-array-index-key
              <section key={index}>
                <h3>
                  {text.tables[part.table] ?? part.table}
                  <span className="meta">
                    {part.required === null ? '' : ` ${text.required(shortExact(part.required))}`} {text.counted(part.counted.length)}
                  </span>
                </h3>
                {part.counted.length === 0 && part.rejected.length === 0 && <p className="meta">{text.noRecords}</p>}
                <ul>
                  {part.counted.map((record) => (
                    <li key={record.id}>
                      {record.date} {record.label}
                    </li>
                  ))}
                </ul>
                {part.rejected.length > 0 && (
                  <>
                    <h4>{text.rejected(part.rejected.length)}</h4>
                    <ul>
                      {part.rejected.map((record) => (
                        <li key={record.id}>
                          {record.date} {record.label} <em className="explanation-reason">{text.rejectReasons[record.reason]}</em>
                        </li>
                      ))}
                    </ul>
                  </>
                )}
              </section>
            ))}
          </div>
        )
      }
    </QueryView>
  )
}
