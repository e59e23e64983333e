import { printedDay } from '../../../shared/i18n/zh-CN/handbook-print.ts'
import { volumeText } from '../../../shared/i18n/zh-CN/volume.ts'
import type { ChangeLine, VolumePrintModel } from '../../../shared/model/volume.ts'

/** 换页说明:哪些旧页抽掉、新页插在哪里。自己不装订。 */
export const ChangeNotice = ({ id, model, lines }: { readonly id: string; readonly model: VolumePrintModel; readonly lines: readonly ChangeLine[] }) => {
  const t = volumeText.changes
  return (
    <section className="front" id={id}>
      <h2>{t.title}</h2>
      <p className="notice-intro">{t.intro(model.branchName, model.year, printedDay(model.changesSince ?? ''))}</p>
      <table className="listing">
        <colgroup>
          <col style={{ width: '54mm' }} />
          <col style={{ width: '38mm' }} />
          <col />
        </colgroup>
        <thead>
          <tr>
            {[t.record, t.printed, t.action].map((head) => (
              <th key={head}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <tr key={index}>
              <td className="text">{line.title}</td>
              <td>{line.printed}</td>
              <td className="text">{line.action}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="notice-signed">{t.signed}</p>
    </section>
  )
}
