import type { Access } from './access.ts'
import { NOTHING } from './access.ts'
import type { Gate } from './dispatch.ts'

/**
 * 什么都放行的门:只给不涉及业务数据的过程(桌面的系统对话框)和单独测一组服务的测试。
 *
 * @param access 处理函数看得到的范围。
 */
export const openGate = (access: Access = NOTHING): Gate => ({
  admit: () => null,
  authorise: () => ({ access, perform: (work) => work(), withhold: () => null }),
  isWorkspaceOpen: () => true,
})
