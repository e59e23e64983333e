import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BACKUP_KINDS, type BackupKind } from '../../electron/store/backup/backup-name.ts'
import { problemOf } from '../../electron/store/backup/backup-problem.ts'
import { compareBackups } from '../../electron/store/backup/list-backups.ts'
import { planRetention, RETENTION, type RetainedEntry } from '../../electron/store/backup/retention.ts'
import { entryOf } from '../support/backup-entry.ts'

const local = (text: string): number => new Date(text).getTime()
const MINUTE = 60_000
const DAY = 86_400_000
const namesOf = (entries: readonly RetainedEntry[]): string[] => entries.map(({ name }) => name)

describe('留存', () => {
  it('一天里每十分钟一份:最近 12 个刻钟各留最新,这一天留最新,其余收走', () => {
    const start = local('2026-11-20T08:00:00')
    const entries = Array.from({ length: 48 }, (_, index) => entryOf({ name: `q${index}`, madeAt: start + index * 10 * MINUTE, seq: index }))
    const { keep, remove } = planRetention(entries)
    expect(keep).toHaveLength(RETENTION.quarterHours)
    expect(keep[0]).toEqual({ entry: entries[47], reasons: ['newest', 'quarter_hour', 'day', 'week', 'month'] })
    const quarters = keep.map(({ entry }) => Math.floor(entry.madeAt / (15 * MINUTE)))
    expect(new Set(quarters).size).toBe(12)
    for (const gone of remove) expect(entries.some((kept) => !remove.includes(kept) && Math.floor(kept.madeAt / (15 * MINUTE)) === Math.floor(gone.madeAt / (15 * MINUTE)) && kept.madeAt > gone.madeAt) || gone.madeAt < Math.min(...keep.map(({ entry }) => entry.madeAt))).toBe(true)
  })

  it('三年每天一份:12 个刻钟、14 天、8 周、24 个月', () => {
    const entries = Array.from({ length: 1095 }, (_, index) => entryOf({ name: `d${index}`, kind: 'daily', madeAt: local('2024-01-01T09:00:00') + index * DAY, seq: index }))
    const { keep, remove } = planRetention(entries)
    const count = (reason: string): number => keep.filter(({ reasons }) => (reasons as readonly string[]).includes(reason)).length
    expect([count('quarter_hour'), count('day'), count('week'), count('month')]).toEqual([12, 14, 8, 24])
    expect(keep.length + remove.length).toBe(1095)
    // 14 天连着;再往前 6 周各一份(周日的);再往前是各月最后一天的。
    const days = keep.map(({ entry }) => new Date(entry.madeAt))
    expect(days.slice(0, 14).every((day, index) => index === 0 || (days[index - 1]?.getTime() ?? 0) - day.getTime() === DAY)).toBe(true)
    expect(keep.filter(({ reasons }) => reasons.length === 1 && reasons[0] === 'week').every(({ entry }) => new Date(entry.madeAt).getDay() === 0)).toBe(true)
    expect(keep.filter(({ reasons }) => reasons.length === 1 && reasons[0] === 'month').every(({ entry }) => new Date(entry.madeAt + DAY).getDate() === 1)).toBe(true)
  })

  it('升级前、恢复前各留三份,人做的全留;超过上限只提醒,不删', () => {
    const kinds: BackupKind[] = ['before_migration', 'before_restore', 'manual']
    const entries = kinds.flatMap((kind, group) => Array.from({ length: 6 }, (_, index) => entryOf({ name: `${kind}-${index}`, kind, madeAt: local('2020-03-05T09:00:00') + index * 1000, seq: group * 10 + index, bytes: 100 })))
    const later = Array.from({ length: 12 }, (_, index) => entryOf({ name: `x${index}`, kind: 'quarter_hour', madeAt: local('2026-03-05T09:00:00') + index * 15 * MINUTE, seq: 100 + index, bytes: 100 }))
    const plan = planRetention([...entries, ...later], 1000)
    const kept = plan.keep.filter(({ entry }) => entry.madeAt < local('2021-01-01')).map(({ entry }) => entry.name)
    // 2020 年那一天(也是那一周、那一月)最新的一份是人做的 manual-5。
    expect(kept.toSorted()).toEqual(['before_migration-3', 'before_migration-4', 'before_migration-5', 'before_restore-3', 'before_restore-4', 'before_restore-5', 'manual-0', 'manual-1', 'manual-2', 'manual-3', 'manual-4', 'manual-5'])
    expect(plan.keptBytes).toBe(2400)
    expect(plan.isOverCap).toBe(true)
    expect(plan.suggested).toHaveLength(14)
    expect(namesOf(plan.suggested)).not.toContain('x11')
    expect(planRetention([...entries, ...later], 2400)).toMatchObject({ isOverCap: false, suggested: [] })
  })

  it('坏了的不占名额、不自动删;同一天较旧的好的留着', () => {
    const good = entryOf({ name: 'good', madeAt: local('2026-11-01T09:00:00'), seq: 1 })
    const bad = entryOf({ name: 'bad', madeAt: local('2026-11-01T10:00:00'), seq: 2, problems: [problemOf('file_changed', 'baolei.db')] })
    const noManifest = { ...entryOf({ name: 'none', madeAt: local('2026-11-01T11:00:00'), seq: 3, problems: [problemOf('manifest_missing')] }), manifest: null }
    const plan = planRetention([good, bad, noManifest])
    expect(plan.remove).toEqual([])
    expect(plan.keep.find(({ entry }) => entry === good)?.reasons).toContain('newest')
    expect(plan.keep.find(({ entry }) => entry === bad)?.reasons).toEqual(['damaged'])
    expect(plan.keep.find(({ entry }) => entry === noManifest)?.reasons).toEqual(['damaged'])
  })

  it('时钟往前跳过十年又拨回来:真的最新一份照样留,跳出去的那些照样往后挤(F08)', () => {
    const future = Array.from({ length: 30 }, (_, index) => entryOf({ name: `f${index}`, madeAt: local('2036-01-01T09:00:00') + index * DAY, seq: index }))
    const real = Array.from({ length: 20 }, (_, index) => entryOf({ name: `r${index}`, madeAt: local('2026-01-01T09:00:00') + index * DAY, seq: 100 + index }))
    const { keep, remove } = planRetention([...future, ...real])
    expect(keep[0]?.entry).toBe(real[19])
    expect(namesOf(remove)).toContain('f0')
    expect(keep.filter(({ entry }) => real.includes(entry) && entry.madeAt >= local('2026-01-07')).length).toBe(14)
  })

  const arbitraryEntries = fc.array(
    fc.record({
      kind: fc.constantFrom(...BACKUP_KINDS),
      madeAt: fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2026, 11, 31) }),
      epoch: fc.integer({ min: 1, max: 3 }),
      seq: fc.integer({ min: 0, max: 200 }),
      bad: fc.boolean(),
      bytes: fc.integer({ min: 0, max: 1000 }),
    }),
    { maxLength: 120 },
  )
  it('任意一堆:最新的好的一份必留,坏的、人做的不删,不多留,做两遍和一遍一样', () => {
    fc.assert(
      fc.property(arbitraryEntries, fc.integer({ min: 0, max: 20_000 }), (raw, cap) => {
        const entries = raw.map(({ bad, ...rest }, index) => entryOf({ ...rest, name: `b${index}`, problems: bad ? [problemOf('integrity')] : [] }))
        const plan = planRetention(entries, cap)
        const good = entries.filter(({ problems }) => problems.length === 0).toSorted(compareBackups)
        expect([...plan.keep.map(({ entry }) => entry), ...plan.remove].toSorted(compareBackups)).toEqual(entries.toSorted(compareBackups))
        if (good[0] !== undefined) {
          expect(plan.keep.some(({ entry }) => entry === good[0])).toBe(true)
          expect(plan.suggested).not.toContain(good[0])
        }
        for (const { kind, problems } of plan.remove) expect(kind !== 'manual' && problems.length === 0).toBe(true)
        const counted = plan.keep.filter(({ entry, reasons }) => entry.kind !== 'manual' && !reasons.includes('damaged'))
        expect(counted.length).toBeLessThanOrEqual(12 + 14 + 8 + 24 + 3 + 3 + 1)
        for (const { entry, reasons } of counted) expect(reasons.length, entry.name).toBeGreaterThan(0)
        const again = planRetention(
          plan.keep.map(({ entry }) => entry),
          cap,
        )
        expect(again.remove).toEqual([])
        const left = plan.keptBytes - plan.suggested.reduce((sum, { bytes }) => sum + bytes, 0)
        expect(left <= cap || plan.keep.length - plan.suggested.length <= 1).toBe(true)
      }),
      { seed: 20261120, numRuns: 200 },
    )
  })

  it('一份一份地做、每次都收:每档都够数,从不少于一次收完', () => {
    let kept: RetainedEntry[] = []
    const all: RetainedEntry[] = []
    for (let index = 0; index < 60 * 8; index += 1) {
      // 六十天,每天 9 点到 17 点一小时一份。
      const madeAt = local('2026-01-05T09:00:00') + Math.floor(index / 8) * DAY + (index % 8) * 60 * MINUTE
      const entry = entryOf({ name: `e${index}`, madeAt, seq: index })
      all.push(entry)
      kept = planRetention([...kept, entry]).keep.map((row) => row.entry)
    }
    const atOnce = planRetention(all).keep
    const count = (reason: string): number => planRetention(kept).keep.filter(({ reasons }) => (reasons as readonly string[]).includes(reason)).length
    expect(namesOf(kept)).toEqual(namesOf(atOnce.map(({ entry }) => entry)))
    expect([count('quarter_hour'), count('day'), count('week'), count('month')]).toEqual([12, 14, 8, 3])
  })
})
