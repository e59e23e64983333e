import { developmentSteps } from '../../../shared/data/code-tables/development-steps.ts'
import type { DevelopmentDetail, DevelopmentRow, StepView } from '../../../shared/model/development.ts'
import { activistDay, admittedDay, dayOf, probationEndOf, type DevelopmentRules } from '../../domain/development/facts.ts'
import { allStandings, EMPTY_STEP, mostUrgent, nextStepOf, stageOf } from '../../domain/development/standing.ts'
import { maskIdNumber, maskMobile } from '../../domain/members/masks.ts'
import type { Attachments } from '../attachments/attachments.ts'
import type { PersonDossier } from './person-facts.ts'

/** 看板上的一行:眼下最急的一步,以及各阶段的日期。 */
export const toRow = ({ person, steps, facts }: PersonDossier, rules: DevelopmentRules): DevelopmentRow => {
  const urgent = person.status === 'active' ? mostUrgent(allStandings(facts, rules)) : null
  return {
    id: person.id,
    name: person.fields.name,
    gender: person.fields.gender,
    birthDate: person.fields.birthDate,
    education: person.fields.education,
    post: person.fields.post,
    branchId: person.fields.branchId,
    branchName: person.branchName,
    status: person.status,
    stage: stageOf(facts),
    step: urgent?.step ?? null,
    standing: urgent?.standing ?? 'done',
    earliestDay: urgent?.earliestDay ?? null,
    dueDay: urgent?.dueDay ?? null,
    findings: [...(urgent?.findings ?? [])],
    appliedOn: dayOf(facts, 1),
    activistOn: activistDay(facts),
    candidateOn: dayOf(facts, 8),
    admittedOn: admittedDay(facts),
    mentors: (steps.get(5)?.fields.people ?? []).map(({ name }) => name).join('\u3001').slice(0, 200),
  }
}

/** 一个人的全部:证号、手机遮着。 */
export const toDetail = ({ person, steps, documents, events, facts }: PersonDossier, rules: DevelopmentRules, attachments: Pick<Attachments, 'facts'>): DevelopmentDetail => {
  const standings = allStandings(facts, rules)
  const views = developmentSteps.map(({ step }, index): StepView => {
    const record = steps.get(step)
    const standing = standings[index]
    return {
      step,
      rev: record?.rev ?? null,
      state: record?.state ?? 'none',
      standing: standing?.standing ?? 'later',
      earliestDay: standing?.earliestDay ?? null,
      dueDay: standing?.dueDay ?? null,
      fields: record?.fields ?? { ...EMPTY_STEP },
      findings: [...(standing?.findings ?? [])],
    }
  })
  return {
    id: person.id,
    rev: person.rev,
    fields: { ...person.fields, idNumber: null, mobile: null },
    masked: { idNumber: maskIdNumber(person.fields.idNumber), mobile: maskMobile(person.fields.mobile) },
    branchName: person.branchName,
    memberId: person.memberId,
    status: person.status,
    stage: stageOf(facts),
    nextStep: person.status === 'active' ? nextStepOf(facts) : null,
    probationEnd: probationEndOf(facts),
    steps: views,
    documents: documents.map(({ blob, thumbnail: _thumbnail, fileName, ...document }) => ({ ...document, attachment: attachments.facts(blob, fileName) })),
    events: [...events],
    formNumbers: [...facts.formNumbers],
  }
}
