import { handbookPrintText as text } from '../../../shared/i18n/zh-CN/handbook-print.ts'
import type { HandbookPrintModel } from '../../../shared/model/handbook-print.ts'

/** 党小组:组长与组员。 */
export const GroupsPage = ({ model }: { readonly model: HandbookPrintModel }) => {
  const t = text.groups
  if (model.groups.length === 0) return <p className="empty">{t.none}</p>
  return (
    <table className="tall">
      <colgroup>
        <col style={{ width: '30mm' }} />
        <col style={{ width: '22mm' }} />
        <col style={{ width: '14mm' }} />
        <col style={{ width: '96mm' }} />
      </colgroup>
      <thead>
        <tr>
          {[t.name, t.leader, t.count, t.members].map((head) => (
            <th key={head}>{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {model.groups.map((group) => (
          <tr key={group.name}>
            <td>{group.name}</td>
            <td>{group.leader || text.meeting.empty}</td>
            <td>{group.members.length}</td>
            <td className="text">{group.members.join('、')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
