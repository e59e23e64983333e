import { nameOf, type CodeTable } from '../../../shared/data/code-tables/code-table.ts'
import { degrees } from '../../../shared/data/code-tables/degrees.ts'
import { duesMethods } from '../../../shared/data/code-tables/dues-methods.ts'
import { branchLabels } from '../../../shared/data/code-tables/branch-labels.ts'
import { applicationFormStates, developmentEventKinds, developmentStatuses, documentKinds, stepConclusions, stepStates } from '../../../shared/data/code-tables/development-steps.ts'
import { careKinds } from '../../../shared/data/code-tables/care-kinds.ts'
import { transferDirections, transferScopes, transferStates } from '../../../shared/data/code-tables/transfers.ts'
import { educations } from '../../../shared/data/code-tables/education.ts'
import { ethnicities } from '../../../shared/data/code-tables/ethnicity.ts'
import { genders } from '../../../shared/data/code-tables/gender.ts'
import { managementLevels } from '../../../shared/data/code-tables/management-levels.ts'
import { contactKinds, crossDirections, electionMethods, postManners, reminderMethods, reminderStages, visitPeriods } from '../../../shared/data/code-tables/leading-group.ts'
import { normDecisionKinds } from '../../../shared/data/code-tables/norm-decisions.ts'
import { followUpKinds, followUpStates } from '../../../shared/data/code-tables/follow-ups.ts'
import { appraisalGrades, attachmentPurposes, lecturerIdentities, reviewGrades, themeForms, voteKinds } from '../../../shared/data/code-tables/meeting-parts.ts'
import { meetingTypes } from '../../../shared/data/code-tables/meeting-types.ts'
import { memberTypes } from '../../../shared/data/code-tables/member-types.ts'
import { membershipStates } from '../../../shared/data/code-tables/membership-states.ts'
import { normActivities } from '../../../shared/data/code-tables/norm-activities.ts'
import { organisationEventKinds } from '../../../shared/data/code-tables/organisation-event-kinds.ts'
import { organisationKinds } from '../../../shared/data/code-tables/organisation-kinds.ts'
import { partyPosts } from '../../../shared/data/code-tables/party-posts.ts'
import { postKinds } from '../../../shared/data/code-tables/post-kinds.ts'
import { payerCategories } from '../../../shared/data/code-tables/payer-categories.ts'
import { placeKinds } from '../../../shared/data/code-tables/place-kinds.ts'
import { recordStates } from '../../../shared/data/code-tables/record-states.ts'
import { submissionStates } from '../../../shared/data/code-tables/submission-states.ts'
import { unitKinds } from '../../../shared/data/code-tables/unit-kinds.ts'
import { unitRelations } from '../../../shared/data/code-tables/unit-relations.ts'
import { historyText } from '../../../shared/i18n/zh-CN/history.ts'
import { yuanText } from '../../../shared/util/money.ts'
import { maskAddress, maskIdNumber, maskMobile, maskTelephone } from '../../domain/members/masks.ts'

/** 把标识、代码说成名称要用的。 */
export interface Names {
  organisation(id: string): string
  member(id: string): string
  category(code: string): string
  candidate(id: string): string
  customField(id: string): string
  /** 登记簿里的一条。 */
  entry(id: string): string
}
type Word = (value: unknown, names: Names) => string

const two = (value: number): string => String(value).padStart(2, '0')
const plain = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '')
const coded =
  (table: CodeTable): Word =>
  (value) =>
    plain(value) === '' ? '' : nameOf(table, plain(value))
const entryState: Word = (value) => (historyText.entryStates as Readonly<Record<string, string>>)[plain(value)] ?? plain(value)
const moment: Word = (value) => {
  if (typeof value !== 'number') return ''
  const date = new Date(value)
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`
}
const organisation: Word = (value, names) => (typeof value === 'string' ? names.organisation(value) : '')
const removed: Word = (value) => (typeof value === 'number' ? historyText.removed : '')
const masked =
  (mask: (text: string) => string): Word =>
  (value) =>
    plain(value) === '' ? '' : mask(plain(value))

const flag: Word = (value) => (value === 1 ? historyText.yes : value === 0 ? historyText.no : '')
/** 自定义项目:各项名称与值连成一句。 */
const customWord: Word = (value, names) =>
  Object.entries(customValues(value))
    .map(([id, text]) => `${names.customField(id)}${historyText.colon}${text}`)
    .join(historyText.separators.items)
const customValues = (value: unknown): Readonly<Record<string, string>> => {
  try {
    return JSON.parse(plain(value) || '{}') as Record<string, string>
  } catch {
    return {}
  }
}
interface Named {
  readonly name?: string
  readonly post?: string
  readonly votes?: number | null
  readonly count?: number
}
/** 一串候选人、职数:各说一句,顿号连着。 */
const listed =
  (say: (item: Named) => string): Word =>
  (value) => {
    const items: unknown = JSON.parse(plain(value) === '' ? '[]' : plain(value))
    return Array.isArray(items) ? (items as Named[]).map(say).join(historyText.separators.names) : ''
  }
const gone: Word = (value) => (typeof value === 'number' ? historyText.yes : '')

/** 整数分说成元。 */
const yuan: Word = (value) => (typeof value === 'number' ? yuanText(value) : '')

const parsed = (value: unknown): unknown => (plain(value) === '' ? null : (JSON.parse(plain(value)) as unknown))
const peopleWord = (value: unknown): string => {
  const people = parsed(value)
  return Array.isArray(people) ? people.map((person: { readonly name?: unknown }) => plain(person.name)).join(historyText.separators.names) : ''
}
const votesWord = (value: unknown): string => {
  const votes = parsed(value) as { readonly due: number; readonly present: number; readonly favour: number } | null
  return votes === null ? '' : historyText.ballot(votes.due, votes.present, votes.favour)
}

/** 原样说不明白的列。 */
const WORDS: Readonly<Record<string, Word>> = {
  'organisation.kind': coded(organisationKinds),
  'organisation.deleted_at': removed,
  'organisation.unit_relation': coded(unitRelations),
  'organisation_label.label': coded(branchLabels),
  'organisation_event.kind': coded(organisationEventKinds),
  'organisation_event.undone_at': moment,
  'covered_unit.unit_kind': coded(unitKinds),
  'organisation_place.place_kind': coded(placeKinds),
  'organisation_parent.parent_id': organisation,
  'organisation_category.category_code': (value, names) => names.category(plain(value)),
  'organisation_post.post': coded(partyPosts),
  'organisation_post.manner': coded(postManners),
  'organisation_term.election_method': coded(electionMethods),
  'organisation_term.is_first': (value) => (value === 1 ? historyText.yes : ''),
  'organisation_term.candidates': listed(({ name = '', votes = null }) => historyText.votesOf(name, votes)),
  'organisation_term.seats': listed(({ post = '', count = 0 }) => historyText.seat(nameOf(partyPosts, post), count)),
  'term_reminder.stage': coded(reminderStages),
  'term_reminder.method': coded(reminderMethods),
  'term_reminder.withdrawn_at': gone,
  'cross_post.member_id': (value, names) => (typeof value === 'string' ? names.member(value) : ''),
  'cross_post.direction': coded(crossDirections),
  'cross_post.removed_at': gone,
  'contact_relation.member_id': (value, names) => (typeof value === 'string' ? names.member(value) : ''),
  'contact_relation.kind': coded(contactKinds),
  'contact_relation.period': coded(visitPeriods),
  'contact_relation.removed_at': gone,
  'contact_visit.removed_at': gone,
  'key_post.member_id': (value, names) => (typeof value === 'string' ? names.member(value) : ''),
  'key_post.is_party_member': (value) => (value === 1 ? historyText.yes : ''),
  'key_post.removed_at': gone,
  'organisation_post.member_id': (value, names) => (typeof value === 'string' ? names.member(value) : ''),
  'member.gender': coded(genders),
  'member.ethnicity': coded(ethnicities),
  'member.education': coded(educations),
  'member.member_type': coded(memberTypes),
  'member.membership_state': coded(membershipStates),
  'member.degree': coded(degrees),
  'member.post_kind': coded(postKinds),
  'member.management_level': coded(managementLevels),
  'member.party_school': flag,
  'member.is_backbone': flag,
  'member.is_retired': flag,
  'member.custom': customWord,
  'member.deleted_at': removed,
  'member_state.state': coded(membershipStates),
  'member_batch.undone_at': moment,
  'custom_field.retired_at': moment,
  'member_personal.id_number': masked(maskIdNumber),
  'member_personal.mobile': masked(maskMobile),
  'member_personal.telephone': masked(maskTelephone),
  'member_personal.address': masked(maskAddress),
  'member_personal.photo_blob': (value) => (plain(value) === '' ? '' : historyText.filled),
  'development_person.branch_id': organisation,
  'development_person.member_id': (value, names) => (typeof value === 'string' ? names.member(value) : ''),
  'development_person.gender': coded(genders),
  'development_person.ethnicity': coded(ethnicities),
  'development_person.education': coded(educations),
  'development_person.status': coded(developmentStatuses),
  'development_person.deleted_at': removed,
  'development_personal.id_number': masked(maskIdNumber),
  'development_personal.mobile': masked(maskMobile),
  'development_step.state': coded(stepStates),
  'development_step.conclusion': coded(stepConclusions),
  'development_step.people': (value) => peopleWord(value),
  'development_step.votes': (value) => votesWord(value),
  'development_document.kind': coded(documentKinds),
  'development_document.deleted_at': removed,
  'development_event.kind': coded(developmentEventKinds),
  'development_event.undone_at': removed,
  'transfer_letter.direction': coded(transferDirections),
  'transfer_letter.scope': coded(transferScopes),
  'transfer_letter.member_type': coded(memberTypes),
  'transfer_letter.from_branch_id': organisation,
  'transfer_letter.to_branch_id': organisation,
  'transfer_letter.state': coded(transferStates),
  'care_record.kind': coded(careKinds),
  'care_record.branch_id': organisation,
  'care_record.amount_fen': (value) => (typeof value === 'number' ? yuanText(value) : ''),
  'care_record.deleted_at': removed,
  'application_form.person_id': (value, names) => (typeof value === 'string' ? names.candidate(value) : ''),
  'application_form.state': coded(applicationFormStates),
  'membership.organisation_id': organisation,
  'group_membership.party_group_id': organisation,
  'meeting.branch_id': organisation,
  'meeting.party_group_id': organisation,
  'meeting.meeting_type': coded(meetingTypes),
  'meeting.also_types': (value) => (JSON.parse(plain(value) === '' ? '[]' : plain(value)) as string[]).map((type) => nameOf(meetingTypes, type)).join(historyText.separators.names),
  'meeting.lecturer_identity': coded(lecturerIdentities),
  'meeting.theme_form': coded(themeForms),
  'meeting.prior_meeting_id': (value) => (plain(value) === '' ? '' : historyText.filled),
  'meeting.plan_entry_id': (value, names) => (typeof value === 'string' ? names.entry(value) : ''),
  'meeting.submitted_at': moment,
  'meeting.reviewed_at': moment,
  'meeting.review_grade': coded(reviewGrades),
  'meeting.returned_count': (value) => (value === 0 ? '' : plain(value)),
  'meeting_vote.kind': coded(voteKinds),
  'meeting_vote.is_secret': flag,
  'meeting_appraisal.grade': coded(appraisalGrades),
  'register_entry.branch_id': organisation,
  'register_entry.deleted_at': removed,
  'register_submission.state': coded(submissionStates),
  'register_submission.returned_count': (value) => (value === 0 ? '' : plain(value)),
  'norm_decision.kind': coded(normDecisionKinds),
  'norm_decision.activity': (value) => (value === '' ? historyText.everyActivity : nameOf(normActivities, plain(value))),
  'meeting_attachment.kind': coded(attachmentPurposes),
  'meeting_attachment.deleted_at': removed,
  'meeting_template.meeting_type': coded(meetingTypes),
  'meeting_template.topics': (value) => (JSON.parse(plain(value) === '' ? '[]' : plain(value)) as { readonly title: string }[]).map(({ title }) => title).join(historyText.separators.items),
  'meeting_template.deleted_at': removed,
  'branch_phrase.deleted_at': removed,
  'follow_up.branch_id': organisation,
  'follow_up.kind': coded(followUpKinds),
  'follow_up.state': coded(followUpStates),
  'follow_up.deleted_at': removed,
  'meeting.state': coded(recordStates),
  'meeting.finished_at': moment,
  'meeting.deleted_at': removed,
  'dues_entry.due_fen': yuan,
  'dues_entry.paid_fen': yuan,
  'dues_entry.method': coded(duesMethods),
  'dues_assessment.payer_category': coded(payerCategories),
  'dues_assessment.base_fen': yuan,
  'dues_assessment.fixed_fen': yuan,
  'dues_assessment.withdrawn_at': removed,
  'manual_score.state': entryState,
  'score_event.state': entryState,
  'veto_decision.state': entryState,
  'exemption.state': entryState,
}

const fields: Readonly<Record<string, Readonly<Record<string, string>>>> = historyText.fields

/** 一张表里给人看的列,按写好的次序。 */
export const shownColumns = (table: string): readonly string[] => Object.keys(fields[table] ?? {})
export const columnLabel = (table: string, column: string): string => fields[table]?.[column] ?? column
/** 一列的值说成中文:代码取名称、标识取名称、敏感项遮住、时刻写成日期。没有值为空串。 */
export const columnWord = (table: string, column: string, value: unknown, names: Names): string => (WORDS[`${table}.${column}`] ?? plain)(value, names)
