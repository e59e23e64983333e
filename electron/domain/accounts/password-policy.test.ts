import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { passwordReasonSentences, passwordsText } from '../../../shared/i18n/zh-CN/passwords.ts'
import { PASSWORD_REASONS, type PasswordReason } from '../../../shared/model/password-reasons.ts'
import { passwordPolicySchema } from '../../../shared/model/workspace.ts'
import { commonPasswords } from '../../data/common-passwords/common-passwords.ts'
import { DEFAULT_POLICY, judgePassword, SEPARATED_POLICY, tighten, type PasswordContext, type PasswordPolicy } from './password-policy.ts'

/** 虚构的人。证号、手机号只在这里用。 */
const person: PasswordContext = {
  policy: DEFAULT_POLICY,
  common: commonPasswords,
  userName: 'lubw',
  displayName: '陆秉文',
  unitName: '青石钢铁集团有限公司党委',
  personalFragments: ['23010219760312345X', '138 1203 7759'],
}
const judge = (password: string, change: Partial<PasswordContext> = {}): PasswordReason[] => judgePassword(password, { ...person, ...change })

/** 随机的试验每次一样;失败时会印出最小的反例。 */
const SEED = 20_261_120

describe('可以用的口令(F54)', () => {
  it.each([
    ['不相干的词连成一句', '拖拉机驶过第三座石桥看见一只白鹅'],
    ['拼音连成一句', 'tuolaji shiguo shiqiao kanjian bai e'],
    ['一句英文', 'seven grey donkeys under the bridge'],
    ['十个字、三种字符', 'Kx7mqRv2tL'],
    ['汉字夹字母数字', '泥瓦匠Zhong喝3碗茶水'],
    ['有常见词,但还有不少别的', 'Dangjian-huochai-41-luoma'],
    ['有顺子,但还有不少别的', 'Tianqi123hao-Luoma'],
    ['正好 64 个字', 'Ab1-'.concat('拖拉机驶过第三座石桥看见白鹅飞起来又落在河边草地上晒着太阳想着昨天没有吃完的半块玉米饼还有谁会记得回来拿走它呢')],
  ])('%s:%s', (_, password) => {
    expect([...password].length).toBeLessThanOrEqual(64)
    expect(judge(password)).toEqual([])
  })
})

describe('不可以用的口令,以及为什么', () => {
  it.each([
    // 长短与种类
    ['Kx7mqRv2t', ['too_short']],
    ['', ['too_short', 'too_few_kinds']],
    ['xunhuoladeng7', ['too_few_kinds']],
    ['拖拉机驶过第三座石桥', ['too_few_kinds']],
    ['4829105736284916', ['too_few_kinds']],
    ['4829-1057 3628,4916', ['too_few_kinds']],
    ['\u0664\u0668\u0662\u0669\u0661\u0660\u0665\u0667\u0663\u0666\u0662\u0668\u0664\u0669\u0661\u0666', ['too_few_kinds']],
    ['拖'.repeat(65), ['too_long']],
    // 人人都用的
    ['Password123', ['common']],
    ['P@ssw0rd123!', ['common']],
    ['Admin@2026!', ['common']],
    ['Woaini1314!', ['common']],
    ['Woaini5201314!', ['common']],
    ['Dangjian@2026', ['common']],
    ['Dangban#888', ['common']],
    ['Xuexi-Qiangguo1', ['common']],
    ['Buwangchuxin_1', ['common']],
    ['不忘初心Ab26', ['too_short', 'common']],
    ['Huawei@123', ['common']],
    ['Zhongguo19491001', ['common']],
    ['weirenminfuwu1921', ['common']],
    // 键盘走法
    ['1qaz2wsx3edc', ['too_few_kinds', 'common', 'repeated_or_sequence']],
    ['!QAZ2wsx#EDC', ['common', 'repeated_or_sequence']],
    ['Qwer1234!@#$', ['common', 'repeated_or_sequence']],
    ['Poiuytrewq09', ['common', 'repeated_or_sequence']],
    ['Iuytrewq0987x', ['repeated_or_sequence']],
    // 叠字与顺子
    ['aaaaaaaaaa', ['too_few_kinds', 'repeated_or_sequence']],
    ['Aaaaaaaaa1!', ['repeated_or_sequence']],
    ['1234567890', ['too_few_kinds', 'common', 'repeated_or_sequence']],
    ['Abcdefg987654', ['common', 'repeated_or_sequence']],
    ['Efghijk876543', ['repeated_or_sequence']],
    ['Ab1!Ab1!Ab1!', ['repeated_or_sequence']],
    ['Kx7mqKx7mq', ['repeated_or_sequence']],
    ['A1b!A!1bAb1!', ['repeated_or_sequence']],
    ['好好好好好好好好好好好好好好好好', ['repeated_or_sequence']],
    // 姓名、用户名、单位
    ['Lubw-huochai9', ['contains_name']],
    ['Lubingwen@27x', ['contains_name']],
    ['lu.Bing.wen27', ['contains_name']],
    ['Lubw#27-kaixin', ['contains_name']],
    ['LBW#27-kaixin', ['contains_name']],
    ['Huochai陆秉文27', ['contains_name']],
    ['Luoma-qingshigangtie-8', ['contains_name']],
    ['Luoma8青石钢铁去看海', ['contains_name']],
    ['QSGT#27-kaixin', ['contains_name']],
    ['Lub1ngwen#27x', ['contains_name']],
    // 手机、证件
    ['Luoma-19760312', ['contains_number']],
    ['Luoma-1976-03-12', ['contains_number']],
    ['Luoma#037759', ['contains_number']],
    ['Luoma#13812037759', ['contains_number']],
  ] satisfies readonly (readonly [string, readonly PasswordReason[]])[])('%s:%j', (password, reasons) => expect(judge(password)).toEqual(reasons))

  it('首字母只认单独成段的,夹在别的字母里的不算', () => expect(judge('Xalbwqo-27-kaixin')).toEqual([]))
  it('没有姓名、证件可比的,不乱拦', () => expect(judge('Kx7mqRv2tL', { userName: '', displayName: '', unitName: '', personalFragments: ['', '12'] })).toEqual([]))
  it('全角打的和半角一样看', () => expect(judge('Ｐａｓｓｗｏｒｄ１２３')).toEqual(['common']))
  it('规矩改成 14 个字,十个字的就太短', () => expect(judge('Kx7mqRv2tL', { policy: { ...DEFAULT_POLICY, minimumLength: 14 } })).toEqual(['too_short']))
})

describe('常见口令表', () => {
  it('有几百条,都是小写', () => {
    expect(commonPasswords.whole.size + commonPasswords.words.size).toBeGreaterThan(700)
    for (const word of [...commonPasswords.whole, ...commonPasswords.words]) expect(word).toBe(word.normalize('NFKC').toLowerCase().trim())
  })
  it('表里的每一条,首字母大写、末尾加个符号,还是常见口令', () => {
    for (const word of [...commonPasswords.whole, ...commonPasswords.words]) expect(judge(`${word.slice(0, 1).toUpperCase()}${word.slice(1)}!`), word).toContain('common')
  })
})

describe('随便什么口令', () => {
  const anything = fc.string({ unit: 'binary', maxLength: 90 })
  it('都判得出来,缘由不重不乱,两次一样', () => {
    fc.assert(
      fc.property(anything, (password) => {
        const reasons = judge(password)
        expect(reasons).toEqual(PASSWORD_REASONS.filter((reason) => reasons.includes(reason)))
        expect(judge(password)).toEqual(reasons)
      }),
      { seed: SEED },
    )
  })
  it('只要含有姓名全拼、用户名或连着六位证号,就不行', () => {
    const planted = fc.constantFrom('lubingwen', 'LUBW', '陆秉文', '青石钢铁', '120377', '760312')
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), planted, fc.string({ maxLength: 20 }), (before, word, after) => {
        expect(judge(`${before}${word}${after}`).some((reason) => reason === 'contains_name' || reason === 'contains_number')).toBe(true)
      }),
      { seed: SEED },
    )
  })
})

describe('规矩可以收紧,不能放宽到底线以下', () => {
  it.each([
    ['不提就照旧', {}, {}],
    ['加长到 14', { minimumLength: 14 }, { minimumLength: 14 }],
    ['想短到 6:停在 8', { minimumLength: 6 }, { minimumLength: 8 }],
    ['想错 50 次才停:停在 10', { failuresAllowed: 50 }, { failuresAllowed: 10 }],
    ['想一次就停:停在 3', { failuresAllowed: 1 }, { failuresAllowed: 3 }],
    ['想不锁屏:停在 30 分钟', { idleMinutes: 600 }, { idleMinutes: 30 }],
    ['想登录一天不退:停在 12 小时', { sessionHours: 24 }, { sessionHours: 12 }],
    ['90 天一换', { expiryDays: 90 }, { expiryDays: 90 }],
    ['不是整数的不理会', { idleMinutes: 5.5, minimumLength: Number.NaN }, {}],
  ])('%s', (_, wish, change) => expect(tighten(DEFAULT_POLICY, wish)).toEqual({ ...DEFAULT_POLICY, ...change }))

  it('怎么提都合契约的范围;各项的底线与契约一致', () => {
    const names = Object.keys(DEFAULT_POLICY) as (keyof PasswordPolicy)[]
    fc.assert(
      fc.property(fc.record(Object.fromEntries(names.map((name) => [name, fc.oneof(fc.integer(), fc.double())])), { requiredKeys: [] }), (wish) => {
        expect(passwordPolicySchema.safeParse(tighten(DEFAULT_POLICY, wish)).success).toBe(true)
      }),
      { seed: SEED },
    )
    for (const name of names) {
      for (const [extreme, beyond] of [[-1e9, -1], [1e9, 1]] as const) {
        const policy = tighten(DEFAULT_POLICY, { [name]: extreme })
        expect(passwordPolicySchema.safeParse(policy).success).toBe(true)
        expect(passwordPolicySchema.safeParse({ ...policy, [name]: policy[name] + beyond }).success, name).toBe(false)
      }
    }
    for (const policy of [DEFAULT_POLICY, SEPARATED_POLICY]) expect(tighten(policy, {})).toEqual(policy)
    expect([DEFAULT_POLICY.expiryDays, SEPARATED_POLICY.expiryDays]).toEqual([0, 90])
  })
})

it('每个缘由都有一句中文,不认得的跳过', () => {
  const sentences = passwordReasonSentences([...PASSWORD_REASONS, 'something_new'], 10)
  expect(sentences).toHaveLength(PASSWORD_REASONS.length)
  for (const sentence of sentences) expect([...sentence].length).toBeLessThanOrEqual(30)
  expect(sentences[0]).toBe('太短，至少 10 个字')
  expect(passwordsText.hint(10)).toContain('10 个字')
})
