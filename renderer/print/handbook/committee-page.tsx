import { birthMonth, handbookPrintText as text, printedDay } from '../../../shared/i18n/zh-CN/handbook-print.ts'
import type { HandbookPrintModel } from '../../../shared/model/handbook-print.ts'

const WIDTHS = [24, 20, 12, 22, 30, 26, 28] as const
const MINIMUM_ROWS = 7

/** 支委会成员及分工;不足七行补空行,供届中调整时手写。 */
export const CommitteePage = ({ model }: { readonly model: HandbookPrintModel }) => {
  const t = text.committee
  const blanks = Math.max(0, MINIMUM_ROWS - model.committee.length)
  return (
    <>
      {model.committee.length === 0 && <p className="empty">{t.none}</p>}
      <table className="tall">
        <colgroup>
          {WIDTHS.map((width, index) => (
            <col key={index} style={{ width: `${width}mm` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {[t.post, t.name, t.gender, t.birth, t.from, t.duty, t.mobile].map((head) => (
              <th key={head}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {model.committee.map((holder, index) => (
            <tr key={index}>
              <td>{holder.post}</td>
              <td>{holder.name}</td>
              <td>{holder.gender}</td>
              <td>{birthMonth(holder.birth)}</td>
              <td>{printedDay(holder.fromDay)}</td>
              <td>{holder.duty}</td>
              <td>{holder.mobile}</td>
            </tr>
          ))}
          {Array.from({ length: blanks }, (_, index) => (
            <tr key={`blank-${index}`}>
              {WIDTHS.map((_width, cell) => (
                <td key={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
