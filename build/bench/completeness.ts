import { benchText } from '../../shared/i18n/zh-CN/bench.ts'
import { createCompletenessHandlers } from '../../electron/services/completeness-service.ts'
import { createOrganisationWrites } from '../../electron/store/repos/organisation-writes.ts'
import { must } from '../../test/support/make-core.ts'
import { makeScope } from '../../test/support/make-scope.ts'
import { median, round, type BenchRow } from './bench-row.ts'

const BRANCHES = 1000
const GROUPS = 2
const COMMITTEE = 3
const MONTHS = 12
const RUNS = 7
const YEAR = 2026
const pad = (value: number, width: number): string => String(value).padStart(width, '0')

/**
 * 1000 个支部 × 12 个月:每个支部两个党小组、三人支委会;每月支委会、主题党日、两个党小组会,每季大会、党课,每月一次谈心谈话,
 * 合五万多份记录。记录直接写表(没有正文、名单),只供量快慢;经真调度器,输出照契约核对。
 */
export const measureCompleteness = async (): Promise<readonly BenchRow[]> => {
  const test = makeScope()
  try {
    const { scope, clock } = test
    clock.set('2026-12-20')
    const { db } = scope.store
    const next = (): string => scope.ports.ids.next()
    const writes = createOrganisationWrites(db, next)
    const branches = scope.write('organisation', 'organisations.add', (transaction) => {
      transaction.groupUnder(transaction.audit({ ownerUnit: null, table: 'organisation', recordId: '', detail: { action: 'sample' } }))
      const add = (parentId: string | null, kind: 'party_committee' | 'branch' | 'party_group', name: string, code: string) => writes.add(transaction, { parentId, kind, name, shortName: '', code, category: null, fromDay: '2015-01-01', foundedOn: '2015-01-01' })
      const root = add(null, 'party_committee', 'root', 'R')
      return Array.from({ length: BRANCHES }, (_, index) => {
        const id = add(root, 'branch', `branch ${index + 1}`, pad(index + 1, 5))
        return { id, groups: Array.from({ length: GROUPS }, (_unused, group) => add(id, 'party_group', `group ${index + 1}-${group + 1}`, '')) }
      })
    })
    const insertPost = db.prepare("INSERT INTO organisation_post (id, owner_unit, organisation_id, name, post, from_day) VALUES (?, ?, ?, ?, ?, '2016-01-01')")
    const insertMeeting = db.prepare("INSERT INTO meeting (id, owner_unit, branch_id, meeting_type, party_group_id, start_at, state, finished_at, created_at, updated_at) VALUES (@id, @branch, @branch, @type, @group, @day || ' 15:00', 'finished', @at, 0, 0)")
    const insertQuorum = db.prepare('INSERT INTO meeting_quorum (meeting_id, reached) VALUES (?, 1)')
    const insertTalk = db.prepare("INSERT INTO register_entry (id, owner_unit, branch_id, definition_key, definition_version, day, title, body, created_at, updated_at) VALUES (@id, @branch, @branch, 'talks', 1, @day, '', @body, @at, 0)")
    const talkBody = (kind: string): string => JSON.stringify({ kind, talkers: [{ memberId: null, name: 'a' }], partners: [{ memberId: null, name: 'b' }] })
    db.prepare("INSERT INTO register_definition (id, owner_unit, definition_key, version, name, body, created_at) SELECT 'talks@1', id, 'talks', 1, 'talks', '{}', 0 FROM organisation LIMIT 1").run()
    let records = 0
    db.transaction(() => {
      for (const [place, { id: branch, groups }] of branches.entries()) {
        for (let person = 0; person < COMMITTEE; person++) insertPost.run(next(), branch, branch, `person ${person}`, person === 0 ? 'secretary' : 'organisation')
        for (let month = 1; month <= MONTHS; month++) {
          // 每个支部各缺一个月,免得全是齐的。
          if (month === 1 + (place % MONTHS)) continue
          const day = `${YEAR}-${pad(month, 2)}-${pad(1 + (place % 18), 2)}`
          const at = Date.parse(`${day}T08:00:00Z`) + (place % 9 === 0 ? 40 * 86_400_000 : 0)
          const hold = (type: string, group: string | null): void => {
            const id = next()
            insertMeeting.run({ id, branch, type, group, day, at })
            insertQuorum.run(id)
            records += 1
          }
          insertTalk.run({ id: next(), branch, day, body: talkBody(['committee', 'committee_member', 'members'][month % 3] ?? 'members'), at })
          hold('committee_meeting', null)
          hold('theme_day', null)
          for (const group of groups) hold('group_meeting', group)
          if (month % 3 === 0) for (const type of ['general_meeting', 'party_lecture']) hold(type, null)
        }
      }
    })()
    const api = test.clientOf({ completeness: createCompletenessHandlers(scope) })
    const [times, used]: [number[], number[]] = [[], []]
    let missing = 0
    for (let run = 0; run < RUNS; run++) {
      const from = process.cpuUsage()
      const started = performance.now()
      const { rows } = await must(api.completeness.matrix({ organisationId: null, year: YEAR }))
      times.push(performance.now() - started)
      const { user, system } = process.cpuUsage(from)
      used.push((user + system) / 1000)
      missing = rows.reduce((sum, { counts }) => sum + counts.missing, 0)
    }
    return [{ name: benchText.completeness, value: round(median(times)), unit: 'ms', budget: 200, note: `${benchText.completenessNote(records, missing, round(times[0] ?? 0))}，${benchText.cpu(round(median(used)))}` }]
  } finally {
    test.close()
  }
}
