import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { memberTypes } from '../../../shared/data/code-tables/member-types.ts'
import { transferLetterText as text } from '../../../shared/i18n/zh-CN/transfer-letter.ts'
import type { TransferLetterPrintModel } from '../../../shared/model/transfer.ts'

type Part = (props: { readonly model: TransferLetterPrintModel }) => React.JSX.Element

const Stub: Part = ({ model: { number, fields, unitName, validUntil } }) => (
  <section className="letter-part letter-stub">
    <h2>{text.stubTitle}</h2>
    <p className="letter-number">{text.number(number)}</p>
    <p>{text.stub(fields.name, nameOf(memberTypes, fields.memberType), fields.fromName === '' ? unitName : fields.fromName, fields.toName)}</p>
    <p>{text.dues(fields.duesPaidUntil)}</p>
    <p>{text.validity(fields.validDays, validUntil)}</p>
    <p className="letter-sign">{text.day(fields.issuedOn)}</p>
    <p>{text.handler(fields.handledBy)}</p>
  </section>
)
const Letter: Part = ({ model: { number, fields, genderName, age, ethnicityName, idNumber, mobile, unitName, validUntil } }) => (
  <section className="letter-part">
    <h2>{text.letterTitle}</h2>
    <p className="letter-number">{text.number(number)}</p>
    <p className="letter-to">{text.to(fields.toTitle)}</p>
    <p className="letter-body">{text.body(fields.name, genderName, age, ethnicityName, nameOf(memberTypes, fields.memberType), idNumber, fields.fromName === '' ? unitName : fields.fromName, fields.toName)}</p>
    <p className="letter-body">{text.dues(fields.duesPaidUntil)}</p>
    <p className="letter-body">{text.validity(fields.validDays, validUntil)}</p>
    <p className="letter-sign">{unitName}</p>
    <p className="letter-sign">{text.day(fields.issuedOn)}</p>
    <p className="letter-foot">{text.contact(mobile)}</p>
  </section>
)
const Receipt: Part = ({ model: { number, fields, unitName } }) => (
  <section className="letter-part">
    <h2>{text.receiptTitle}</h2>
    <p className="letter-number">{text.number(number)}</p>
    <p className="letter-to">{text.to(unitName)}</p>
    <p className="letter-body">{text.receipt(fields.name)}</p>
    <p className="letter-sign">{text.receiptSign}</p>
    <p className="letter-sign">{text.blankDay}</p>
    <p className="letter-foot">{text.receiptNote}</p>
  </section>
)

/** 组织关系介绍信三联:存根、介绍信、回执,一张 A4,虚线裁开,骑缝编号。 */
export const TransferLetter = ({ model }: { readonly model: TransferLetterPrintModel }) => (
  <article className="transfer-letter">
    <Stub model={model} />
    <p className="letter-cut">{text.cut(model.number)}</p>
    <Letter model={model} />
    <p className="letter-cut">{text.cut(model.number)}</p>
    <Receipt model={model} />
  </article>
)
