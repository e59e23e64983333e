import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ATTEMPTS_FILE, createAttemptBook } from '../../../electron/store/keys/attempts.ts'
import { createKeySlots, type KeyBundle } from '../../../electron/store/keys/key-slots.ts'
import { decodeKeyring, encodeKeyring, sha256Of } from '../../../electron/store/keys/keyring-format.ts'
import { KEYRING_FILE, matchesKey, newKeyring, personSlot, readKeyring, readSlot, removeSlot, replaceSlot, slotProblems, withSlot, writeKeyringFiles, type Keyring, type NewSlot, type SlotFile } from '../../../electron/store/keys/keyring.ts'

const slots = createKeySlots({ scryptLogN: 1 })
const bundle: KeyBundle = { key: randomBytes(32), former: [randomBytes(32)] }
const USER = '陆秉文'
const PASSWORD = '第三座石桥 Donkey'
const NEXT_PASSWORD = '第四座木桥 Mule'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baolei-keys-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

let sealed: Readonly<Record<'person' | 'person2' | 'recovery' | 'committee', Uint8Array>>
let recovery: { identity: string; recipient: string }
beforeAll(async () => {
  recovery = await slots.createRecoveryIdentity()
  const committee = await slots.createRecoveryIdentity()
  sealed = {
    person: await slots.sealWithPassword(bundle, PASSWORD),
    person2: await slots.sealWithPassword(bundle, NEXT_PASSWORD),
    recovery: await slots.sealToRecipient(bundle, recovery.recipient),
    committee: await slots.sealToRecipient(bundle, committee.recipient),
  }
})

/** 一本有三个槽的钥匙簿,写进文件夹。 */
const makeKeyring = (): Keyring => {
  let keyring = newKeyring(bundle.key)
  const files: SlotFile[] = []
  for (const slot of [
    { kind: 'person', slot: personSlot(keyring, USER), bytes: sealed.person },
    { kind: 'recovery', slot: 'recovery-1', bytes: sealed.recovery },
    { kind: 'committee', slot: 'committee', bytes: sealed.committee },
  ] satisfies NewSlot[]) {
    const step = withSlot(keyring, slot)
    keyring = step.keyring
    files.push(...step.files)
  }
  writeKeyringFiles(folder, keyring, files)
  return keyring
}
const entryOf = (keyring: Keyring, slot: string) => {
  const entry = keyring.slots.find((candidate) => candidate.slot === slot)
  if (entry === undefined) throw new Error('no such slot')
  return entry
}
const personEntry = (keyring: Keyring) => entryOf(keyring, personSlot(keyring, USER))
const flip = (name: string, index: number, bit = 1): void => {
  const bytes = readFileSync(join(folder, name))
  bytes[index] = (bytes[index] ?? 0) ^ bit
  writeFileSync(join(folder, name), bytes)
}

describe('钥匙簿', () => {
  it('写下、读回一样;没有就是 null', () => {
    expect(readKeyring(folder)).toBeNull()
    expect(readKeyring(join(folder, 'absent'))).toBeNull()
    const keyring = makeKeyring()
    expect(readKeyring(folder)).toEqual(keyring)
    expect(slotProblems(folder)).toEqual({ keyring: 'good', slots: [], leftOver: 0 })
  })
  it('认得自己的密钥,不认别的', () => {
    const keyring = makeKeyring()
    expect(matchesKey(keyring, bundle.key)).toBe(true)
    expect(matchesKey(keyring, bundle.former[0] ?? Buffer.alloc(0))).toBe(false)
    expect(matchesKey(keyring, Buffer.alloc(32))).toBe(false)
  })
  it('同一个人换写法还是同一个槽;另一个库里是另一个槽名', () => {
    const keyring = newKeyring(bundle.key)
    expect(new Set(['Chen.Ming', ' chen.ming ', 'ＣＨＥＮ．ＭＩＮＧ'].map((name) => personSlot(keyring, name))).size).toBe(1)
    expect(personSlot(keyring, 'chen.min')).not.toBe(personSlot(keyring, 'chen.ming'))
    expect(personSlot(newKeyring(bundle.key), 'chen.ming')).not.toBe(personSlot(keyring, 'chen.ming'))
    expect(personSlot(keyring, 'chen.ming')).toMatch(/^[0-9a-f]{32}$/)
  })
  it('换口令:新口令的槽在,旧口令的文件不在了', async () => {
    const before = makeKeyring()
    const after = replaceSlot(folder, before, { kind: 'person', slot: personSlot(before, USER), bytes: sealed.person2 })
    expect(readKeyring(folder)).toEqual(after)
    expect(await slots.openWithPassword(readSlot(folder, personEntry(after)), NEXT_PASSWORD)).not.toBeNull()
    expect(existsSync(join(folder, personEntry(before).file))).toBe(false)
    expect(readdirSync(folder)).toHaveLength(4)
  })
  it('新加一个人、去掉一个人', () => {
    const before = makeKeyring()
    const added = replaceSlot(folder, before, { kind: 'person', slot: personSlot(before, '宋知远'), bytes: sealed.person2 })
    expect(added.slots).toHaveLength(4)
    const removed = removeSlot(folder, added, personSlot(before, '宋知远'))
    expect(removed).toEqual(before)
    expect(removeSlot(folder, removed, 'recovery-9')).toEqual(before)
    expect(readdirSync(folder)).toHaveLength(4)
  })
  it('最后一个槽不许去掉', () => {
    let keyring = makeKeyring()
    for (const slot of ['recovery-1', 'committee']) keyring = removeSlot(folder, keyring, slot)
    expect(() => removeSlot(folder, keyring, personSlot(keyring, USER))).toThrow('last')
    expect(slotProblems(folder)).toEqual({ keyring: 'good', slots: [], leftOver: 0 })
  })
  it('手里的钥匙簿过时了也不丢别人刚加的槽;别的库的不许动', () => {
    const stale = makeKeyring()
    replaceSlot(folder, stale, { kind: 'recovery', slot: 'recovery-2', bytes: sealed.recovery })
    const after = replaceSlot(folder, stale, { kind: 'person', slot: personSlot(stale, USER), bytes: sealed.person2 })
    expect(after.slots.map((entry) => entry.slot)).toContain('recovery-2')
    expect(() => replaceSlot(folder, newKeyring(bundle.key), { kind: 'committee', slot: 'committee', bytes: sealed.committee })).toThrow('STORE_KEY_DAMAGED')
  })
  it('槽没有文件、槽名不合规矩的钥匙簿不写出去', () => {
    const { keyring, files } = withSlot(newKeyring(bundle.key), { kind: 'person', slot: 'committee', bytes: sealed.person })
    expect(() => writeKeyringFiles(folder, keyring, [])).toThrow('slot without its file')
    expect(() => writeKeyringFiles(folder, keyring, [{ name: files[0]?.name ?? '', bytes: sealed.person2 }])).toThrow('slot without its file')
    const keyringNow = makeKeyring()
    expect(() => replaceSlot(folder, keyringNow, { kind: 'person', slot: '../up', bytes: sealed.person })).toThrow()
    expect(readKeyring(folder)).toEqual(keyringNow)
    expect(existsSync(join(folder, '..', 'up-1.age'))).toBe(false)
  })
  it.skipIf(process.platform === 'win32')('只有本人读得到', () => {
    makeKeyring()
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o077).toBe(0)
  })
  it('没收走的旧槽会报出来,下次改动时收走', () => {
    const keyring = makeKeyring()
    writeFileSync(join(folder, `${personSlot(keyring, USER)}-9.age`), sealed.person)
    expect(slotProblems(folder).leftOver).toBe(1)
    replaceSlot(folder, keyring, { kind: 'committee', slot: 'committee', bytes: sealed.committee })
    expect(slotProblems(folder).leftOver).toBe(0)
  })
})

/** 登录时走的路:先认钥匙簿,再取槽,再试口令。 */
const signIn = async (userName: string, password: string): Promise<string> => {
  try {
    const keyring = readKeyring(folder)
    if (keyring === null) return '没有钥匙簿'
    const entry = keyring.slots.find((candidate) => candidate.slot === personSlot(keyring, userName))
    if (entry === undefined) return '没有这个人'
    const opened = await slots.openWithPassword(readSlot(folder, entry), password)
    return opened === null ? '口令不对' : matchesKey(keyring, opened.key) ? '打开了' : '密钥不对'
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('口令不对、文件不见、文件坏了,说得清是哪一种(F19)', () => {
  it.each([
    ['什么都没动', () => undefined, '打开了', '口令不对'],
    ['删掉这个人的槽', (keyring: Keyring) => rmSync(join(folder, personEntry(keyring).file)), 'KEY_SLOT_MISSING', 'KEY_SLOT_MISSING'],
    ['这个人的槽坏了一个字节', (keyring: Keyring) => flip(personEntry(keyring).file, 60), 'KEY_SLOT_DAMAGED', 'KEY_SLOT_DAMAGED'],
    ['这个人的槽只剩一半', (keyring: Keyring) => writeFileSync(join(folder, personEntry(keyring).file), sealed.person.slice(0, 100)), 'KEY_SLOT_DAMAGED', 'KEY_SLOT_DAMAGED'],
    ['这个人的槽成了空文件', (keyring: Keyring) => writeFileSync(join(folder, personEntry(keyring).file), ''), 'KEY_SLOT_DAMAGED', 'KEY_SLOT_DAMAGED'],
    ['被换成别人的槽', (keyring: Keyring) => writeFileSync(join(folder, personEntry(keyring).file), sealed.person2), 'KEY_SLOT_DAMAGED', 'KEY_SLOT_DAMAGED'],
    ['恢复单的槽坏了:不碍登录', () => flip('recovery-1-1.age', 60), '打开了', '口令不对'],
    ['删掉钥匙簿', () => rmSync(join(folder, KEYRING_FILE)), '没有钥匙簿', '没有钥匙簿'],
    ['钥匙簿坏了一个字节', () => flip(KEYRING_FILE, 70), 'STORE_KEY_DAMAGED', 'STORE_KEY_DAMAGED'],
    ['钥匙簿成了空文件', () => writeFileSync(join(folder, KEYRING_FILE), ''), 'STORE_KEY_DAMAGED', 'STORE_KEY_DAMAGED'],
    ['钥匙簿成了别的 JSON', () => writeFileSync(join(folder, KEYRING_FILE), '[]'), 'STORE_KEY_DAMAGED', 'STORE_KEY_DAMAGED'],
  ])('%s', async (_, damage, withRight, withWrong) => {
    damage(makeKeyring())
    expect([await signIn(USER, PASSWORD), await signIn(USER, NEXT_PASSWORD)]).toEqual([withRight, withWrong])
  })
  it('健康页逐个报出来', () => {
    const keyring = makeKeyring()
    rmSync(join(folder, personEntry(keyring).file))
    flip('committee-1.age', 10)
    expect(slotProblems(folder).slots).toEqual([
      { kind: 'person', slot: personSlot(keyring, USER), problem: 'missing' },
      { kind: 'committee', slot: 'committee', problem: 'damaged' },
    ])
    flip(KEYRING_FILE, 70)
    expect(slotProblems(folder).keyring).toBe('damaged')
    rmSync(join(folder, KEYRING_FILE))
    expect(slotProblems(folder).keyring).toBe('missing')
    expect(slotProblems(join(folder, 'absent')).keyring).toBe('missing')
  })
  it('钥匙簿每一字节的每一位翻一次:要么说坏了,要么内容没变', () => {
    const keyring = makeKeyring()
    const original = readFileSync(join(folder, KEYRING_FILE))
    let flagged = 0
    for (let index = 0; index < original.length; index++) {
      for (let bit = 0; bit < 8; bit++) {
        try {
          expect(decodeKeyring(original.with(index, (original[index] ?? 0) ^ (1 << bit)))).toEqual(keyring)
        } catch (error) {
          expect(error).toMatchObject({ code: 'STORE_KEY_DAMAGED' })
          flagged++
        }
      }
    }
    expect(flagged).toBeGreaterThan(original.length * 7)
  })
  it('更新的版本写的钥匙簿:请升级,不说坏了', () => {
    makeKeyring()
    // 摘要各版本都是除 sha256 以外的全文。
    const later = { format: 'baolei-keyring', version: 2, something: 'new' }
    const write = (sha256: string): void => writeFileSync(join(folder, KEYRING_FILE), JSON.stringify({ ...later, sha256 }))
    write(sha256Of(JSON.stringify(later)))
    expect(() => readKeyring(folder)).toThrow('STORE_FROM_FUTURE')
    write(sha256Of('别的'))
    expect(() => readKeyring(folder)).toThrow('STORE_KEY_DAMAGED')
  })
  it('钥匙簿里写的文件名指到文件夹外面:不认', () => {
    const keyring = makeKeyring()
    expect(() => encodeKeyring({ ...keyring, slots: keyring.slots.map((entry) => ({ ...entry, file: '../../baolei.db' })) })).toThrow()
    expect(() => encodeKeyring({ ...keyring, slots: [...keyring.slots, ...keyring.slots] })).toThrow()
  })
})

it('keys 里的任何文件都看不到用户名、口令、密钥、恢复码', async () => {
  const keyring = makeKeyring()
  const book = createAttemptBook(folder)
  for (let attempt = 0; attempt < 7; attempt++) book.failed(personSlot(keyring, USER), 1_800_000_000_000 + attempt)
  replaceSlot(folder, keyring, { kind: 'person', slot: personSlot(keyring, '宋知远'), bytes: sealed.person2 })
  expect(await signIn(USER, PASSWORD)).toBe('打开了')
  const keys = [bundle.key, ...bundle.former]
  const secrets = [
    ...[USER, '宋知远', PASSWORD, NEXT_PASSWORD, recovery.identity].flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le'), Buffer.from(Buffer.from(text).toString('hex')), Buffer.from(Buffer.from(text).toString('base64').slice(0, 12))]),
    ...keys.flatMap((key) => [key, Buffer.from(key.toString('hex')), Buffer.from(key.toString('hex').toUpperCase()), Buffer.from(key.toString('base64').slice(0, 40))]),
  ]
  const names = readdirSync(folder)
  expect(names).toContain(ATTEMPTS_FILE)
  for (const name of names) {
    const written = Buffer.concat([Buffer.from(name), readFileSync(join(folder, name))])
    for (const secret of secrets) expect(written.includes(secret), name).toBe(false)
  }
  // 查法本身管用:把密钥写进去,就查得到。
  writeFileSync(join(folder, 'x'), bundle.key.toString('hex'))
  expect(secrets.some((secret) => readFileSync(join(folder, 'x')).includes(secret))).toBe(true)
})
