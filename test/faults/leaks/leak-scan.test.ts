import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { writeXlsx } from 'hucre'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSeededRandom } from '../../../electron/services/sample/seeded-random.ts'
import { createLeakScanner } from '../../support/leak-scan.ts'
import { CANARIES, PERSON } from '../../support/leaks/canaries.ts'
import { encodeGb18030, needlesOf } from '../../support/leaks/needles.ts'
import { scanForErased } from '../../support/leaks/scan-for-erased.ts'
import { makeScope } from '../../support/make-scope.ts'
import { seed } from '../../support/faults/amount.ts'

const scanner = createLeakScanner(CANARIES)
const random = createSeededRandom(seed)
const noise = (size: number): Buffer => Buffer.from(Array.from({ length: size }, () => random.below(256)))
const around = (bytes: Buffer): Buffer => Buffer.concat([noise(1000 + random.below(3)), bytes, noise(500)])

describe('找得到:每一项、每一种写法,前后是随机的字节', () => {
  const cases = CANARIES.flatMap((canary) => needlesOf(canary).map((needle) => [needle.what, needle.encoding, needle.bytes] as const))
  it(`${cases.length} 种写法`, () => {
    expect(cases.length).toBeGreaterThan(CANARIES.length * 20)
    for (const [what, encoding, bytes] of cases) {
      const content = around(bytes)
      const { hits } = scanner.bytes('x', content)
      expect(hits.some((hit) => hit.what === what && hit.offset === content.indexOf(bytes)), `${what} ${encoding}`).toBe(true)
    }
  })
  it('base64 里前面有几个别的字节都一样', () => {
    for (const canary of CANARIES)
      for (const before of ['', 'a', 'ab', 'abc', 'abcd']) {
        const text = Buffer.from(`${before}${canary.value}尾`).toString('base64')
        expect(scanner.bytes('x', Buffer.from(text)).hits.map(({ what }) => what), `${canary.what} after ${before.length}`).toContain(canary.what)
      }
  })
  it('GB18030 与系统的解码对得上', () => {
    for (const { value } of CANARIES) expect(new TextDecoder('gb18030').decode(encodeGb18030(value))).toBe(value)
  })
  it('压在里面的:xlsx、gzip、PDF 的段、套两层', async () => {
    const name = Buffer.from(PERSON.name)
    // 太短的压不动,会原样存着。
    const text = Buffer.from(PERSON.name.repeat(50))
    const xlsx = Buffer.from(await writeXlsx({ sheets: [{ name: '表', rows: Array.from({ length: 40 }, () => [PERSON.name]) }] }))
    const local = Buffer.alloc(30)
    local.write('PK\u0003\u0004', 0, 'latin1')
    local.writeUInt16LE(8, 8)
    for (const content of [xlsx, around(gzipSync(text)), around(Buffer.concat([Buffer.from('stream\r\n'), deflateSync(text)])), Buffer.concat([local, deflateRawSync(gzipSync(text))]), around(xlsx.subarray(0, xlsx.length - 30))]) {
      expect(content.indexOf(name)).toBe(-1)
      expect(scanner.bytes('x', content).hits.some(({ what }) => what === '姓名')).toBe(true)
    }
  })
  it('随机的字节里不会碰巧有', () => expect(scanner.bytes('x', noise(2_000_000)).hits).toEqual([]))
})

describe('文件夹', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'baolei-scan-'))
    mkdirSync(join(folder, 'deep', 'er'), { recursive: true })
    writeFileSync(join(folder, 'clean.txt'), '无关的内容')
    writeFileSync(join(folder, 'deep', 'er', 'plain.txt'), `前面${PERSON.idNumber}后面`)
    writeFileSync(join(folder, 'deep', `${PERSON.name}.txt`), '')
    writeFileSync(join(folder, 'export.csv'), PERSON.mobile)
  })
  afterAll(() => rmSync(folder, { recursive: true }))
  it('明文文件一定找得到,报出文件与位置;文件名也看;用户要的导出件不看', () => {
    const report = createLeakScanner(CANARIES, (path) => path.endsWith('export.csv')).folders([folder])
    expect(report.files).toBe(3)
    expect(report.hits).toEqual(
      expect.arrayContaining([
        { file: join(folder, 'deep', 'er', 'plain.txt'), offset: 6, what: '证号', encoding: 'UTF-8' },
        expect.objectContaining({ file: `${join(folder, 'deep', `${PERSON.name}.txt`)} 的名字`, what: '姓名' }),
      ]),
    )
    expect(report.hits.some(({ what }) => what === '手机')).toBe(false)
    expect(scanner.folders([folder]).hits.some(({ what }) => what === '手机')).toBe(true)
  })
})

describe('删净了没有(F60):看解开之后的每一页', () => {
  it('行还在、刚删还没收:看得出;secure_delete 删掉并收过 WAL 之后没有', () => {
    const { scope, close } = makeScope()
    const { db } = scope.store
    try {
      const insert = db.prepare('INSERT INTO setting (name, body) VALUES (?, ?)')
      insert.run('leak', JSON.stringify({ note: PERSON.address.repeat(300) }))
      expect(() => scanForErased(db, CANARIES)).toThrow('checkpoint first')
      db.pragma('wal_checkpoint(TRUNCATE)')
      expect(scanForErased(db, CANARIES).hits.some(({ what }) => what === '住址')).toBe(true)
      // 对照:不清零地删,空闲页里还有。
      db.pragma('secure_delete = OFF')
      db.prepare("DELETE FROM setting WHERE name = 'leak'").run()
      db.pragma('wal_checkpoint(TRUNCATE)')
      expect(scanForErased(db, CANARIES).hits.some(({ what }) => what === '住址')).toBe(true)
      db.pragma('secure_delete = ON')
      db.exec('VACUUM')
      insert.run('leak', JSON.stringify({ note: PERSON.address.repeat(300) }))
      db.prepare("DELETE FROM setting WHERE name = 'leak'").run()
      db.pragma('wal_checkpoint(TRUNCATE)')
      const clean = scanForErased(db, CANARIES)
      expect(clean.hits).toEqual([])
      expect(clean.bytes).toBeGreaterThan(100_000)
    } finally {
      close()
    }
  })
})
