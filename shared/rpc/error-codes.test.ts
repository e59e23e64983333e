import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ContractTree } from '../contract/define.ts'
import { contract } from '../contract/index.ts'
import { desktopContract } from '../contract/desktop.contract.ts'
import { describeError, errorSentences } from '../i18n/zh-CN/errors.ts'
import { ALWAYS_POSSIBLE_CODES, COMMON_ERROR_CODES, DOMAIN_ERROR_CODES, FILE_ERROR_CODES, SAFETY_ERROR_CODES, STORE_ERROR_CODES } from './error-codes.ts'

const all: readonly string[] = [...COMMON_ERROR_CODES, ...STORE_ERROR_CODES, ...DOMAIN_ERROR_CODES, ...FILE_ERROR_CODES, ...SAFETY_ERROR_CODES]
const procedures = Object.values({ ...contract, ...desktopContract } as ContractTree).flatMap((group) => Object.values(group))
const declared = new Set<string>([...ALWAYS_POSSIBLE_CODES, ...procedures.flatMap((procedure) => Object.keys(procedure.errors))])
const sources = readdirSync(join(import.meta.dirname, '..', '..', 'electron'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))

describe('每个错误代码', () => {
  it('不重复', () => expect(new Set(all).size).toBe(all.length))
  it.each(all)('%s 有三句话,带不带数据都成句', (code) => {
    for (const data of [null, undefined, {}, { path: '/数据/堡垒', owner: 'a@b', code: '001', name: '甲', count: 3, full: '5', period: '2026-09' }, '乱', [1]]) {
      const { cause, safe, next } = describeError(code, data)
      for (const sentence of [cause, safe, next]) {
        expect(sentence.length).toBeGreaterThan(4)
        expect(sentence).not.toMatch(/undefined|null|NaN|\[object/)
      }
    }
  })
  it.each(all)('%s 有过程声明,或随时可能', (code) => expect(declared).toContain(code))
})

it('没有多出来的说明,不认得的代码有话可说', () => {
  expect(Object.keys(errorSentences).toSorted()).toEqual([...all].toSorted())
  expect(describeError('SOMETHING_NEW', {})).toEqual(describeError('INTERNAL', {}))
  expect(describeError('__proto__', {})).toEqual(describeError('INTERNAL', {}))
})

it('源码里报出的代码都声明过', () => {
  const used = sources.flatMap((text) => [...text.matchAll(/(?:\bfail(?:With)?|new (?:StoreError|DeclaredFailure))\(\s*'([A-Z_]+)'/g)].map(([, code]) => code ?? ''))
  expect(used.length).toBeGreaterThan(30)
  expect([...new Set(used)].filter((code) => !declared.has(code))).toEqual([])
})
