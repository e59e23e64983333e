import type { BuildForm } from '../../model/organisation.ts'
import type { CodeTable } from './code-table.ts'

/** 支部的组建方式(支部工作条例第五、八条)。 */
export const buildForms = [
  { code: 'single', name: '单独组建' },
  { code: 'joint', name: '联合党支部', shortName: '联合' },
  { code: 'project', name: '项目（工程）党支部', shortName: '项目' },
  { code: 'temporary', name: '临时党支部', shortName: '临时' },
  { code: 'floating', name: '流动党员党支部', shortName: '流动' },
] as const satisfies CodeTable<BuildForm>
