import type { TransferDirection, TransferScope, TransferState } from '../../model/transfer.ts'
import type { CodeTable } from './code-table.ts'

/** 转接的范围(全国党员管理信息系统口径)。 */
export const transferScopes = [
  { code: 'within_committee', name: '基层党委内部', shortName: '党委内' },
  { code: 'within_province', name: '省（区、市）或部门系统内', shortName: '省内' },
  { code: 'nationwide', name: '全国范围', shortName: '全国' },
] as const satisfies CodeTable<TransferScope>

export const transferDirections = [
  { code: 'out', name: '转出' },
  { code: 'in', name: '转入' },
] as const satisfies CodeTable<TransferDirection>

export const transferStates = [
  { code: 'draft', name: '草稿' },
  { code: 'issued', name: '已开具' },
  { code: 'in_transit', name: '在途' },
  { code: 'received', name: '已接收' },
  { code: 'archived', name: '归档' },
  { code: 'returned', name: '退回' },
  { code: 'suspended', name: '挂起' },
] as const satisfies CodeTable<TransferState>
