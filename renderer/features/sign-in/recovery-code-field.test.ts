import { describe, expect, it } from 'vitest'
import { codeProblem } from './recovery-code-field.tsx'

/** 公开的示例码(age 说明书里的那一个),不对应任何工作区。 */
const CODE = 'AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX'

describe('照着恢复单打', () => {
  it('没打完不说;打完对了不说', () => {
    for (let length = 0; length < CODE.length; length++) expect(codeProblem(CODE.slice(0, length))).toBeNull()
    expect(codeProblem(CODE)).toBeNull()
    expect(codeProblem(CODE.toLowerCase().replaceAll(/(.{4})/g, '$1 '))).toBeNull()
  })
  it('每一个字符抄错都指得出是第几组', () => {
    for (let index = 16; index < CODE.length; index++) {
      const wrong = CODE[index] === 'Q' ? 'P' : 'Q'
      const group = Math.floor(index / 4) + 1
      expect(codeProblem(CODE.slice(0, index) + wrong + CODE.slice(index + 1))).toEqual({ words: `第 ${group} 组抄错了，请对照恢复单`, group })
    }
  })
  it('开头不对、多打、错得多都说得清', () => {
    expect(codeProblem('AGE-PUBLIC')?.words).toContain('开头不对')
    expect(codeProblem(`${CODE}QQ`)?.words).toBe('多了 2 个字符，请对照恢复单看一遍')
    expect(codeProblem(`${CODE.slice(0, 40)}QQQQQQ${CODE.slice(46)}`)?.words).toBe('有不止一处抄错，请逐组对照恢复单')
  })
})
