import { handbookPrintText as text, printedDay } from '../../../shared/i18n/zh-CN/handbook-print.ts'
import type { HandbookPrintModel } from '../../../shared/model/handbook-print.ts'

const BLANK_ROWS = 5

/** 支部基本情况表;人数由名册汇总。下附换届与届中调整登记栏,供手写。 */
export const BasicsPage = ({ model }: { readonly model: HandbookPrintModel }) => {
  const { branch } = model
  const t = text.basics
  const term = branch.termFrom === null ? text.meeting.empty : t.termValue(printedDay(branch.termFrom), printedDay(branch.termDue))
  const rows: readonly (readonly [string, string, string, string])[] = [
    [t.code, branch.code || text.meeting.empty, t.foundedOn, printedDay(branch.foundedOn)],
    [t.parent, branch.parentName, t.category, branch.categoryName || text.meeting.empty],
    [t.secretary, branch.secretaryName || text.meeting.empty, t.groups, t.units(model.groups.length)],
    [t.members, t.people(branch.fullMembers + branch.probationaryMembers), t.full, t.people(branch.fullMembers)],
    [t.probationary, t.people(branch.probationaryMembers), t.women, t.people(branch.women)],
    [t.minorities, t.people(branch.minorities), t.young, t.people(branch.age35AndUnder)],
    [t.educated, t.people(branch.juniorCollegeAndAbove), t.themeDay, branch.themeDay || text.meeting.empty],
  ]
  return (
    <>
      <table className="tall">
        <colgroup>
          <col style={{ width: '28mm' }} />
          <col style={{ width: '53mm' }} />
          <col style={{ width: '28mm' }} />
          <col style={{ width: '53mm' }} />
        </colgroup>
        <tbody>
          <tr>
            <th>{t.name}</th>
            <td colSpan={3}>{branch.name}</td>
          </tr>
          {rows.map(([label, value, label2, value2]) => (
            <tr key={label}>
              <th>{label}</th>
              <td>{value}</td>
              <th>{label2}</th>
              <td>{value2}</td>
            </tr>
          ))}
          <tr>
            <th>{t.term}</th>
            <td colSpan={3}>{term}</td>
          </tr>
          <tr>
            <th>{t.place}</th>
            <td colSpan={3}>{branch.meetingPlace || text.meeting.empty}</td>
          </tr>
        </tbody>
      </table>
      <h3 className="subtitle">{t.changesTitle}</h3>
      <table className="tall">
        <colgroup>
          <col style={{ width: '24mm' }} />
          <col style={{ width: '90mm' }} />
          <col style={{ width: '48mm' }} />
        </colgroup>
        <thead>
          <tr>
            <th>{t.changeDate}</th>
            <th>{t.changeMatter}</th>
            <th>{t.changeApproval}</th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: BLANK_ROWS }, (_, index) => (
            <tr key={index}>
              <td />
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
