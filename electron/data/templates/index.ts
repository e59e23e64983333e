import type { SchemeBody } from '../../domain/evaluation/scheme-body.ts'
import { eightAspects } from './eight-aspects.ts'
import { fourPowers } from './four-powers.ts'
import { qualitySystem } from './quality-system.ts'
import { sixClasses } from './six-classes.ts'
import { sixHaves } from './six-haves.ts'
import { townLine } from './town-line.ts'
import { universityStaff } from './university-staff.ts'
import { universityStudents } from './university-students.ts'
import { wuweiBaolei } from './wuwei-baolei.ts'

/** 自带的考核方案模板:数值都是示例,选用以后改定。次序即显示的次序,残缺的在最后。 */
export const SCHEME_TEMPLATES: readonly { readonly key: string; readonly body: SchemeBody }[] = [
  { key: 'wuwei', body: wuweiBaolei },
  { key: 'eight-aspects', body: eightAspects },
  { key: 'six-classes', body: sixClasses },
  { key: 'four-powers', body: fourPowers },
  { key: 'university-staff', body: universityStaff },
  { key: 'university-students', body: universityStudents },
  { key: 'town-line', body: townLine },
  { key: 'six-haves', body: sixHaves },
  { key: 'quality-system', body: qualitySystem },
]

export const schemeTemplate = (key: string): SchemeBody | undefined => SCHEME_TEMPLATES.find((template) => template.key === key)?.body
