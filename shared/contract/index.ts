import type { ContractTree } from './define.ts'
import { evaluationContract } from './evaluation.contract.ts'
import { meetingsContract } from './meetings.contract.ts'
import { membersContract } from './members.contract.ts'
import { organisationsContract } from './organisations.contract.ts'
import { printContract } from './print.contract.ts'
import { systemContract } from './system.contract.ts'

/** 唯一的契约:界面、命令行、测试都只经这里到核心。 */
export const contract = {
  system: systemContract,
  organisations: organisationsContract,
  members: membersContract,
  meetings: meetingsContract,
  evaluation: evaluationContract,
  print: printContract,
} as const satisfies ContractTree
export type Contract = typeof contract
