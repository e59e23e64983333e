import { handbookPrintText as text } from '../../../shared/i18n/zh-CN/handbook-print.ts'
import type { VolumePrintModel } from '../../../shared/model/volume.ts'

/** 封面:不印党徽党旗,需要时由单位自行加印。 */
export const Cover = ({ id, model }: { readonly id: string; readonly model: VolumePrintModel }) => (
  <section className="cover" id={id}>
    <div className="unit">{model.unitName}</div>
    <h1>{text.bookTitle}</h1>
    <div className="year">{text.year(model.year)}</div>
    <div className="lines">
      {[
        [text.coverBranch, model.branchName],
        [text.coverSecretary, model.secretaryName],
        [text.coverRecorder, ''],
        [text.coverPeriod, text.coverPeriodValue(model.year)],
      ].map(([label, value]) => (
        <div key={label}>
          <span className="label">{label}</span>
          <span className="value">{value}</span>
        </div>
      ))}
    </div>
    <div className="notice">{text.coverNotice}</div>
  </section>
)

export const Instructions = () => (
  <section className="front instructions">
    <h2>{text.instructionsTitle}</h2>
    {text.instructions.map((line) => (
      <p key={line}>{line}</p>
    ))}
  </section>
)
