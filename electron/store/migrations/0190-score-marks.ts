/**
 * 考核读的记录一变,那个支部已经算过的成绩就列入待重算(score_dirty),与变动在同一事务里。
 *
 * 与年度封存的锁一样用触发器:登记、导入、删除、取回、撤销导入走的路各不相同,不靠每条路记得去标。
 * 只标已经算过的月份;有日子的记录从那一天所在的月起,没有日子的(发展对象的状态、规则里的数字)从变动的上个月起:
 * 再早的月份评过、公布过,不因今天的改动变旧。重算出来没有变化的不产生新的修订。
 * 本文件随本版本冻结,不引用任何会变的代码。
 */
interface Executor {
  exec(sql: string): unknown
}
type Row = 'NEW' | 'OLD'
const EVENTS: readonly (readonly [event: string, rows: readonly Row[]])[] = [
  ['INSERT', ['NEW']],
  ['UPDATE', ['OLD', 'NEW']],
  ['DELETE', ['OLD']],
]
const lastMonth = (at: string): string => `strftime('%Y-%m', ${at} / 1000, 'unixepoch', 'localtime', 'start of month', '-1 month')`
const mark = (branch: string, from: string, at: string): string =>
  `INSERT INTO score_dirty (branch_id, period, since) SELECT DISTINCT r.branch_id, r.period, ${at} FROM score_result r WHERE r.branch_id = ${branch} AND r.period >= ${from} ON CONFLICT (branch_id, period) DO NOTHING;`

interface Marked {
  readonly table: string
  branch(row: Row): string
  /** 从哪个月起;NULL 为不标。 */
  from(row: Row): string
  at(row: Row): string
}
const own = (row: Row): string => `${row}.branch_id`
const ofPerson = (row: Row): string => `(SELECT p.branch_id FROM development_person p WHERE p.id = ${row}.person_id)`
const updated = (row: Row): string => `${row}.updated_at`
const monthOf = (column: string) => (row: Row): string => `substr(${row}.${column}, 1, 7)`

const MARKED: readonly Marked[] = [
  { table: 'follow_up', branch: own, from: monthOf('raised_on'), at: updated },
  { table: 'register_entry', branch: own, from: monthOf('day'), at: updated },
  // 计划最早在上年 12 月上报。
  { table: 'register_submission', branch: own, from: (row) => `printf('%04d-12', ${row}.year - 1)`, at: updated },
  { table: 'development_person', branch: own, from: (row) => lastMonth(`${row}.updated_at`), at: updated },
  { table: 'development_step', branch: ofPerson, from: monthOf('done_on'), at: updated },
  { table: 'development_document', branch: ofPerson, from: monthOf('dated_on'), at: updated },
  { table: 'development_event', branch: ofPerson, from: monthOf('on_day'), at: (row) => `${row}.created_at` },
]
const triggersOf = ({ table, branch, from, at }: Marked): string =>
  EVENTS.map(([event, rows]) => `CREATE TRIGGER ${table}_score_${event.toLowerCase()} AFTER ${event} ON ${table} BEGIN ${rows.map((row) => mark(branch(row), from(row), at(row))).join(' ')} END;`).join('\n')

/** 学时要求、发展党员的时限改了,全部支部的都要重算。 */
const norms = (['INSERT', 'UPDATE'] as const)
  .map(
    (event) => `CREATE TRIGGER norm_setting_score_${event.toLowerCase()} AFTER ${event} ON norm_setting WHEN NEW.key GLOB 'study_hours*' OR NEW.key GLOB 'development_*' BEGIN
INSERT INTO score_dirty (branch_id, period, since) SELECT DISTINCT r.branch_id, r.period, NEW.changed_at FROM score_result r WHERE r.period >= ${lastMonth('NEW.changed_at')} ON CONFLICT (branch_id, period) DO NOTHING; END;`,
  )
  .join('\n')

export const scoreMarks = {
  version: 190,
  name: '0190-score-marks',
  up(db: Executor): void {
    db.exec([...MARKED.map(triggersOf), norms].join('\n'))
  },
} as const
