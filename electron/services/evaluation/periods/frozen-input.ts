import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { PeriodInput } from '../../../domain/scoring/input.ts'

/** 冻结的输入:规范 JSON 压缩了存。取出来一个字也不差。 */
export const packInput = (text: string): Uint8Array => deflateRawSync(Buffer.from(text, 'utf8'))
export const unpackInput = (packed: Uint8Array): string => inflateRawSync(packed).toString('utf8')

/** 内容由 score-branch.ts 写入。 */
export const readFrozen = (packed: Uint8Array): { readonly scheme: string; readonly version: number; readonly input: PeriodInput } => JSON.parse(unpackInput(packed)) as { readonly scheme: string; readonly version: number; readonly input: PeriodInput }
