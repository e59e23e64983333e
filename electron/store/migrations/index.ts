import { initial } from './0010-initial.ts'
import { safety } from './0020-safety.ts'
import { organisation } from './0030-organisation.ts'
import { leadingGroup } from './0040-leading-group.ts'
import { members } from './0050-members.ts'
import { development } from './0060-development.ts'
import { dues } from './0070-dues.ts'
import { importing } from './0080-import.ts'

/** 全部迁移,版本严格递增,步长为 10,便于中间插入修补。已发布的步骤从不改动。 */
export const migrations = [initial, safety, organisation, leadingGroup, members, development, dues, importing] as const
