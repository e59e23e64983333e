import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { createAttemptBook, type AttemptBook } from '../../store/keys/attempts.ts'
import { createKeySlots, type KeyBundle } from '../../store/keys/key-slots.ts'
import { newKeyring, personSlot, readKeyring, readSlot, removeSlot, replaceSlot, slotProblems, withSlot, type Keyring, type SlotEntry, type SlotFile } from '../../store/keys/keyring.ts'
import type { FormerPassword } from '../../store/repos/account-repo.ts'
import { StoreError } from '../../store/store-error.ts'
import { workspacePaths, type SealedKeys } from '../../store/workspace-folder.ts'

/** 恢复槽的名字:三员分立印两张,各装一个信封。 */
export const RECOVERY_SLOTS = ['recovery-1', 'recovery-2'] as const
export const COMMITTEE_SLOT = 'committee'

export type SignInTrial =
  | { readonly kind: 'opened'; readonly bundle: KeyBundle }
  | { readonly kind: 'wrong'; readonly remaining: number; readonly blockedUntil: number | null }
  | { readonly kind: 'blocked'; readonly until: number }

interface NewPerson {
  readonly userName: string
  readonly password: string
}

/** 用过的口令只留加盐的慢散列;与口令槽同样的计算量。一次三分之一秒,五个就近两秒:不占着核心的线程算。 */
const hashPassword = (password: string, salt: Buffer, logN: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, 32, { N: 2 ** logN, r: 8, p: 1, maxmem: 2 ** (logN + 11) }, (error, hash) => (error === null ? resolve(hash) : reject(error)))
  })

export interface CodeTrial {
  readonly bundle: KeyBundle
  /** 打开的是哪个槽:`recovery-1`、`recovery-2`、`committee`。 */
  readonly slot: string
}

/** 一个人的口令槽:好的、丢了、坏了。 */
export type SlotState = 'sound' | 'missing' | 'damaged'

/**
 * 钥匙的全部动作:试口令、封槽、换槽、恢复码。库在不在打开着都能用。
 *
 * @param scryptLogN 口令槽的计算量,正式 17。
 */
export const createKeyKeeper = (scryptLogN: number) => {
  const slots = createKeySlots({ scryptLogN })
  const books = new Map<string, AttemptBook>()
  const bookOf = (folder: string): AttemptBook => {
    const { keys } = workspacePaths(folder)
    const book = books.get(keys) ?? createAttemptBook(keys)
    books.set(keys, book)
    return book
  }
  const keyringOf = (folder: string): Keyring => readKeyring(workspacePaths(folder).keys) ?? requireKeyring(folder)
  const requireKeyring = (folder: string): never => {
    throw new StoreError('STORE_KEY_MISSING', { path: folder })
  }
  const keysFolder = (folder: string): string => workspacePaths(folder).keys
  const open = async (folder: string, entry: SlotEntry | undefined, password: string): Promise<KeyBundle | null> => {
    if (entry !== undefined) return slots.openWithPassword(readSlot(keysFolder(folder), entry), password)
    // 没有这个人:照样算一遍,快慢上看不出有没有这个使用人。
    await slots.sealWithPassword({ key: Buffer.alloc(32), former: [] }, password)
    return null
  }

  return {
    bookOf,
    keyringOf,
    slotOf: (folder: string, userName: string): string => personSlot(keyringOf(folder), userName),
    /** 各个使用人的槽现在怎么样。 */
    slotStates: (folder: string): ((userName: string) => SlotState) => {
      const keyring = keyringOf(folder)
      const { slots: problems } = slotProblems(keysFolder(folder))
      return (userName) => {
        const slot = personSlot(keyring, userName)
        if (!keyring.slots.some((entry) => entry.slot === slot)) return 'missing'
        return problems.find((entry) => entry.slot === slot)?.problem ?? 'sound'
      }
    },
    /**
     * 试一次口令:先看停用没有,再开槽;错了记一次,对了清零。
     *
     * @throws StoreError KEY_SLOT_MISSING / KEY_SLOT_DAMAGED / STORE_KEY_MISSING / STORE_KEY_DAMAGED。
     */
    tryPassword: async (folder: string, userName: string, password: string, now: number): Promise<SignInTrial> => {
      const keyring = keyringOf(folder)
      const slot = personSlot(keyring, userName)
      const book = bookOf(folder)
      const before = book.judge(slot, now)
      if (before.blockedUntil !== null) return { kind: 'blocked', until: before.blockedUntil }
      const bundle = await open(folder, keyring.slots.find((entry) => entry.slot === slot), password)
      if (bundle === null) {
        const { remaining, blockedUntil } = book.failed(slot, now)
        return { kind: 'wrong', remaining, blockedUntil }
      }
      book.cleared(slot)
      return { kind: 'opened', bundle }
    },
    /**
     * 恢复码或党委的恢复钥匙开槽。坏了、丢了一个槽,不妨碍用另一张恢复单。
     *
     * @returns 哪个槽都打不开为 null。
     * @throws StoreError KEY_SLOT_MISSING / KEY_SLOT_DAMAGED 没有一个打得开,而且有读不了的:也许正是这张恢复单的那个。
     */
    openWithCode: async (folder: string, code: string): Promise<CodeTrial | null> => {
      let fault: unknown
      for (const entry of keyringOf(folder).slots.filter(({ kind }) => kind !== 'person')) {
        try {
          const bundle = await slots.openWithIdentity(readSlot(keysFolder(folder), entry), code)
          if (bundle !== null) return { bundle, slot: entry.slot }
        } catch (error) {
          if (!(error instanceof StoreError)) throw error
          fault ??= error
        }
      }
      // 码本身就抄错了的,先说抄错。
      if (fault !== undefined && slots.isIdentity(code)) throw fault
      return null
    },
    /** 新工作区的全部槽,在内存里封好;codes 是各张恢复单上的恢复码,只在这一次给出。 */
    sealNew: async (people: readonly NewPerson[], sheets: number, former: readonly Buffer[] = []): Promise<SealedKeys & { readonly codes: readonly string[] }> => {
      const key = randomBytes(32)
      const bundle: KeyBundle = { key, former }
      let keyring = newKeyring(key)
      const files: SlotFile[] = []
      const put = (kind: 'person' | 'recovery', slot: string, bytes: Uint8Array): void => {
        const next = withSlot(keyring, { kind, slot, bytes })
        keyring = next.keyring
        files.push(...next.files)
      }
      for (const { userName, password } of people) put('person', personSlot(keyring, userName), await slots.sealWithPassword(bundle, password))
      const codes: string[] = []
      for (const slot of RECOVERY_SLOTS.slice(0, sheets)) {
        const { identity, recipient } = await slots.createRecoveryIdentity()
        put('recovery', slot, await slots.sealToRecipient(bundle, recipient))
        codes.push(identity)
      }
      return { key, keyring, files, codes }
    },
    /** 给一个人放好(或换掉)口令槽。 */
    putPassword: async (folder: string, bundle: KeyBundle, userName: string, password: string): Promise<void> => {
      const keyring = keyringOf(folder)
      replaceSlot(keysFolder(folder), keyring, { kind: 'person', slot: personSlot(keyring, userName), bytes: await slots.sealWithPassword(bundle, password) })
    },
    /** 换恢复码:旧的当场作废。 */
    renewRecovery: async (folder: string, bundle: KeyBundle, sheets: number): Promise<string[]> => {
      const codes: string[] = []
      for (const slot of RECOVERY_SLOTS.slice(0, sheets)) {
        const { identity, recipient } = await slots.createRecoveryIdentity()
        replaceSlot(keysFolder(folder), keyringOf(folder), { kind: 'recovery', slot, bytes: await slots.sealToRecipient(bundle, recipient) })
        codes.push(identity)
      }
      return codes
    },
    /** 收掉一个人的槽:停用之后,旧口令配上拷走的文件也打不开。本来就没有的不管。 */
    dropPassword: (folder: string, userName: string): void => {
      const keyring = keyringOf(folder)
      removeSlot(keysFolder(folder), keyring, personSlot(keyring, userName))
    },
    dropCommitteeKey: (folder: string): void => {
      removeSlot(keysFolder(folder), keyringOf(folder), COMMITTEE_SLOT)
    },
    putCommitteeKey: async (folder: string, bundle: KeyBundle, recipient: string): Promise<void> => {
      replaceSlot(keysFolder(folder), keyringOf(folder), { kind: 'committee', slot: COMMITTEE_SLOT, bytes: await slots.sealToRecipient(bundle, recipient) })
    },
    isRecipient: slots.isRecipient,
    isCode: slots.isIdentity,
    formerPassword: async (password: string): Promise<FormerPassword> => {
      const salt = randomBytes(16)
      return { salt, hash: await hashPassword(password, salt, scryptLogN) }
    },
    isFormer: async (password: string, former: readonly FormerPassword[]): Promise<boolean> => {
      for (const { salt, hash } of former) if (timingSafeEqual(await hashPassword(password, salt, scryptLogN), hash)) return true
      return false
    },
  }
}
export type KeyKeeper = ReturnType<typeof createKeyKeeper>
