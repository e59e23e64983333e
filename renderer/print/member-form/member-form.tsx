import { memberFormText as text } from '../../../shared/i18n/zh-CN/member-form.ts'
import type { MemberFormCell, MemberFormPerson, MemberFormPrintModel } from '../../../shared/model/member-form-print.ts'

/** 一行里的几格:格名与占几份宽。 */
type Line = readonly (readonly [cell: MemberFormCell, span: number])[]
const BESIDE_PHOTO: readonly Line[] = [
  [['name', 2], ['gender', 2], ['ethnicity', 2]],
  [['birthDate', 4], ['memberType', 2]],
  [['nativePlace', 3], ['birthPlace', 3]],
  [['idNumber', 4], ['degree', 2]],
  [['education', 3], ['professionalTitle', 3]],
]
const BELOW: readonly Line[] = [
  [['school', 5], ['workFrom', 3]],
  [['post', 5], ['postKind', 3]],
  [['administrativePost', 3], ['managementLevel', 2], ['workNumber', 3]],
  [['branch', 5], ['partyGroup', 3]],
  [['partyPosts', 5], ['membershipState', 3]],
  [['appliedOn', 3], ['activistOn', 2], ['candidateOn', 3]],
  [['joined', 8]],
  [['regularOn', 3], ['standing', 2], ['birthday', 3]],
  [['sponsors', 8]],
  [['transferredIn', 8]],
  [['transferredOut', 8]],
  [['mobile', 4], ['telephone', 4]],
  [['address', 8]],
  [['care', 5], ['traits', 3]],
  [['dues', 8]],
  [['note', 8]],
]
/** 长的用小一号的字,一格至多两三行。 */
const SMALL = 22
const TINY = 60
const sizeOf = (value: string, span: number): string => (value.length > TINY * (span / 4) ? 'form-tiny' : value.length > (SMALL * span) / 4 ? 'form-small' : '')

const Row = ({ line, person }: { readonly line: Line; readonly person: MemberFormPerson }) => (
  <div className="form-line" style={{ gridTemplateColumns: line.map(([, span]) => `24mm ${span}fr`).join(' ') }}>
    {line.map(([cell, span]) => [
      <span key={cell} className="form-label">
        {text.labels[cell]}
      </span>,
      <span key={`${cell}-value`} className={`form-value ${sizeOf(person.cells[cell], span)}`}>
        {person.cells[cell]}
      </span>,
    ])}
  </div>
)

const Front = ({ person, foot }: { readonly person: MemberFormPerson; readonly foot: string }) => (
  <section className="form-side">
    {/* 标题级的一行:PDF 的书签由它来,装订时也好按人翻。 */}
    <h1 className="form-tag">{text.bookmark(person.name, person.branchName)}</h1>
    <p className="form-title">{text.title}</p>
    <div className="form-grid">
      <div className="form-top">
        <div>
          {BESIDE_PHOTO.map((line) => (
            <Row key={line[0]?.[0]} line={line} person={person} />
          ))}
        </div>
        <div className="form-photo">
          {person.photo === null ? (
            <>
              <span>{text.photo}</span>
              <span>{text.photoSize}</span>
            </>
          ) : (
            <img src={person.photo} alt={text.photo} />
          )}
        </div>
      </div>
      {BELOW.map((line) => (
        <Row key={line[0]?.[0]} line={line} person={person} />
      ))}
      {person.custom.length > 0 && (
        <div className="form-line form-custom">
          <span className="form-label">{text.custom}</span>
          <span className={`form-value ${person.custom.length > 6 ? 'form-tiny' : 'form-small'}`}>{person.custom.map(([label, value]) => text.customItem(label, value)).join(text.separators.items)}</span>
        </div>
      )}
    </div>
    <p className="form-foot">{foot}</p>
  </section>
)
const Lines = ({ label, lines, className = '' }: { readonly label: string; readonly lines: readonly string[]; readonly className?: string }) => (
  <div className={`form-block ${className}`}>
    <span className="form-label">{label}</span>
    <div className="form-value">
      {lines.map((line, index) => (
        <p key={index}>{line}</p>
      ))}
    </div>
  </div>
)
const Back = ({ person, foot }: { readonly person: MemberFormPerson; readonly foot: string }) => (
  <section className="form-side">
    <p className="form-tag">{text.back(text.bookmark(person.name, person.branchName))}</p>
    <div className="form-grid form-grow">
      <Lines label={text.sections.resume} lines={person.resume} className="form-resume" />
      <Lines label={text.sections.posts} lines={person.posts} className="form-few" />
      <Lines label={text.sections.awards} lines={person.awards} className="form-few" />
      <div className="form-signs">
        {text.signs.map(({ title, lines, sign, seal }) => (
          <div key={title} className="form-sign">
            <p className="form-sign-title">{title}</p>
            {lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
            <div className="form-sign-end">
              <p>{sign}</p>
              {seal && <p className="form-seal">{text.seal}</p>}
              <p>{text.blankDay}</p>
            </div>
          </div>
        ))}
      </div>
    </div>
    <p className="form-foot">{foot}</p>
  </section>
)

/** 党员登记表:一人两面,正面各项,背面简历、任职、奖惩和签名盖章处。 */
export const MemberForms = ({ model }: { readonly model: MemberFormPrintModel }) => {
  const foot = text.foot(model.unitName, model.printedBy, model.printedOn, model.purpose)
  return (
    <>
      {model.people.map((person) => (
        <article key={person.id} className="member-form">
          <Front person={person} foot={foot} />
          <Back person={person} foot={foot} />
        </article>
      ))}
    </>
  )
}
