import type { Database } from 'better-sqlite3'
import type { OrganisationKind } from '../../../shared/model/organisation.ts'
import type { OrganisationLife } from '../../domain/organisation/structure.ts'
import { planSetFrom, segmentOn, type Segment } from '../../domain/organisation/timeline.ts'
import { addDays } from '../../../shared/util/day-arithmetic.ts'
import type { LoggedRows, RowChange } from '../logged-rows.ts'
import type { Row } from '../record-table.ts'
import type { Transaction } from '../unit-of-work.ts'

/** 组织带起止日期的几样:名称、上级、类别、分类、组建方式。 */
const LINES = {
  name: { table: 'organisation_name', columns: ['name', 'short_name'] },
  parent: { table: 'organisation_parent', columns: ['parent_id'] },
  kind: { table: 'organisation_kind', columns: ['kind'] },
  category: { table: 'organisation_category', columns: ['category_code'] },
  form: { table: 'organisation_form', columns: ['build_form'] },
} as const
export type LineName = keyof typeof LINES
export const LINE_TABLES = Object.values(LINES).map(({ table }) => table)

const isSame = (a: Row, b: Row): boolean => Object.entries(b).every(([column, value]) => a[column] === value)

/** 按日期改组织的名称、上级、类别:可以补记从前的,也可以先记将来的,不冲掉已有的别的变动。 */
export const createOrganisationLines = (db: Database, nextId: () => string, rows: LoggedRows) => {
  const selects = Object.fromEntries(Object.values(LINES).map(({ table, columns }) => [table, db.prepare(`SELECT id, from_day, to_day, ${columns.join(', ')} FROM ${table} WHERE organisation_id = ? AND (to_day IS NULL OR to_day > from_day) ORDER BY from_day`)]))
  const ids = Object.fromEntries(LINE_TABLES.map((table) => [table, db.prepare(`SELECT id FROM ${table} WHERE organisation_id = ?`).pluck()]))
  const units = db.prepare('SELECT id, kind, founded_on AS foundedOn, revoked_on AS revokedOn FROM organisation WHERE deleted_at IS NULL')
  const allParents = db.prepare('SELECT organisation_id AS id, from_day AS "from", to_day AS "to", parent_id AS value FROM organisation_parent WHERE to_day IS NULL OR to_day > from_day ORDER BY from_day')
  const allKinds = db.prepare('SELECT organisation_id AS id, from_day AS "from", to_day AS "to", kind AS value FROM organisation_kind WHERE to_day IS NULL OR to_day > from_day ORDER BY from_day')

  const segments = (line: LineName, organisationId: string): Segment<Row>[] => {
    const { table, columns } = LINES[line]
    return ((selects[table]?.all(organisationId) ?? []) as Row[]).map((row) => ({ id: String(row['id']), from: String(row['from_day']), to: row['to_day'] as string | null, value: Object.fromEntries(columns.map((column) => [column, row[column] ?? null])) }))
  }
  const grouped = <V>(found: readonly { readonly id: string; readonly from: string; readonly to: string | null; readonly value: V }[]): Map<string, { from: string; to: string | null; value: V }[]> => {
    const groups = new Map<string, { from: string; to: string | null; value: V }[]>()
    for (const { id, ...span } of found) {
      const list = groups.get(id)
      if (list === undefined) groups.set(id, [span])
      else list.push(span)
    }
    return groups
  }
  return {
    segments,
    /**
     * 自 day 起改为 value。
     *
     * @param otherwise 还没有写过行时,在此之前是什么(类别、组建方式头一次变才写行)。
     * @returns 是否有变动。
     */
    setFrom: (transaction: Transaction, log: RowChange[], line: LineName, organisationId: string, value: Row, day: string, otherwise?: Row): boolean => {
      const { table } = LINES[line]
      const insert = (from: string, to: string | null, values: Row): void => rows.insert(transaction, log, table, { id: nextId(), owner_unit: organisationId, organisation_id: organisationId, ...values, from_day: from, to_day: to })
      const before = segments(line, organisationId)
      if (before.length === 0 && otherwise !== undefined) {
        if (isSame(otherwise, value)) return false
        insert(addDays(day, -1), day, otherwise)
        insert(day, null, value)
        return true
      }
      const steps = planSetFrom(before, day, value, isSame)
      for (const step of steps) {
        if (step.step === 'insert') insert(step.from, step.to, step.value)
        else if (step.step === 'trim') rows.update(transaction, log, table, step.id, { from_day: step.from, to_day: step.to })
        else rows.update(transaction, log, table, step.id, step.value)
      }
      return steps.length > 0
    },
    /** 更正:那一天的一段写错了,整段就地改。 */
    correct: (transaction: Transaction, line: LineName, organisationId: string, value: Row, day: string): boolean => {
      const segment = segmentOn(segments(line, organisationId), day)
      if (segment === undefined || isSame(segment.value, value)) return false
      rows.update(transaction, [], LINES[line].table, segment.id, value)
      return true
    },
    /** 那一天的一段;没有为 undefined。 */
    segmentOn: (line: LineName, organisationId: string, day: string): Segment<Row> | undefined => segmentOn(segments(line, organisationId), day),
    /** 刚建好的组织:它的行都记在这次变动名下。 */
    noteNew: (log: RowChange[], organisationId: string): void => {
      rows.note(log, 'organisation', organisationId)
      for (const table of LINE_TABLES) for (const id of (ids[table]?.all(organisationId) ?? []) as string[]) rows.note(log, table, id)
    },
    /** 全部组织的一生,供核对树还成不成树。 */
    lives: (): Map<string, OrganisationLife> => {
      const parents = grouped(allParents.all() as { id: string; from: string; to: string | null; value: string }[])
      const kinds = grouped(allKinds.all() as { id: string; from: string; to: string | null; value: OrganisationKind }[])
      return new Map((units.all() as { id: string; kind: OrganisationKind; foundedOn: string | null; revokedOn: string | null }[]).map((unit) => [unit.id, { ...unit, kinds: kinds.get(unit.id) ?? [], parents: parents.get(unit.id) ?? [] }]))
    },
  }
}
