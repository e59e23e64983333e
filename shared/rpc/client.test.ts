import { describe, expect, it } from 'vitest'
import { contract } from '../contract/index.ts'
import { createClient } from './client.ts'

/** 传输一律以 message 拒绝。 */
const refusing = (message: string) => createClient(contract, { request: () => Promise.reject(new Error(message)), onPush: () => () => undefined }, () => 'trace')

describe('传输不通时', () => {
  it('断了:UNAVAILABLE', async () => expect(await refusing('connection lost').system.status({})).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE' } }))
  it('第二个窗口没有钥匙:WINDOW_REFUSED,不说“等几秒会接上”', async () => expect(await refusing('WINDOW_REFUSED').system.status({})).toMatchObject({ ok: false, error: { code: 'WINDOW_REFUSED' } }))
})
