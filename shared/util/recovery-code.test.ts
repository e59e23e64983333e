import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeRecipient, judgeRecoveryCode, recoveryCodeGroups, tidyRecoveryCode } from './recovery-code.ts'

const ALPHABET = 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L'
const HEAD = 'AGE-SECRET-KEY-1'.length
// 一个只用来测试的恢复码,不对应任何数据。
const CODE = 'AGE-SECRET-KEY-12Q5ETT4X4M8Y59YR406MNCN9PW08952UHU2P0UXYYXEKWCNZ89KSQZVKFD'
const RECIPIENT = 'age1nvt44l6axz62g67g4ykttvhd5gmk6pule0y6npgp3j6kp6vnm9aspptkuf'

/** 随机的试验每次一样;失败时会印出最小的反例。 */
const SEED = 20_261_120

describe('恢复码照纸输入', () => {
  it.each([
    ['原样', CODE],
    ['小写', CODE.toLowerCase()],
    ['四个一组、分两行', recoveryCodeGroups(CODE).join(' ').replace(' ', '\n')],
    ['全角', [...CODE].map((character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0)).join('')],
  ])('%s:认得', (_, typed) => {
    expect(judgeRecoveryCode(typed)).toEqual({ verdict: 'good' })
    expect(tidyRecoveryCode(typed)).toBe(CODE)
  })
  it.each([
    ['空白', '', { verdict: 'not_a_code' }],
    ['一句口令', '我的口令', { verdict: 'not_a_code' }],
    ['公钥', RECIPIENT, { verdict: 'not_a_code' }],
    ['少抄两个', CODE.slice(0, -2), { verdict: 'length', difference: -2 }],
    ['多抄一个', `${CODE}Q`, { verdict: 'length', difference: 1 }],
    ['第 7 组把 Y 看成 V', CODE.replace('M8Y5', 'M8V5'), { verdict: 'mistyped', group: 7 }],
    ['O 当成 0(恢复码里没有 O)', CODE.replace('406M', '4O6M'), { verdict: 'mistyped', group: 9 }],
  ])('%s', (_, typed, verdict) => expect(judgeRecoveryCode(typed)).toEqual(verdict))

  it('随便哪一处抄错一个字符,都指得出是第几组', () => {
    for (let index = HEAD; index < CODE.length; index++) {
      for (const wrong of ALPHABET) {
        if (wrong === CODE[index]) continue
        expect(judgeRecoveryCode(`${CODE.slice(0, index)}${wrong}${CODE.slice(index + 1)}`)).toEqual({ verdict: 'mistyped', group: Math.floor(index / 4) + 1 })
      }
    }
  })
  it('相邻两个颠倒:看得出抄错', () => {
    for (let index = HEAD; index < CODE.length - 1; index++) if (CODE[index] !== CODE[index + 1]) expect(judgeRecoveryCode(`${CODE.slice(0, index)}${CODE[index + 1] ?? ''}${CODE[index] ?? ''}${CODE.slice(index + 2)}`).verdict).toBe('mistyped')
  })
  it('错二到四个字符:绝不当成对的', () => {
    const places = fc.uniqueArray(fc.integer({ min: HEAD, max: CODE.length - 1 }), { minLength: 2, maxLength: 4 })
    fc.assert(
      fc.property(places, fc.array(fc.integer({ min: 1, max: 31 }), { minLength: 4, maxLength: 4 }), (indexes, shifts) => {
        const characters = [...CODE]
        for (const [order, index] of indexes.entries()) characters[index] = ALPHABET[(ALPHABET.indexOf(characters[index] ?? '') + (shifts[order] ?? 1)) % 32] ?? ''
        expect(judgeRecoveryCode(characters.join('')).verdict).toBe('mistyped')
      }),
      { seed: SEED },
    )
  })
  it('加密部件造的码,都认得;公钥同样', async () => {
    for (let round = 0; round < 20; round++) {
      const identity = await generateX25519Identity()
      expect(judgeRecoveryCode(identity)).toEqual({ verdict: 'good' })
      expect(judgeRecipient(await identityToRecipient(identity))).toEqual({ verdict: 'good' })
    }
  })
})

describe('上级公钥', () => {
  it.each([
    [`  ${RECIPIENT}\n`, 'good'],
    [RECIPIENT.replace('nvt', 'nvv'), 'mistyped'],
    [RECIPIENT.slice(0, -1), 'length'],
    // 别的种类的公钥:我们只封给这一种。
    ['age1pq1qqqq', 'length'],
    [CODE, 'not_a_code'],
    ['', 'not_a_code'],
  ])('%s → %s', (typed, verdict) => expect(judgeRecipient(typed).verdict).toBe(verdict))
})
