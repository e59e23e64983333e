import { developmentEventKinds, developmentStages, developmentStatuses, developmentSteps, documentKinds, excludedVoterReasons, stepConclusions, type DevelopmentStepEntry } from '../../../shared/data/code-tables/development-steps.ts'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { educations } from '../../../shared/data/code-tables/education.ts'
import { ethnicities } from '../../../shared/data/code-tables/ethnicity.ts'
import { genders } from '../../../shared/data/code-tables/gender.ts'
import { developmentPrintText as text } from '../../../shared/i18n/zh-CN/development-print.ts'
import type { DevelopmentDetail, StepFields } from '../../../shared/model/development.ts'
import type { DevelopmentPrintModel } from '../../../shared/model/development-print.ts'

const when = (condition: boolean, line: () => string): string[] => (condition ? [line()] : [])

/** 一步的记实内容,一项一行。 */
const contentOf = (entry: DevelopmentStepEntry, fields: StepFields, person: DevelopmentDetail): readonly string[] => {
  const { votes } = fields
  return [
    ...when(fields.startedOn !== null, () => text.started(fields.startedOn ?? '')),
    ...when(fields.people.length > 0, () => text.people(entry.peopleLabel, fields.people.map(({ name }) => name).join('\u3001'))),
    ...when(fields.meeting !== '', () => text.meeting(fields.meeting)),
    ...(votes === null
      ? []
      : [
          text.votes(votes.due, votes.present, votes.favour, votes.against, votes.abstain, votes.invalid),
          text.ballots(votes.issued, votes.returned),
          ...when(votes.writtenFavour + votes.writtenAgainst + votes.writtenAbstain > 0, () => text.written(votes.writtenFavour, votes.writtenAgainst, votes.writtenAbstain)),
          ...votes.excluded.map(({ name, code }) => text.excluded(name, nameOf(excludedVoterReasons, code))),
        ]),
    ...when(fields.publicityFrom !== null, () => text.publicity(fields.publicityFrom ?? '', fields.publicityTo ?? '', fields.publicityResult)),
    ...when(fields.trainingDays !== null || fields.trainingHours !== null, () => text.training(fields.trainingDays ?? 0, fields.trainingHours ?? 0)),
    ...when(fields.conclusion !== '', () => text.conclusion(nameOf(stepConclusions, fields.conclusion))),
    ...when(fields.authority !== '', () => text.authority(fields.authority)),
    ...when(fields.documentNumber !== '', () => text.number(fields.documentNumber)),
    ...person.documents.filter(({ step }) => step === entry.step).map((document) => text.document(nameOf(documentKinds, document.kind), document.name, document.documentNumber, document.datedOn ?? '')),
    ...when(fields.note !== '', () => fields.note),
  ]
}
const PersonTable = ({ person }: { readonly person: DevelopmentDetail }) => {
  const { fields } = person
  const cells: readonly (readonly [string, string])[] = [
    [text.person.name, fields.name],
    [text.person.gender, fields.gender === '0' ? '' : nameOf(genders, fields.gender)],
    [text.person.ethnicity, fields.ethnicity === '' ? '' : nameOf(ethnicities, fields.ethnicity)],
    [text.person.birthDate, fields.birthDate ?? ''],
    [text.person.education, fields.education === '' ? '' : nameOf(educations, fields.education)],
    [text.person.post, fields.post],
    [text.person.branch, person.branchName],
    [text.person.idNumber, person.masked.idNumber],
    [text.person.status, nameOf(developmentStatuses, person.status)],
    [text.person.probationEnd, person.probationEnd ?? ''],
    [text.person.forms, person.formNumbers.join('\u3001')],
  ]
  const rows = Array.from({ length: Math.ceil(cells.length / 3) }, (_, index) => cells.slice(index * 3, index * 3 + 3))
  return (
    <table className="development-person">
      <tbody>
        {rows.map((row) => (
          <tr key={row[0]?.[0]}>
            {row.map(([label, value]) => [
              <th key={label} scope="row">
                {label}
              </th>,
              <td key={`${label}-value`}>{value}</td>,
            ])}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** 发展党员全程记实表:五个阶段二十五步,没办的留空格。 */
export const DevelopmentRecord = ({ model }: { readonly model: DevelopmentPrintModel }) => {
  const { person } = model
  return (
    <article className="development-record">
      <h1>{text.title}</h1>
      <PersonTable person={person} />
      <table className="development-steps">
        <thead>
          <tr>
            <th scope="col">{text.columns.step}</th>
            <th scope="col">{text.columns.day}</th>
            <th scope="col">{text.columns.content}</th>
            <th scope="col">{text.columns.sign}</th>
          </tr>
        </thead>
        {developmentStages.map((stage, index) => (
          <tbody key={stage.code}>
            <tr className="development-stage">
              <th scope="rowgroup" colSpan={4}>
                {text.stage(index, stage.name)}
              </th>
            </tr>
            {developmentSteps
              .filter((entry) => entry.stage === stage.code)
              .map((entry) => {
                const view = person.steps[entry.step - 1]
                return (
                  <tr key={entry.code}>
                    <th scope="row">{text.stepName(entry.step, entry.name)}</th>
                    <td className="development-day">{view?.fields.doneOn ?? ''}</td>
                    <td>{view !== undefined && contentOf(entry, view.fields, person).map((line) => <p key={line}>{line}</p>)}</td>
                    <td>{view !== undefined && [view.fields.filledBy, view.fields.reviewedBy].filter((name) => name !== '').map((name, place) => <p key={place}>{name}</p>)}</td>
                  </tr>
                )
              })}
          </tbody>
        ))}
      </table>
      {person.events.length > 0 && (
        <section>
          <h2>{text.events}</h2>
          {person.events.map((event) => (
            <p key={event.id}>{text.event(event.onDay, nameOf(developmentEventKinds, event.kind), event.reason)}</p>
          ))}
        </section>
      )}
      <p className="development-note">{text.note(model.unitName, model.printedOn)}</p>
    </article>
  )
}
