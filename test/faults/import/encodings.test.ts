import { expect, test } from 'vitest'
import { createSeededRandom } from '../../../electron/services/sample/seeded-random.ts'
import { readWorkbook } from '../../../electron/import-worker/read-workbook.ts'
import { createSheetCollector } from '../../../electron/import-worker/sheet-sink.ts'
import { figure, seed } from '../../support/faults/amount.ts'
import { encodeGbk, isInGbk } from '../../support/malformed/odd-texts.ts'
import { madeIdNumber } from '../../support/roster-workbook.ts'

const ROSTERS = 2_000
const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤']
const BRANCHES = ['铸造车间党支部', '机关第一党支部', '离退休党支部', '动力设备部党支部']
const POSTS = ['车工', '工艺员', '书记', '', '党支部书记、主任', '班长']
/** 常用汉字里随便取,有的名字只有一个字、夹着间隔号。 */
const randomName = (random: ReturnType<typeof createSeededRandom>): string => {
  const character = (): string => String.fromCodePoint(0x4e00 + random.below(0x9fa5 - 0x4e00))
  const name = random.pick(SURNAMES) + Array.from({ length: 1 + random.below(2) }, character).join('')
  return random.chance(0.05) ? `${name}·${character()}` : name
}

test('F26 两千份短名册,GBK、UTF-8(有无 BOM)、UTF-16:一个字也不错', async () => {
  const random = createSeededRandom(seed)
  const wrong: string[] = []
  let characters = 0
  for (let index = 0; index < ROSTERS; index += 1) {
    const people = Array.from({ length: 1 + random.below(6) }, (_, place) => [randomName(random), madeIdNumber(index * 10 + place), random.pick(['男', '女']), random.pick(BRANCHES), random.pick(POSTS)])
    const table = [['姓名', '公民身份号码', '性别', '所在党支部', '工作岗位'], ...people]
    const text = table.map((row) => row.join(',')).join(random.pick(['\n', '\r\n'])) + random.pick(['', '\n', '\r\n'])
    if (!isInGbk(text)) throw new Error(`seed ${seed} roster ${index} is not in GBK`)
    characters += text.length
    for (const [encoding, bytes] of [['gbk', encodeGbk(text)], ['utf-8', Buffer.from(text)], ['utf-8 bom', Buffer.from(`\ufeff${text}`)], ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])]] as const) {
      const collector = createSheetCollector()
      await readWorkbook(bytes, 'a.csv', collector.add)
      const read = collector.sheets[0]?.rows.map((row) => table[0]?.map((_, column) => row[column] ?? ''))
      if (JSON.stringify(read) !== JSON.stringify(table)) wrong.push(`seed ${seed} roster ${index} ${encoding}: ${JSON.stringify(read)}`)
    }
  }
  expect(wrong.slice(0, 5)).toEqual([])
  figure('F26', '短名册', `${ROSTERS} 份 × 4 种编码,共 ${characters} 字,0 错`)
}, 120_000)
