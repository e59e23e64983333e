import { meetingTypes } from '../../../shared/data/code-tables/meeting-types.ts'
import { stepEntry } from '../../../shared/data/code-tables/development-steps.ts'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { membershipStates } from '../../../shared/data/code-tables/membership-states.ts'
import { branchLabels } from '../../../shared/data/code-tables/branch-labels.ts'
import { buildForms } from '../../../shared/data/code-tables/build-forms.ts'
import { organisationKinds } from '../../../shared/data/code-tables/organisation-kinds.ts'
import { partyPosts } from '../../../shared/data/code-tables/party-posts.ts'
import type { RegisterDefinition } from '../../../shared/model/register.ts'
import { historyText } from '../../../shared/i18n/zh-CN/history.ts'
import type { HistoryRepo, MonthlyTable, RelatedTable, VersionRow } from '../../store/repos/history-repo.ts'
import { perRow, type HistorySource } from './build-entries.ts'
import { diffColumns, type Body } from './diff-columns.ts'
import { diffEntry } from './diff-entry.ts'
import { diffMeeting } from './diff-meeting.ts'
import { diffSpans, type SpanWords } from './diff-spans.ts'
import type { Names } from './field-words.ts'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const { tables, fields } = historyText

/** 各种记录的来历由哪些表合成。 */
export const createHistorySources = (repo: HistoryRepo, names: Names, indicatorName: (body: Body) => string) => {
  const spans = (words: SpanWords, ids: readonly string[]): HistorySource => ({ versions: repo.versionsOf(words.table, ids), diff: (steps) => diffSpans(words, steps) })
  const related = (words: SpanWords & { readonly table: RelatedTable }, ownerId: string): HistorySource => spans(words, repo.relatedIds(words.table, ownerId))
  const rows = (table: string, ids: readonly string[]): HistorySource => ({ versions: repo.versionsOf(table, ids), diff: perRow((before, after) => diffColumns(table, before, after, names)) })
  /** 起止另由 spans 说的表,其余各列照列说。 */
  const besides = (table: RelatedTable, ownerId: string, said: readonly string[]): HistorySource => ({
    versions: repo.versionsOf(table, repo.relatedIds(table, ownerId)),
    diff: perRow((before, after) => diffColumns(table, before, after, names).filter(({ field }) => !said.includes(field))),
  })
  const postWord = (body: Body): string => historyText.post(text(body['name']), nameOf(partyPosts, text(body['post'])))

  /** 手工评分只追加:新的一条与它取代的那条比。 */
  const manual = (branchId: string, period: string): HistorySource => {
    const versions = repo.versionsOf('manual_score', repo.monthlyIds('manual_score', branchId, period)).map(asRecorded)
    const bodies = new Map(versions.map(({ recordId, body }) => [recordId, body]))
    return { versions, diff: (steps) => steps.flatMap(({ version: { body } }) => entryChanges('manual_score', bodies.get(text(body['supersedes'])) ?? null, body)) }
  }
  /** 升级时补记的:照当时录入的人与时刻。 */
  const asRecorded = (version: VersionRow): VersionRow => {
    if (version.procedure !== 'store.adopt') return version
    const [at, actor] = [version.body['recorded_at'], text(version.body['recorded_by'])]
    return { ...version, at: typeof at === 'number' ? at : version.at, actor, actorName: repo.accountName(actor), procedure: 'evaluation.saveManualScore' }
  }
  const entryChanges = (table: MonthlyTable, before: Body | null, after: Body) =>
    diffColumns(table, before, after, names)
      .filter(({ field }) => field !== `${table}.indicator_id`)
      .map((change) => ({ ...change, label: historyText.entryField(indicatorName(after), change.label) }))
  /** 同一次办几步的,每项前面带上是哪一步。 */
  const developmentChanges = (table: string, before: Body | null, after: Body) => {
    const { step } = after
    const changes = diffColumns(table, before, after, names).filter(({ field }) => field !== `${table}.step`)
    return typeof step === 'number' ? changes.map((change) => ({ ...change, label: historyText.entryField(stepEntry(step).name, change.label) })) : changes
  }
  const entries = (table: Exclude<MonthlyTable, 'manual_score'>, branchId: string, period: string): HistorySource => ({
    versions: repo.versionsOf(table, repo.monthlyIds(table, branchId, period)),
    diff: perRow((before, after) => entryChanges(table, before, after)),
  })

  return {
    member: (id: string): HistorySource[] => [
      rows('member', [id]),
      rows('member_personal', [id]),
      related({ table: 'member_state', label: tables.member_state, word: (body) => historyText.state(nameOf(membershipStates, text(body['state'])), text(body['document'])) }, id),
      related({ table: 'membership', label: tables.membership, word: (body) => names.organisation(text(body['organisation_id'])) }, id),
      related({ table: 'group_membership', label: tables.group_membership, word: (body) => names.organisation(text(body['party_group_id'])) }, id),
      spans({ table: 'organisation_post', label: fields.organisation_post.post, word: (body) => historyText.post(names.organisation(text(body['organisation_id'])), nameOf(partyPosts, text(body['post']))) }, repo.postIdsOfMember(id)),
    ],
    development: (id: string): HistorySource[] => [
      rows('development_person', [id]),
      rows('development_personal', [id]),
      ...(['development_step', 'development_document', 'development_event'] as const).map((table): HistorySource => ({ versions: repo.versionsOf(table, repo.relatedIds(table, id)), diff: perRow((before, after) => developmentChanges(table, before, after)) })),
    ],
    transfer: (id: string): HistorySource[] => [rows('transfer_letter', [id])],
    care: (id: string): HistorySource[] => [rows('care_record', [id])],
    meeting: (id: string): HistorySource[] => [{ versions: repo.versionsOf('meeting', [id]), diff: perRow((before, after) => diffMeeting(before, after, names)) }, rows('meeting_attachment', repo.relatedIds('meeting_attachment', id))],
    followUp: (id: string): HistorySource[] => [rows('follow_up', [id])],
    submission: (id: string): HistorySource[] => [rows('register_submission', [id])],
    entry: (id: string, definition: RegisterDefinition, own: boolean): HistorySource[] => [{ versions: repo.versionsOf('register_entry', [id]), diff: perRow((before, after) => diffEntry(definition, before, after, names, own)) }],
    organisation: (id: string): HistorySource[] => [
      related({ table: 'organisation_name', label: fields.organisation_name.name, word: (body) => text(body['name']) }, id),
      related({ table: 'organisation_name', label: fields.organisation_name.short_name, word: (body) => text(body['short_name']) }, id),
      related({ table: 'organisation_parent', label: fields.organisation_parent.parent_id, word: (body) => names.organisation(text(body['parent_id'])) }, id),
      related({ table: 'organisation_category', label: fields.organisation_category.category_code, word: (body) => names.category(text(body['category_code'])) }, id),
      related({ table: 'organisation_kind', label: fields.organisation_kind.kind, word: (body) => nameOf(organisationKinds, text(body['kind'])) }, id),
      related({ table: 'organisation_form', label: fields.organisation_form.build_form, word: (body) => nameOf(buildForms, text(body['build_form'])) }, id),
      related({ table: 'organisation_label', label: tables.organisation_label, word: (body) => nameOf(branchLabels, text(body['label'])) }, id),
      related({ table: 'unit_coverage', label: tables.unit_coverage, word: (body) => repo.unitName(text(body['unit_id'])) }, id),
      related({ table: 'organisation_place', label: tables.organisation_place, word: (body) => text(body['name']) }, id),
      related({ table: 'organisation_brand', label: tables.organisation_brand, word: (body) => text(body['name']) }, id),
      related({ table: 'organisation_term', label: tables.organisation_term, end: 'ended_day', saysStart: true, word: (body) => historyText.term(text(body['from_day']), text(body['due_day'])) }, id),
      besides('organisation_term', id, ['organisation_term.from_day', 'organisation_term.due_day', 'organisation_term.ended_day']),
      related({ table: 'organisation_post', label: tables.organisation_post, word: postWord }, id),
      besides('organisation_post', id, ['organisation_post.name', 'organisation_post.member_id', 'organisation_post.post', 'organisation_post.from_day', 'organisation_post.to_day']),
      rows('norm_decision', repo.relatedIds('norm_decision', id)),
      rows('term_reminder', repo.relatedIds('term_reminder', id)),
      rows('cross_post', repo.relatedIds('cross_post', id)),
      rows('contact_relation', repo.relatedIds('contact_relation', id)),
      rows('contact_visit', repo.visitIdsOf(id)),
      rows('key_post', repo.relatedIds('key_post', id)),
      rows('organisation', [id]),
    ],
    dues: (entryId: string): HistorySource[] => [rows('dues_entry', [entryId])],
    evaluation: (branchId: string, period: string): HistorySource[] => [manual(branchId, period), entries('score_event', branchId, period), entries('veto_decision', branchId, period), entries('exemption', branchId, period)],
    /** 会议的称呼:有名称用名称,没有就用类型。 */
    meetingTitle: ({ meetingType, title, startAt }: { readonly meetingType: string; readonly title: string; readonly startAt: string }): string => historyText.meetingTitle(title === '' ? nameOf(meetingTypes, meetingType) : title, startAt.slice(0, 10)),
  }
}
