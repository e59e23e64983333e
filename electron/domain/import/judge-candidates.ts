import type { DevelopmentEvent, DevelopmentPersonFields, DevelopmentStatus, StepFields } from '../../../shared/model/development.ts'
import type { ImportStatus } from '../../../shared/model/roster-import.ts'
import type { DevelopmentFacts, DevelopmentRules, StepFacts } from '../development/facts.ts'
import { probationEndOf } from '../development/facts.ts'
import { addYear, canPostpone, judgeExtension } from '../development/probation.ts'
import { reconcileIdNumber } from '../roster/cross-checks.ts'
import type { RosterBranch } from '../roster/match-branch.ts'
import { agrees, isBefore } from '../roster/read-date.ts'
import type { CandidateField } from './candidate-fields.ts'
import { stepField, STEP_OF } from './candidate-fields.ts'
import { firstStepOf, judgeSteps, planSteps, tellKept, type FindHelper, type PlannedStep } from './candidate-steps.ts'
import type { CandidateReading } from './read-candidate.ts'
import { matchOne, type Known } from './match-person.ts'

export interface StoredCandidate extends Known {
  readonly rev: number
  readonly status: DevelopmentStatus
  readonly memberId: string | null
  readonly fields: DevelopmentPersonFields & { readonly idNumber: string; readonly mobile: string }
  readonly facts: DevelopmentFacts
}
export interface KnownMember extends Known {
  readonly memberType: 'full' | 'probationary'
  readonly joinedOn: string | null
}
export interface CandidateWorld {
  readonly rules: DevelopmentRules
  readonly people: readonly StoredCandidate[]
  readonly members: readonly KnownMember[]
  /** 登记在管不到的支部的证号。 */
  readonly elsewhere: ReadonlySet<string>
  readonly findBranch: (text: string) => RosterBranch | null
  readonly defaultBranch: (sheet: string) => RosterBranch | null
  readonly isTemporary: (branchId: string) => boolean
  readonly findHelper: FindHelper
  /** 志愿书编号在登记簿里的样子;没有登记为 null。 */
  readonly formOf: (number: string) => { readonly state: string; readonly personId: string | null } | null
  /** 名册上的人这一天是不是正式党员。 */
  readonly isFull: (memberId: string) => boolean
}
export interface CandidatePlan {
  readonly target: { readonly id: string; readonly rev: number } | null
  readonly fields: DevelopmentPersonFields
  /** 名册上的预备党员。 */
  readonly memberId: string | null
  readonly steps: readonly (PlannedStep & { readonly hadRecord: boolean })[]
  readonly events: readonly Pick<DevelopmentEvent, 'kind' | 'onDay' | 'untilDay'>[]
  /** 要登记给这个人的志愿书编号;没有写、已经登记给他的为 null。 */
  readonly form: { readonly number: string; readonly settledOn: string | null } | null
}
export interface JudgedCandidate {
  readonly reading: CandidateReading
  readonly status: ImportStatus
  readonly branchName: string
  readonly fields: DevelopmentPersonFields | null
  readonly changes: readonly { readonly field: CandidateField; readonly before: string; readonly after: string }[]
  readonly plan: CandidatePlan | null
}

const EMPTY: DevelopmentPersonFields = { branchId: '', name: '', gender: '0', ethnicity: '', birthDate: null, education: '', post: '', note: '', firstStep: 1, transferredInOn: null, idNumber: null, mobile: null }
const FORM_STEP = 14
const COMPARED = ['name', 'idNumber', 'gender', 'ethnicity', 'birthDate', 'education', 'post', 'mobile', 'note', 'transferredInOn'] as const
const fullDay = (text: string | null): string | null => (text?.length === 10 ? text : null)

/**
 * 逐行下结论。已登记的按证号认(没有证号按姓名);办完的步不改,只补没有的;
 * 名册上的预备党员接上;写着支部大会日期而名册上没有的,导入时成为预备党员;已是正式党员的不用再登记。
 */
export const createCandidateJudge = (world: CandidateWorld): ((reading: CandidateReading) => JudgedCandidate) => {
  const { rules, people, members } = world
  const seen = new Map<string, { readonly sheet: string; readonly row: number }>()

  const forms = new Map<string, { readonly sheet: string; readonly row: number }>()

  /** 编号实名管理:一号一人,登记给别人的、作废遗失的、这份表里写了两次的拒收。 */
  const judgeForm = ({ row, formNumber }: CandidateReading, personId: string | null, planned: readonly PlannedStep[]): CandidatePlan['form'] => {
    const step = planned.find((each) => each.step === FORM_STEP)
    if (formNumber === '' || step === undefined) return null
    const held = world.formOf(formNumber)
    if (held !== null && held.personId !== null && held.personId === personId) return null
    const earlier = forms.get(formNumber)
    if (earlier !== undefined) row.find('formNumber', 'form_taken', 'refuse', { text: formNumber, row: earlier.row, ...(earlier.sheet === row.sheet ? {} : { sheet: earlier.sheet }) })
    else if (held !== null && held.state !== 'unused') row.find('formNumber', 'form_taken', 'refuse', { text: formNumber })
    else forms.set(formNumber, { sheet: row.sheet, row: row.row })
    return { number: formNumber, settledOn: step.fields.doneOn }
  }

  /** 延长(DEV-03)、推迟(DEV-04):记过同样的不再记。 */
  const judgeEvents = ({ row, extendedUntil, transferredInOn, postponedUntil }: CandidateReading, facts: DevelopmentFacts, joined: string | null): CandidatePlan['events'] => {
    const events: { kind: 'extended' | 'postponed'; onDay: string; untilDay: string | null }[] = []
    const has = (kind: string, until: string): boolean => facts.events.some((event) => event.kind === kind && event.untilDay === until)
    if (extendedUntil !== null && !has('extended', extendedUntil)) {
      const verdict = fullDay(extendedUntil) === null || joined === null ? 'not_probationary' : judgeExtension(joined, extendedUntil, facts.events.some(({ kind }) => kind === 'extended'))
      if (verdict !== 'ok') row.find('extendedUntil', 'event_unsuitable', 'refuse', { text: verdict })
      else events.push({ kind: 'extended', onDay: addYear(joined ?? extendedUntil) > rules.today ? rules.today : addYear(joined ?? extendedUntil), untilDay: extendedUntil })
    }
    if (postponedUntil !== null && !has('postponed', postponedUntil)) {
      const end = joined === null ? null : addYear(joined)
      const verdict = end === null ? 'not_probationary' : (transferredInOn ?? facts.transferredInOn) === null ? 'not_transferred' : canPostpone(end, postponedUntil) ? 'ok' : 'postponed_too_long'
      if (verdict !== 'ok') row.find('postponedUntil', 'event_unsuitable', 'refuse', { text: verdict })
      else events.push({ kind: 'postponed', onDay: transferredInOn ?? facts.transferredInOn ?? rules.today, untilDay: postponedUntil })
    }
    return events
  }

  return (reading) => {
    const { row, person, days, stage } = reading
    const branchText = person.branchText
    const personal = reconcileIdNumber(person, rules.today, (field, code, severity, values) => row.find(field as CandidateField, code, severity, values))
    const known = matchOne({ row, name: person.name, idNumber: person.idNumber, birthDate: personal.birthDate, isElsewhere: world.elsewhere }, people, (one) => (branchText === undefined ? null : (world.findBranch(branchText)?.id ?? null)) === one.branchId)
    const branch = branchText === undefined ? (known === null ? world.defaultBranch(row.sheet) : null) : world.findBranch(branchText)
    if (branch === null && known === null) row.find('branch', branchText === undefined ? 'branch_missing' : 'branch_unknown', 'refuse', { text: branchText ?? '' })
    else if (branch === null && branchText !== undefined) row.find('branch', 'branch_unknown', 'refuse', { text: branchText })
    const branchId = branch?.id ?? known?.fields.branchId ?? ''
    const linked = known?.memberId ?? null
    const member = linked === null ? matchOne({ row, name: person.name, idNumber: person.idNumber ?? known?.fields.idNumber, birthDate: personal.birthDate, isElsewhere: world.elsewhere, quiet: true }, members, (one) => one.branchId === branchId) : (members.find(({ id }) => id === linked) ?? null)

    const base = known?.fields ?? EMPTY
    const done = (fields: DevelopmentPersonFields | null, changes: JudgedCandidate['changes'], plan: CandidatePlan | null, same = false): JudgedCandidate => {
      const refused = row.findings.some(({ severity }) => severity === 'refuse')
      const warned = row.findings.some(({ severity }) => severity === 'warn')
      const status: ImportStatus = refused ? 'refused' : same ? 'same' : warned ? 'warned' : known === null ? 'new' : 'changed'
      return { reading, status, branchName: branch?.name ?? known?.branchName ?? '', fields, changes: refused ? [] : changes, plan: refused || same ? null : plan }
    }
    // 已经是正式党员、或已经归档的:没有要登记的。
    if (member?.memberType === 'full' && (known === null || known.status !== 'active')) {
      row.find('name', 'member_already', 'note')
      return done(known?.fields ?? null, [], null, true)
    }
    if (known !== null && known.status !== 'active') {
      row.find('name', 'candidate_settled', 'warn', { text: known.branchName })
      return done(known.fields, [], null, true)
    }
    const key = person.idNumber ?? (known === null ? `${person.name ?? ''} ${personal.birthDate ?? ''} ${branchId}` : known.id)
    const earlier = seen.get(key) ?? (known === null ? undefined : seen.get(known.id))
    if (earlier !== undefined) row.find(person.idNumber === undefined ? 'name' : 'idNumber', 'duplicate_in_file', 'refuse', { row: earlier.row, ...(earlier.sheet === row.sheet ? {} : { sheet: earlier.sheet }) })
    for (const each of known === null ? [key] : [key, known.id]) if (!seen.has(each)) seen.set(each, { sheet: row.sheet, row: row.row })
    if (person.idNumber === undefined && base.idNumber !== '' && known === null && !row.findings.some(({ field }) => field === 'idNumber')) row.find('idNumber', 'id_missing', 'warn')

    const stored: ReadonlyMap<number, StepFacts> = known?.facts.steps ?? new Map<number, StepFacts>()
    const planned = planSteps(reading, stored, world.findHelper)
    const steps = new Map<number, StepFacts>([...stored, ...planned.map(({ step, state, fields }) => [step, { state, fields }] as const)])
    const admission = steps.get(15)
    const admittedOn = admission?.state === 'done' && admission.fields.conclusion === 'passed' ? admission.fields.doneOn : (member?.joinedOn ?? null)
    const isAdmitted = member !== null || (admission?.state === 'done' && admission.fields.conclusion === 'passed')
    const helperIds = planned.flatMap(({ fields }) => fields.people.flatMap(({ memberId }) => memberId ?? []))
    const facts: DevelopmentFacts = {
      birthDate: personal.birthDate ?? base.birthDate,
      firstStep: 1,
      transferredInOn: fullDay(reading.transferredInOn) ?? base.transferredInOn,
      temporaryBranch: branchId !== '' && world.isTemporary(branchId),
      steps,
      events: known?.facts.events ?? [],
      documents: known?.facts.documents ?? [],
      joinedOn: member?.joinedOn ?? null,
      helpers: new Map([...(known?.facts.helpers ?? []), ...helperIds.map((id) => [id, { isFull: world.isFull(id), alsoMentors: 0 }] as const)]),
      formNumbers: known?.facts.formNumbers ?? [],
    }
    const events = judgeEvents(reading, facts, fullDay(admittedOn))
    const form = judgeForm(reading, known?.id ?? null, planned)
    const whole: DevelopmentFacts = { ...facts, events: [...facts.events, ...events] }
    judgeSteps({ row, days, planned, facts: whole, rules, isAdmitted })
    tellKept(reading, stored)
    if (stage === 'admission' && !isAdmitted) row.find('step15', 'admitted_day_missing', 'refuse')
    else if ((stage === 'activist' && !steps.has(3) && !steps.has(4)) || (stage === 'candidate' && !steps.has(7) && !steps.has(8))) row.find('stage', 'stage_without_day', 'warn')
    if (admission?.state === 'done' && isAdmitted && member === null) row.find('step15', 'admission_enrols', 'warn', { text: admission.fields.doneOn ?? '' })
    const end = probationEndOf(whole)
    if (reading.regularOn !== null && end !== null) {
      if (isBefore(reading.regularOn, end)) row.find('regularOn', 'development_rule', 'refuse', { other: 'confirm_early', text: end })
      else if (!agrees(reading.regularOn, end)) row.find('regularOn', 'regular_day_differs', 'warn', { text: end })
    }
    const fields: DevelopmentPersonFields = {
      branchId,
      name: person.name ?? base.name,
      gender: personal.gender ?? base.gender,
      ethnicity: person.ethnicity ?? base.ethnicity,
      birthDate: personal.birthDate ?? base.birthDate,
      education: person.education ?? base.education,
      post: person.post ?? base.post,
      note: person.note ?? base.note,
      firstStep: Math.max(base.firstStep, firstStepOf(steps, stage, member !== null)),
      transferredInOn: fullDay(reading.transferredInOn) ?? base.transferredInOn,
      idNumber: person.idNumber ?? base.idNumber ?? '',
      mobile: person.mobile ?? base.mobile ?? '',
    }
    const changes = known === null ? [] : [...listChanges(known, fields, branch, planned, reading), ...events.map(({ kind, untilDay }) => ({ field: kind === 'extended' ? ('extendedUntil' as const) : ('postponedUntil' as const), before: '', after: untilDay ?? '' }))]
    const plan: CandidatePlan = { target: known === null ? null : { id: known.id, rev: known.rev }, fields, memberId: linked === null ? (member?.id ?? null) : null, steps: planned.map((one) => ({ ...one, hadRecord: stored.has(one.step) })), events, form }
    return done(fields, changes, plan, known !== null && changes.length === 0 && plan.memberId === null && form === null)
  }
}

/** 一步里除了日期之外写着的:人、公示、票数、编号。 */
const shownOf = (fields: StepFields | undefined): string =>
  fields === undefined ? '' : [fields.people.map(({ name }) => name).join('\u3001'), fields.publicityFrom === null ? '' : `${fields.publicityFrom} ${fields.publicityTo ?? ''}`, fields.votes === null ? '' : `${fields.votes.favour}/${fields.votes.due}`, fields.documentNumber, fields.authority].filter((part) => part !== '').join(' ')

const listChanges = (known: StoredCandidate, fields: DevelopmentPersonFields, branch: RosterBranch | null, planned: readonly PlannedStep[], reading: CandidateReading): JudgedCandidate['changes'] => {
  const changes: { field: CandidateField; before: string; after: string }[] = []
  for (const field of COMPARED) if ((fields[field] ?? '') !== (known.fields[field] ?? '')) changes.push({ field, before: known.fields[field] ?? '', after: fields[field] ?? '' })
  if (branch !== null && branch.id !== known.fields.branchId) changes.push({ field: 'branch', before: known.branchName, after: branch.name })
  for (const { step, state, fields: next } of planned) {
    const current = known.facts.steps.get(step)
    if (current !== undefined && current.state === state && JSON.stringify(current.fields) === JSON.stringify(next)) continue
    const own = (Object.keys(STEP_OF) as CandidateField[]).find((field) => STEP_OF[field] === step)
    changes.push(reading.days.has(step) || own === undefined ? { field: stepField(step), before: current?.fields.doneOn ?? '', after: next.doneOn ?? reading.days.get(step) ?? '' } : { field: own, before: shownOf(current?.fields), after: shownOf(next) })
  }
  return changes
}
