import type { CipherGCM } from 'node:crypto'

const STEP = 1024 * 1024

/** 一段一段地封进给好的一块里:几十兆的档案不必在内存里再摆一份封好的、又一份接好的。 */
export const sealInto = (cipher: CipherGCM, bytes: Uint8Array, target: Buffer, start: number): void => {
  for (let from = 0; from < bytes.byteLength; from += STEP) cipher.update(bytes.subarray(from, from + STEP)).copy(target, start + from)
  cipher.final()
}
