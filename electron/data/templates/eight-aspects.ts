import { compose } from './compose.ts'
import { eightEvents } from './eight-aspects-events.ts'
import { eightGovernance } from './eight-aspects-governance.ts'
import { eightParty } from './eight-aspects-party.ts'
import { eightWork } from './eight-aspects-work.ts'

/**
 * 八个方面二十七项,每季度评一次。材料只给了结构(8 个方面、27 个子项、5 个加分项、4 个否决项)与结果的用处,
 * 没有给一个分值,也没有给出是哪些子项;各项与分值都是示例。
 */
export const eightAspects = compose({
  name: '八个方面二十七项（示例）',
  note: '每季度评一次。结构取自一家企业的考核评比细则：8 个方面、27 项、5 个加分项、4 个否决项。来源没有给出子项和分值，这里的各项、分值、等次界限和封顶都是示例，由使用单位改定。',
  dimensions: { ZZ: '政治建设', SX: '思想建设', ZJ: '组织建设', ZF: '作风建设', JL: '纪律建设', ZD: '制度建设', SC: '生产经营', ZL: '质量安全保密和人才' },
  items: [...eightParty, ...eightGovernance, ...eightWork, ...eightEvents],
  scheme: {
    basePeriod: 'quarter',
    bonus: { cap: 10, noDuplicateMatter: true },
    bands: [
      { label: '优秀', min: 90 },
      { label: '良好', min: 80 },
      { label: '合格', min: 60 },
      { label: '不合格', min: 0 },
    ],
    annual: { levels: [{ star: 1, min: 0 }, { star: 2, min: 60 }, { star: 3, min: 80 }, { star: 4, min: 90 }], rollup: { method: 'mean', missing: 'skip', minCount: 3 } },
  },
  texts: { levels: [{ star: 4, name: '优秀', authority: '公司党委', tier: '' }, { star: 3, name: '良好', authority: '公司党委', tier: '' }, { star: 2, name: '合格', authority: '公司党委', tier: '' }, { star: 1, name: '不合格', authority: '公司党委', tier: '' }] },
})
