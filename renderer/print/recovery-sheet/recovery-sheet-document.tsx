import { recoverySheetText as text } from '../../../shared/i18n/zh-CN/recovery-sheet.ts'
import type { RecoverySheetPrintModel } from '../../../shared/model/recovery-sheet-print.ts'
import { QrCode } from './qr-code.tsx'

const Part = ({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) => (
  <section>
    <h2>{title}</h2>
    {lines.map((line) => (
      <p key={line}>{line}</p>
    ))}
  </section>
)

const Sheet = ({ model, sheet }: { readonly model: RecoverySheetPrintModel; readonly sheet: RecoverySheetPrintModel['sheets'][number] }) => (
  <article className="recovery-sheet">
    <header>
      <h1>{text.title}</h1>
      <div className="label">{text.number(sheet.number, sheet.of)}</div>
    </header>
    <dl>
      <dt>{text.unit}</dt>
      <dd>{model.unitName}</dd>
      <dt>{text.printedOn}</dt>
      <dd>{text.printedOnValue(model.printedOn)}</dd>
    </dl>
    <section className="code">
      <h2>{text.codeTitle}</h2>
      <div className="code-body">
        <ol>
          {sheet.groups.map((group, index) => (
            <li key={index}>
              <small>{index + 1}</small>
              <b>{group}</b>
            </li>
          ))}
        </ol>
        <figure>
          <QrCode text={sheet.code} label={text.qrNote} />
          <figcaption>{text.qrNote}</figcaption>
        </figure>
      </div>
      <p className="note">{text.codeNote}</p>
    </section>
    <Part title={text.purposeTitle} lines={text.purpose} />
    <Part title={text.stepsTitle} lines={text.steps} />
    <Part title={text.keepTitle} lines={text.keep} />
    <footer>
      {text.sign.map((label) => (
        <div key={label}>
          <span className="label">{label}</span>
          <span className="line" />
        </div>
      ))}
    </footer>
  </article>
)

/** 恢复单:一个恢复码一张 A4,单面。 */
export const RecoverySheetDocument = ({ model }: { readonly model: RecoverySheetPrintModel }) => (
  <>
    {model.sheets.map((sheet) => (
      <Sheet key={sheet.number} model={model} sheet={sheet} />
    ))}
  </>
)
