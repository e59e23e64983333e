import type { VolumeColumn } from '../../model/volume.ts'
import type { SectionKey } from '../../model/volume-sections.ts'

interface Form {
  readonly columns: readonly VolumeColumn[]
  /** 毫米;缺省 8.5。 */
  readonly rowHeight?: number
  readonly rotated?: boolean
}
const columns = (...given: readonly (readonly [string, number])[]): readonly VolumeColumn[] => given.map(([label, width]) => ({ label, width }))

/** 只有空白表的节:列名与宽度(domain 3.3)。有了登记簿的节从这里移走。 */
export const formOnlyText = {
  vanguard: { columns: columns(['名称', 34], ['类别', 24], ['负责人', 22], ['成员', 42], ['目标和成效', 40]), rowHeight: 14 },
  pledges: { columns: columns(['姓名', 22], ['承诺内容', 70], ['承诺日期', 26], ['兑现情况', 44]), rowHeight: 12 },
  joint_building: { columns: columns(['日期', 24], ['共建单位', 40], ['内容', 58], ['成效', 40]), rowHeight: 14 },
  volunteering: { columns: columns(['日期', 24], ['项目', 36], ['地点', 26], ['参加人', 40], ['时长', 14], ['服务对象', 22]), rowHeight: 12 },
  needs: { columns: columns(['日期', 24], ['问题或需求', 62], ['提出人', 22], ['办理人', 22], ['结果', 32]), rowHeight: 12 },
} as const satisfies Partial<Record<SectionKey, Form>> as Readonly<Record<FormOnlyKey, Form>>

export type FormOnlyKey = 'vanguard' | 'pledges' | 'joint_building' | 'volunteering' | 'needs'
