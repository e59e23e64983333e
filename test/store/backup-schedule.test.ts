import { describe, expect, it } from 'vitest'
import { problemOf } from '../../electron/store/backup/backup-problem.ts'
import { judgeSecondPlace, planWork } from '../../electron/store/backup/schedule.ts'
import { entryOf } from '../support/backup-entry.ts'

const local = (text: string): number => new Date(text).getTime()
const MINUTE = 60_000
const DAY = 86_400_000
const now = local('2026-11-20T10:00:00')
const head = { epoch: 1, seq: 5 }
const base = { now, isClosing: false, head, lastDrillAt: now - DAY }
const made = (madeAt: number, seq: number, more: Partial<Parameters<typeof entryOf>[0]> = {}) => entryOf({ name: `b${madeAt}-${seq}`, madeAt, seq, ...more })

describe('该做什么', () => {
  const cases: readonly (readonly [string, Parameters<typeof planWork>[0], 'daily' | 'quarter_hour' | 'at_close' | null])[] = [
    ['一份也没有', { ...base, backups: [] }, 'daily'],
    ['今天还没有,即使没有改动', { ...base, backups: [made(now - DAY, 5)] }, 'daily'],
    ['今天的那份坏了', { ...base, backups: [made(now - MINUTE, 5, { problems: [problemOf('file_changed')] })] }, 'daily'],
    ['有改动,满 15 分钟', { ...base, backups: [made(now - 15 * MINUTE, 4)] }, 'quarter_hour'],
    ['有改动,差一点到 15 分钟', { ...base, backups: [made(now - 15 * MINUTE + 1, 4)] }, null],
    ['没有改动', { ...base, backups: [made(now - 60 * MINUTE, 5)] }, null],
    ['纪元变了也算改动', { ...base, head: { epoch: 2, seq: 5 }, backups: [made(now - 60 * MINUTE, 5)] }, 'quarter_hour'],
    ['刚为别的事做过一份', { ...base, backups: [made(now - 2 * MINUTE, 4, { kind: 'before_import' }), made(now - 60 * MINUTE, 3)] }, null],
    ['时钟往回拨了一小时:上一份在将来', { ...base, backups: [made(now + 60 * MINUTE, 4)] }, 'quarter_hour'],
    ['关的时候有改动', { ...base, isClosing: true, backups: [made(now - MINUTE, 4)] }, 'at_close'],
    ['关的时候没有改动', { ...base, isClosing: true, backups: [made(now - DAY, 5)] }, null],
    ['关的时候一份也没有', { ...base, isClosing: true, backups: [] }, 'at_close'],
  ]
  it.each(cases)('%s', (_name, input, expected) => expect(planWork(input).backup).toBe(expected))

  it('演练每周一次;一份备份也没有时无从演练;时钟往回拨过也照做', () => {
    const backups = [made(now, 5)]
    const due = (lastDrillAt: number | null, more = {}): boolean => planWork({ ...base, backups, lastDrillAt, ...more }).isDrillDue
    expect([due(null), due(now - 7 * DAY), due(now - 7 * DAY + 1), due(now + DAY), due(null, { backups: [] }), due(null, { isClosing: true })]).toEqual([true, true, false, true, false, false])
  })

  it('满 30 天没核对的重新核对,最久的在前;坏了的不再核', () => {
    const old = made(now - 90 * DAY, 1, { name: 'old' })
    const older = made(now - 120 * DAY, 0, { name: 'older' })
    const rechecked = made(now - 100 * DAY, 0, { name: 'rechecked', verifiedAt: now - 29 * DAY })
    const bad = made(now - 80 * DAY, 2, { name: 'bad', problems: [problemOf('integrity')] })
    const work = planWork({ ...base, backups: [old, rechecked, bad, older, made(now, 5)] })
    expect(work.reverify.map(({ name }) => name)).toEqual(['older', 'old'])
    expect(planWork({ ...base, isClosing: true, backups: [old] }).reverify).toEqual([])
  })

  it('离盘备份:三天算旧,七天算太久,从没有过另说', () => {
    expect([null, now, now - 3 * DAY, now - 7 * DAY, now - 3 * DAY + 1, now + DAY].map((at) => judgeSecondPlace(at, now))).toEqual([
      { ageDays: null, state: 'never' },
      { ageDays: 0, state: 'fine' },
      { ageDays: 3, state: 'old' },
      { ageDays: 7, state: 'overdue' },
      { ageDays: 2, state: 'fine' },
      { ageDays: 0, state: 'fine' },
    ])
  })
})
