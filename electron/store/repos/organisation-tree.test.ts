import { describe, expect, it } from 'vitest'
import type { OrganisationKind } from '../../../shared/model/organisation.ts'
import { buildTree, type TreeRow } from './organisation-tree.ts'

const row = (id: string, parent: string | null, kind: OrganisationKind, order = 0, code = ''): TreeRow => ({ id, rev: 1, code, kind, sort_order: order, name: id, short_name: '', parent_id: parent, category_code: null })

describe('平铺的行排成树', () => {
  it('上级在前;同级先按顺序号,再按代码', () => {
    const rows = [row('d', 'a', 'branch', 2, '001'), row('c', 'a', 'branch', 1, '009'), row('b', 'a', 'branch', 1, '002'), row('a', null, 'party_committee'), row('e', 'b', 'party_group')]
    expect(buildTree(rows, new Map(), new Map(), new Map()).map((node) => node.id)).toEqual(['a', 'b', 'e', 'c', 'd'])
  })
  it('上级已撤销的挂到最上层,不消失', () => {
    expect(buildTree([row('b', 'gone', 'branch')], new Map(), new Map(), new Map())).toMatchObject([{ id: 'b', parentId: null }])
  })
  it('直接上级那天还没有的,挂到再上一级', () => {
    const rows = [row('a', null, 'party_committee'), row('b', 'later', 'branch')]
    expect(buildTree(rows, new Map(), new Map(), new Map([['b', 'later'], ['later', 'a']])).map((node) => [node.id, node.parentId])).toEqual([
      ['a', null],
      ['b', 'a'],
    ])
  })
  it('支部汇总到上级,小组的人不重复加', () => {
    const rows = [row('a', null, 'party_committee'), row('b', 'a', 'general_branch'), row('c', 'b', 'branch'), row('g', 'c', 'party_group'), row('d', 'a', 'branch')]
    const counts = new Map([
      ['c', { full: 8, probationary: 1 }],
      ['g', { full: 5, probationary: 1 }],
      ['d', { full: 3, probationary: 0 }],
    ])
    expect(buildTree(rows, counts, new Map([['c', '书某']]), new Map()).map((node) => [node.id, node.fullMembers, node.probationaryMembers, node.secretaryName])).toEqual([
      ['a', 11, 1, ''],
      ['b', 8, 1, ''],
      ['c', 8, 1, '书某'],
      ['g', 5, 1, ''],
      ['d', 3, 0, ''],
    ])
  })
})
