import { expect } from 'vitest'
import { errorSentences } from '../../../shared/i18n/zh-CN/errors.ts'
import type { RunningWorkload } from './run-workload.ts'

/** 被拒的每一件都有代码,代码都有三段中文。 */
export const refusalsOf = ({ lines }: RunningWorkload): readonly string[] => lines.flatMap((line) => (line.startsWith('NO ') ? [line.split(' ')[3] ?? ''] : line.startsWith('REFUSED ') ? [line.split(' ')[1] ?? ''] : []))

/** 没有代码、没有中文的失败;没有为空。 */
export const untypedOf = (running: RunningWorkload): readonly string[] => [...running.lines.filter((line) => /^(ERROR|STDERR)/.test(line)), ...refusalsOf(running).filter((code) => code === 'INTERNAL' || !Object.hasOwn(errorSentences, code))]

export const expectTyped = (running: RunningWorkload): void => {
  expect(untypedOf(running)).toEqual([])
}
