import { z } from 'zod'
import { idSchema } from '../model/common.ts'

/** 事件只说「哪些东西旧了」,不带数据也不指挥流程;界面收到后重新查询。 */
export const events = {
  'workspace.changed': z.strictObject({}),
  /** 登录、锁屏、换人、授权变了:界面重取会话,锁上就收起内容。 */
  'session.changed': z.strictObject({}),
  'accounts.changed': z.strictObject({}),
  'backups.changed': z.strictObject({}),
  'contacts.changed': z.strictObject({}),
  'norms.changed': z.strictObject({}),
  'organisations.changed': z.strictObject({ ids: z.array(idSchema) }),
  'customFields.changed': z.strictObject({}),
  'members.changed': z.strictObject({ ids: z.array(idSchema) }),
  'meetings.changed': z.strictObject({ ids: z.array(idSchema), branchIds: z.array(idSchema) }),
  'registers.changed': z.strictObject({ branchIds: z.array(idSchema) }),
  /** 样板、常用语。 */
  'meetingAids.changed': z.strictObject({}),
  'followUps.changed': z.strictObject({}),
  'normDecisions.changed': z.strictObject({}),
  'development.changed': z.strictObject({}),
  'volumes.changed': z.strictObject({}),
  'transfers.changed': z.strictObject({}),
  'care.changed': z.strictObject({}),
  'calendar.changed': z.strictObject({}),
  'dues.changed': z.strictObject({ branchIds: z.array(idSchema) }),
  'schemes.changed': z.strictObject({}),
  'evaluation.changed': z.strictObject({ branchIds: z.array(idSchema), periods: z.array(z.string()) }),
} as const
export type EventName = keyof typeof events
export type EventPayload<N extends EventName> = z.output<(typeof events)[N]>
