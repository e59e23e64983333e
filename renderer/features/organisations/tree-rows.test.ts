import { describe, expect, it } from 'vitest'
import type { OrganisationKind, OrganisationNode } from '../../../shared/model/organisation.ts'
import { matchedIds, matchesNode, startsWith, treeRows } from './tree-rows.ts'

const node = (id: string, parentId: string | null, name: string, kind: OrganisationKind = 'branch', code = ''): OrganisationNode => ({ id, rev: 1, code, kind, name, shortName: '', parentId, category: null, sortOrder: 0, fullMembers: 0, probationaryMembers: 0, secretaryName: '' })
const TREE = [node('a', null, '集团党委', 'party_committee'), node('b', 'a', '炼钢党总支', 'general_branch'), node('c', 'b', '转炉党支部', 'branch', '001'), node('d', 'c', '第一党小组', 'party_group'), node('e', 'a', '机关党支部', 'branch', '002')]
const shown = (folded: readonly string[], typed = ''): string => treeRows(TREE, new Set(folded), typed === '' ? null : matchedIds(TREE, typed)).map((row) => `${row.level}${row.node.id}${row.isParent ? (row.isOpen ? '-' : '+') : ''}`).join(' ')

describe('树上看得见的各行', () => {
  it.each([
    ['全展开', [], '', '1a- 2b- 3c- 4d 2e'],
    ['收起总支', ['b'], '', '1a- 2b+ 2e'],
    ['收起最上级', ['a', 'c'], '', '1a+'],
    ['查找时连上级一起列,收着的也展开', ['a', 'b'], 'zl', '1a- 2b- 3c'],
    ['按代码', ['a'], '002', '1a- 2e'],
    ['查不到', [], '没有', ''],
  ] as const)('%s', (_title, folded, typed, expected) => expect(shown(folded, typed)).toBe(expected))
  it('上级看不到的当作最上级', () => expect(treeRows(TREE.slice(2), new Set(), null).map((row) => `${row.level}${row.node.id}`).join(' ')).toBe('1c 2d 1e'))
})
it.each([
  ['转炉', true],
  ['zldzb', true],
  ['zhuanlu', true],
  ['dzb', true],
  ['001', true],
  ['01', false],
  ['xyz', false],
])('查找 %s:%s', (typed, expected) => expect(matchesNode(TREE[2] ?? node('x', null, ''), typed)).toBe(expected))
it('按字母跳', () => {
  const branch = node('x', null, '转炉党支部')
  expect([startsWith(branch, 'z'), startsWith(branch, 'zl'), startsWith(branch, 'l'), startsWith(branch, '转')]).toEqual([true, true, false, true])
})
