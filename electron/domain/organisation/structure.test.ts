import { describe, expect, it } from 'vitest'
import type { OrganisationKind } from '../../../shared/model/organisation.ts'
import { structureFault, type OrganisationLife } from './structure.ts'

/** 「甲 2024-01-01~2024-06-01;乙 2024-06-01~」→ 各段上级。 */
const spans = (text: string) =>
  text === '' ? [] : text.split(';').map((part) => {
    const [value = '', range = ''] = part.split(' ')
    const [from = '', to = ''] = range.split('~')
    return { from, to: to === '' ? null : to, value }
  })
const life = (id: string, kind: OrganisationKind, parents: string, changes: Partial<OrganisationLife> = {}): OrganisationLife => ({ id, kind, foundedOn: null, revokedOn: null, kinds: [], parents: spans(parents), ...changes })
const faultOf = (lives: readonly OrganisationLife[], focus: readonly string[], day: string): string => {
  const fault = structureFault(new Map(lives.map((each) => [each.id, each])), new Set(focus), day)
  return fault === null ? '' : `${fault.fault} ${fault.id} ${fault.day}`
}
const ROOT = life('根', 'party_committee', '')
const COMMITTEE = life('甲', 'party_committee', '根 2020-01-01~')

describe('变动之后每一天的树', () => {
  it.each<readonly [string, readonly OrganisationLife[], readonly string[], string, string]>([
    ['好好的', [ROOT, COMMITTEE, life('支', 'branch', '甲 2020-01-01~')], ['支'], '2024-01-01', ''],
    ['支部放在支部之下', [ROOT, life('一', 'branch', '根 2020-01-01~'), life('二', 'branch', '根 2020-01-01~2024-01-01;一 2024-01-01~')], ['二'], '2024-01-01', 'unsuitable_parent 二 2024-01-01'],
    ['上级后来撤销', [ROOT, life('甲', 'party_committee', '根 2020-01-01~', { revokedOn: '2025-03-01' }), life('支', 'branch', '甲 2020-01-01~')], ['甲'], '2025-03-01', 'absent_parent 支 2025-03-01'],
    ['上级那天还没成立', [ROOT, life('甲', 'party_committee', '根 2024-06-01~', { foundedOn: '2024-06-01' }), life('支', 'branch', '根 2020-01-01~2024-03-01;甲 2024-03-01~')], ['支'], '2024-03-01', 'absent_parent 支 2024-03-01'],
    ['从前的毛病不算这次的', [ROOT, life('甲', 'party_committee', '根 2024-06-01~', { foundedOn: '2024-06-01' }), life('支', 'branch', '甲 2020-01-01~')], ['支'], '2024-07-01', ''],
    ['自己撤销了就不看', [ROOT, life('甲', 'party_committee', '根 2020-01-01~', { revokedOn: '2025-03-01' }), life('支', 'branch', '甲 2020-01-01~', { revokedOn: '2025-03-01' })], ['甲', '支'], '2025-03-01', ''],
    ['补记的划转,后来绕成圈', [ROOT, life('甲', 'party_committee', '根 2020-01-01~2024-01-01;乙 2024-01-01~'), life('乙', 'party_committee', '根 2020-01-01~2025-01-01;甲 2025-01-01~')], ['甲'], '2024-01-01', 'cycle 甲 2024-01-01'],
    ['改设之后下级放不下', [ROOT, life('总', 'branch', '根 2020-01-01~', { kinds: [{ from: '2020-01-01', to: '2024-05-01', value: 'general_branch' }, { from: '2024-05-01', to: null, value: 'branch' }] }), life('支', 'branch', '总 2020-01-01~')], ['总'], '2024-05-01', 'unsuitable_parent 支 2024-05-01'],
  ])('%s', (_title, lives, focus, day, expected) => expect(faultOf(lives, focus, day)).toBe(expected))
})
