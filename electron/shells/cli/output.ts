/** 命令的输出:结果走标准输出,说明和失败走标准错误。 */
export interface Output {
  line(text: string): void
  note(text: string): void
}

/** 整份 JSON 一次写出,排版便于人看。 */
export const printJson = (output: Output, value: unknown): void => output.line(JSON.stringify(value, null, 1))
