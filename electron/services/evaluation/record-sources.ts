import { developmentSteps } from '../../../shared/data/code-tables/development-steps.ts'
import { meetingTypes } from '../../../shared/data/code-tables/meeting-types.ts'
import { PLAN_KEYS } from '../../../shared/data/registers/plans.ts'
import { SHIPPED_REGISTERS, shippedRegister } from '../../../shared/data/registers/index.ts'
import { scoringRulesText } from '../../../shared/i18n/zh-CN/scoring-rules.ts'
import { developmentFacts } from '../../domain/evaluation/development-facts.ts'
import type { FactTableName } from '../../domain/evaluation/fact-vocabulary.ts'
import { appraisalFact, followUpFact, registerFact, studyFact, submissionDue, submissionFact, talkFact } from '../../domain/evaluation/record-facts.ts'
import { developmentNormsOf } from '../../domain/norms/development-norms.ts'
import type { Fact } from '../../domain/scoring/input.ts'
import { createDevelopmentRepo } from '../../store/repos/development-repo.ts'
import { createNormRepo } from '../../store/repos/norm-repo.ts'
import { createRegisterRepo } from '../../store/repos/register-repo.ts'
import { createScoreRecordRepo } from '../../store/repos/score-record-repo.ts'
import { createStudyHours } from '../registers/study-hours.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'

/** 取一个支部的记录要知道的:时间窗的两端,期末那天,以及记下一条事实的名称。 */
export interface FactPlace {
  readonly branchId: string
  readonly from: string
  readonly to: string
  readonly day: string
  /** 支部哪天成立;没有登记为 null。以前的计划、总结不要它报。 */
  readonly foundedOn: string | null
  label(table: FactTableName, id: string, text: string): void
}
type RecordTable = 'follow_ups' | 'talks' | 'study' | 'registers' | 'development' | 'submissions' | 'appraisals'
type Sources = Readonly<Record<RecordTable, (place: FactPlace) => Fact[]>>

const YEARLY = SHIPPED_REGISTERS.filter(({ yearly }) => yearly !== undefined).map(({ key }) => key)
const nameOf = (key: string): string => shippedRegister(key)?.name ?? key

/** 督办、谈话、学时、登记簿、发展、上报、评议各表的取数;一次一个支部。 */
export const createRecordSources = (scope: WorkspaceScope): Sources => {
  const { db } = scope.store
  const records = createScoreRecordRepo(db)
  const people = createDevelopmentRepo(db)
  const norms = createNormRepo(db)
  const studyHours = createStudyHours(
    scope.store,
    createRegisterRepo(db, () => scope.ports.ids.next()),
  )
  return {
    follow_ups: ({ label, ...place }) =>
      records.followUps(place).map((row) => {
        label('follow_ups', row.id, row.title)
        return followUpFact(row, place.day)
      }),
    talks: ({ label, ...place }) =>
      records.talks(place).map((row) => {
        // 谁和谁谈的不在这里说。
        label('talks', row.id, scoringRulesText.tables['talks']?.values?.['kind']?.[row.kind] ?? nameOf('talks'))
        return talkFact(row)
      }),
    study: ({ branchId, day, label }) =>
      studyHours(branchId, Number(day.slice(0, 4)), day, day).map((row) => {
        label('study', row.memberId, row.name)
        return studyFact(row, day)
      }),
    registers: ({ label, ...place }) =>
      records.registers(place, PLAN_KEYS, place.day).map((row) => {
        label('registers', row.id, row.register === 'talks' ? nameOf(row.register) : `${nameOf(row.register)} ${row.title}`)
        return registerFact(row)
      }),
    development: ({ branchId, from, to, day, label }) => {
      const persons = people.inBranches([branchId], true, day)
      const ids = persons.map(({ id }) => id)
      const [steps, documents, events] = [people.stepsOf(ids), people.documentsOf(ids), people.eventsOf(ids)]
      const windows = developmentNormsOf(norms.normValue)
      return persons.flatMap(({ id, status, joinedOn, fields }) => {
        const own = new Map((steps.get(id) ?? []).map((record) => [record.step, { state: record.state, fields: record.fields }]))
        // 只照日子判断早晚:带几个人、介绍人是谁、志愿书编号都不看。
        const facts = { birthDate: fields.birthDate, firstStep: fields.firstStep, transferredInOn: fields.transferredInOn, temporaryBranch: false, steps: own, events: events.get(id) ?? [], documents: documents.get(id) ?? [], joinedOn, helpers: new Map(), formNumbers: [] }
        return developmentFacts(id, facts, status === 'active', windows, day).flatMap((fact) => {
          // 办在以前、期限也在以前的不在时间窗里。
          if (fact.date > to || (fact.date < from && (fact.due ?? '') < from)) return []
          label('development', fact.id, `${fields.name} ${developmentSteps[fact.step - 1]?.name ?? ''}`)
          return [fact]
        })
      })
    },
    submissions: ({ branchId, from, to, day, foundedOn, label }) => {
      const [first, last] = [Number(from.slice(0, 4)) - 1, Number(to.slice(0, 4))]
      return YEARLY.flatMap((register) =>
        Array.from({ length: last - first + 1 }, (_, index) => first + index).flatMap((year) => {
          const due = submissionDue(register, year)
          if (due === null || due < from || due > to || (foundedOn !== null && foundedOn > due)) return []
          label('submissions', `${register} ${year}`, `${year} ${nameOf(register)}`)
          return [submissionFact(records.submission(branchId, register, year), due, day)]
        }),
      )
    },
    appraisals: ({ label, ...place }) =>
      records.appraisals(place).map((row) => {
        label('appraisals', row.id, row.title === '' ? (meetingTypes.find(({ code }) => code === row.meetingType)?.name ?? '') : row.title)
        return appraisalFact(row)
      }),
  }
}
