import { birthMonth, handbookPrintText as text } from '../../../shared/i18n/zh-CN/handbook-print.ts'
import type { HandbookPrintModel } from '../../../shared/model/handbook-print.ts'
import { handbookSections } from './sections.ts'

const ROWS_PER_PAGE = 15
/** 各列毫米宽,合计 238(版心转过来的长边)。证号从不印在这里。 */
const WIDTHS = [10, 22, 10, 16, 20, 24, 23, 23, 30, 24, 24, 12] as const
/** 一行两排小字能放下的字数;更长的用小号字。 */
const LONG_TEXT = 9

const cell = (value: string) => <td className={value.length > LONG_TEXT ? 'small' : ''}>{value}</td>

/** 党员花名册:横表,每张 15 人,张张有表头。 */
export const RosterPages = ({ model }: { readonly model: HandbookPrintModel }) => {
  const t = text.roster
  const heading = handbookSections(model).find(({ id }) => id === 'sec-roster')?.heading ?? text.sections.roster
  const parts = Math.max(1, Math.ceil(model.roster.length / ROWS_PER_PAGE))
  const heads = [t.no, t.name, t.gender, t.ethnicity, t.birth, t.education, t.joinedOn, t.regularOn, t.post, t.partyPost, t.mobile, t.note]
  return (
    <>
      {Array.from({ length: parts }, (_, part) => (
        <div className={part === 0 ? 'rotated first' : 'rotated'} key={part}>
          <div>
            <h2>{heading}</h2>
            {model.roster.length === 0 && <p className="empty">{t.none}</p>}
            <table>
              <colgroup>
                {WIDTHS.map((width, index) => (
                  <col key={index} style={{ width: `${width}mm` }} />
                ))}
              </colgroup>
              <thead>
                <tr>
                  {heads.map((head) => (
                    <th key={head}>{head}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {model.roster.slice(part * ROWS_PER_PAGE, (part + 1) * ROWS_PER_PAGE).map((member, index) => (
                  <tr key={index}>
                    <td>{part * ROWS_PER_PAGE + index + 1}</td>
                    {cell(member.name)}
                    <td>{member.gender}</td>
                    <td>{member.ethnicity}</td>
                    <td>{birthMonth(member.birth)}</td>
                    {cell(member.education)}
                    <td>{member.joinedOn}</td>
                    <td>{member.regularOn}</td>
                    {cell(member.post)}
                    {cell(member.partyPosts.join('、'))}
                    <td>{member.mobile}</td>
                    <td>{member.memberType === 'probationary' ? t.probationary : ''}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <div className="summary">
              <span>{t.summary(model.roster.length, model.branch.fullMembers, model.branch.probationaryMembers)}</span>
              <span>{t.part(part + 1, parts)}</span>
            </div>
          </div>
        </div>
      ))}
    </>
  )
}
