import { describe, expect, it } from 'vitest'
import { namePinyin, plainPinyin } from './name-pinyin.ts'

const table: readonly (readonly [string, string, string])[] = [
  ['王建国', 'wangjianguo', 'wjg'],
  ['李敏', 'limin', 'lm'],
  ['单雄信', 'shanxiongxin', 'sxx'],
  ['曾国藩', 'zengguofan', 'zgf'],
  ['仇英', 'qiuying', 'qy'],
  ['解缙', 'xiejin', 'xj'],
  ['查良镛', 'zhaliangyong', 'zly'],
  ['区寄', 'ouji', 'oj'],
  ['任正非', 'renzhengfei', 'rzf'],
  ['盖叫天', 'gejiaotian', 'gjt'],
  ['朴树', 'piaoshu', 'ps'],
  ['覃超', 'qinchao', 'qc'],
  ['尉迟恭', 'yuchigong', 'ycg'],
  ['万俟卨', 'moqixie', 'mqx'],
  ['吕布', 'lvbu', 'lb'],
  ['欧阳修', 'ouyangxiu', 'oyx'],
  ['乐嘉', 'yuejia', 'yj'],
  ['华罗庚', 'hualuogeng', 'hlg'],
  ['司马光', 'simaguang', 'smg'],
  ['长孙无忌', 'zhangsunwuji', 'zswj'],
  ['冼星海', 'xianxinghai', 'xxh'],
  ['员半千', 'yunbanqian', 'ybq'],
  ['折可适', 'shekeshi', 'sks'],
  ['令狐冲', 'linghuchong', 'lhc'],
  ['䶮明', 'yanming', 'ym'],
  ['尼格买提·热合曼', 'nigemaitireheman', 'ngmtrhm'],
  ['Tom', 'tom', 't'],
]

describe('姓名拼音:姓氏按姓氏读音', () => {
  it.each(table)('%s → %s、%s', (name, full, initials) => {
    const result = namePinyin(name)
    expect(result.full.split(' ')[0]).toBe(full)
    expect(result.initials).toBe(initials)
  })
  it('姓打全拼、名打首字母也有', () => {
    expect(namePinyin('王建国').full.split(' ')).toEqual(['wangjianguo', 'wangjg', 'wangjiang'])
    expect(namePinyin('欧阳建国').full.split(' ')).toContain('ouyangjg')
  })
  it('没有可读的字就是空串', () => expect(namePinyin('·')).toEqual({ full: '', initials: '' }))
})

it.each([
  ['科研单位', 'keyandanwei'],
  ['三产 2 类', 'sanchan2lei'],
  ['——', ''],
])('名称 %s → %s', (text, expected) => expect(plainPinyin(text)).toBe(expected))
