import { describe, expect, it } from 'vitest'
import { COMMON_ERROR_CODES, DOMAIN_ERROR_CODES, FILE_ERROR_CODES, SAFETY_ERROR_CODES, STORE_ERROR_CODES } from '../../rpc/error-codes.ts'
import { describeError } from './errors.ts'

const codes = [...COMMON_ERROR_CODES, ...STORE_ERROR_CODES, ...DOMAIN_ERROR_CODES, ...FILE_ERROR_CODES, ...SAFETY_ERROR_CODES]

describe('每个错误代码三句话', () => {
  it.each(codes)('%s:发生了什么、什么是安全的、下一步', (code) => {
    for (const data of [null, {}, { path: 'D:\\党建', owner: '办公室', name: '王建国', reason: 'check_digit', limitMegabytes: 30, expected: ['姓名'] }]) {
      const { cause, safe, next } = describeError(code, data)
      for (const sentence of [cause, safe, next]) expect(sentence.trim()).not.toBe('')
      expect(`${cause}${safe}${next}`).not.toMatch(/undefined|null|NaN|\[object/)
    }
  })
  it('名称念得出来', () => {
    expect(describeError('DUPLICATE_ID_NUMBER', { name: '王建国', branchName: '炼铁作业区党支部' }).cause).toBe('同一身份证号已登记：炼铁作业区党支部的“王建国”。')
    expect(describeError('OUT_OF_RANGE', { full: '4' }).next).toBe('请改成 0 到 4 之间。')
  })
  it('不认得的代码按没料到的问题说', () => expect(describeError('SOMETHING_NEW', {})).toEqual(describeError('INTERNAL', {})))
})
