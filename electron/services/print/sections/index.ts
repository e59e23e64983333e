import { SECTION_KEYS, type SectionKey } from '../../../../shared/model/volume-sections.ts'
import type { WorkspaceScope } from '../../workspace-scope.ts'
import { attendanceSection } from './attendance.ts'
import { basicsSection } from './basics.ts'
import { committeeSection } from './committee.ts'
import { duesSection } from './dues.ts'
import { developmentSection } from './development.ts'
import { awardsSection, reliefSection, specialMembersSection } from './care.ts'
import { evaluationSection } from './evaluation.ts'
import { followUpsSection } from './follow-ups.ts'
import { formOnlySections } from './form-only.ts'
import { groupsSection } from './groups.ts'
import { handoverSection } from './handover.ts'
import { meetingSection } from './meetings.ts'
import { yearPlanSection, yearSummarySection } from './plans.ts'
import { politicalBirthdaysSection } from './political-birthdays.ts'
import { registerSections } from './registers.ts'
import { rosterSection } from './roster.ts'
import type { SectionDefinition, SectionFactory } from './section.ts'
import { transfersSection } from './transfers.ts'

/** 全部节的定义;先后不在这里,在 shared/model/volume-sections.ts。 */
const FACTORIES: readonly SectionFactory[] = [
  basicsSection,
  committeeSection,
  groupsSection,
  rosterSection,
  specialMembersSection,
  transfersSection,
  developmentSection,
  yearPlanSection,
  yearSummarySection,
  meetingSection('general_meeting'),
  meetingSection('committee_meeting'),
  meetingSection('group_meeting'),
  meetingSection('party_lecture'),
  meetingSection('theme_day'),
  meetingSection('other_meeting'),
  meetingSection('organisational_life'),
  meetingSection('democratic_appraisal'),
  meetingSection('debriefing'),
  followUpsSection,
  politicalBirthdaysSection,
  attendanceSection,
  duesSection,
  reliefSection,
  awardsSection,
  evaluationSection,
  handoverSection,
  ...registerSections,
  ...formOnlySections,
]

/** 一个工作区里各节的定义;缺了、重了都当场报错(测试里也就不过)。 */
export const createSections = (scope: WorkspaceScope): ReadonlyMap<SectionKey, SectionDefinition> => {
  const definitions = FACTORIES.map((create) => create(scope))
  const sections = new Map(definitions.map((definition) => [definition.key, definition]))
  if (sections.size !== definitions.length) throw new Error('a section is defined twice')
  return new Map(SECTION_KEYS.flatMap((key) => {
    const definition = sections.get(key)
    return definition === undefined ? [] : [[key, definition]]
  }))
}
