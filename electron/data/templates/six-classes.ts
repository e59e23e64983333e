import { compose } from './compose.ts'
import { sixCommitments, sixEffects } from './six-classes-effects.ts'
import { sixEvents } from './six-classes-events.ts'
import { sixLife } from './six-classes-life.ts'
import { sixMembers, sixSupport } from './six-classes-members.ts'
import { sixOrganisation } from './six-classes-organisation.ts'

const levels = [
  { star: 3, min: 70 },
  { star: 4, min: 80 },
  { star: 5, min: 90 },
] as const
/** 承诺没有兑现的,哪一级也不评。 */
const gates = [{ star: 3, type: 'flag', flag: 'commitment_kept' }] as const
const quota = [
  { star: 5, count: 3 },
  { star: 4, count: 11 },
  { star: 3, count: 29 },
] as const

/** 六类八十项,一年一评,只有三、四、五星;三级授予;承诺走过场的不予评星、取消星级。 */
export const sixClasses = compose({
  name: '六类八十项（示例）',
  note: '一年一评，12 月看全年；只评三、四、五星，分别由街道、区、市授予。6 类 80 项、三级授予、授予家数（3、11、29）、承诺走过场不予评星或取消星级取自一个开发区的做法。来源没有给出各项和分值，这里的各项、分值和分数线都是示例。',
  dimensions: { ZZ: '组织建设', DY: '党员队伍', SH: '组织生活', BZ: '工作保障', ZY: '作用发挥', CN: '承诺践诺' },
  items: [...sixOrganisation, ...sixMembers, ...sixLife, ...sixSupport, ...sixEffects, ...sixCommitments, ...sixEvents],
  scheme: {
    stars: { levels, gates, quota, quotaScope: 'all' },
    rollup: { quarter: { method: 'mean', missing: 'skip', minCount: 1 } },
    annual: { levels, gates, quota, quotaScope: 'all', rollup: { method: 'mean', missing: 'skip', minCount: 1 } },
  },
  texts: {
    flags: { commitment_kept: '承诺兑现' },
    levels: [
      { star: 5, name: '五星级党组织', authority: '市级评定授予', tier: '示范' },
      { star: 4, name: '四星级党组织', authority: '区级评定授予', tier: '先进' },
      { star: 3, name: '三星级党组织', authority: '街道评定授予', tier: '达标' },
    ],
  },
})
