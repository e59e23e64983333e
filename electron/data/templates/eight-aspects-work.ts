import type { TemplateItem } from '../../domain/evaluation/scheme-body.ts'
import { item } from './compose.ts'

const Q = { period: 'quarter' } as const

/** 生产经营 12、质量安全保密和人才 12(示例);经营数据不在本程序里,由人评。 */
export const eightWork: readonly TemplateItem[] = [
  item('SC-01', 'SC', 6, ['季度生产经营任务', '完成率 100% 及以上得满分；每低 1 个百分点扣 5%，扣完为止。', '经营报表'], Q),
  item('SC-02', 'SC', 3, ['降本增效', '完成季度目标得满分；没有完成按比例。', '财务报表'], Q),
  item('SC-03', 'SC', 3, ['党员攻关和突击', '有项目、有阶段成果得满分；有项目没有阶段成果得一半。', '项目台账'], Q),
  item('ZL-01', 'ZL', 5, ['质量和安全', '没有责任事故、质量达到目标得满分；一般事件每起扣 2 分，扣完为止；触及否决项的另行处理。', '质量、安全通报'], Q),
  item('ZL-02', 'ZL', 4, ['保密', '没有泄密和违规得满分；违规每次扣 2 分，扣完为止。', '保密检查'], Q),
  item('ZL-03', 'ZL', 3, ['人才培养', '按计划培养骨干、带徒、轮岗得满分；缺 1 项扣 1 分，扣完为止。', '培养计划'], Q),
]
