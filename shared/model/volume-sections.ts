import { z } from 'zod'

/**
 * 册子里的全部节,按 domain 3.2 的目录;这里的先后就是缺省的先后,单位可以另排、可以不印。
 * 加一节:在这里加一个代号,在 i18n 的 volumeSectionTitles 里加节名,再写一个定义(electron/services/print/sections/README.md)。
 */
export const SECTION_KEYS = [
  'basics',
  'committee',
  'groups',
  'roster',
  'special_members',
  'transfers',
  'development',
  'year_plan',
  'monthly_plan',
  'general_meeting',
  'committee_meeting',
  'group_meeting',
  'party_lecture',
  'theme_day',
  'other_meeting',
  'life_meeting',
  'appraisal',
  'talks',
  'political_birthdays',
  'study_hours',
  'attendance',
  'dues',
  'vanguard',
  'pledges',
  'joint_building',
  'volunteering',
  'relief',
  'needs',
  'awards',
  'report_review',
  'inspections',
  'follow_ups',
  'evaluation',
  'year_summary',
  'chronicle',
  'handover',
] as const
export const sectionKeySchema = z.enum(SECTION_KEYS)
export type SectionKey = z.infer<typeof sectionKeySchema>

/** 一个单位怎么排自己的册子:先后与印不印。没列出的(以后新加的节)按缺省的位置排进去、照印。 */
export const sectionChoiceSchema = z.strictObject({ order: z.array(sectionKeySchema).max(SECTION_KEYS.length), off: z.array(sectionKeySchema).max(SECTION_KEYS.length) })
export type SectionChoice = z.infer<typeof sectionChoiceSchema>
