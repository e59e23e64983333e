import { handbookPrintText as text } from '../../../shared/i18n/zh-CN/handbook-print.ts'

const HANDOVER_ROWS = 4
const INSPECTION_ROWS = 4

/** 交接、上级检查意见与归档签字;按手册使用规则,年末交检查、换人办移交。 */
export const HandoverPage = ({ pages }: { readonly pages: number | null }) => {
  const t = text.handover
  return (
    <>
      <table className="tall">
        <thead>
          <tr>
            {[t.from, t.to, t.witness, t.copies, t.date].map((head) => (
              <th key={head}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: HANDOVER_ROWS }, (_, row) => (
            <tr key={row}>
              {Array.from({ length: 5 }, (_unused, cell) => (
                <td key={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <h3 className="subtitle">{t.inspectionTitle}</h3>
      <table className="tall">
        <colgroup>
          <col style={{ width: '28mm' }} />
          <col style={{ width: '28mm' }} />
          <col />
        </colgroup>
        <thead>
          <tr>
            {[t.inspectionDate, t.inspector, t.opinion].map((head) => (
              <th key={head}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: INSPECTION_ROWS }, (_, row) => (
            <tr key={row} style={{ height: '14mm' }}>
              <td />
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      <div className="signatures">
        <span>
          {t.secretarySign}
          <span className="line" />
        </span>
        <span>{text.meeting.signDate}</span>
      </div>
      <div className="seal-area" />
      <div className="foot-note">
        <span>{t.sealNote}</span>
        {pages !== null && <span>{t.total(pages)}</span>}
      </div>
    </>
  )
}
