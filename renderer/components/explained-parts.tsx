import { evaluationText } from '../../shared/i18n/zh-CN/evaluation.ts'
import type { ExplainedPart } from '../../shared/model/evaluation.ts'
import { shortExact } from '../../shared/util/exact-text.ts'
import './explained-parts.css'

const text = evaluationText.sheet

/** 一条规则数到了什么:计入哪些记录,哪些没有计入、为什么。 */
export const ExplainedParts = ({ parts }: { readonly parts: readonly ExplainedPart[] }) => (
  <div className="explanation">
    {parts.map((part, index) => (
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
