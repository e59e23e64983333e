import { describe, expect, it } from 'vitest'
import { normDecisionKindSchema } from '../../model/norm-decision.ts'
import { followUpKindSchema, followUpStateSchema } from '../../model/follow-up.ts'
import { absenceReasonSchema, attendanceStatusSchema, meetingTypeSchema, recordStateSchema } from '../../model/meeting.ts'
import { appraisalGradeSchema, exclusionGroundSchema, lecturerIdentitySchema, reviewGradeSchema, themeFormSchema, topicKindSchema, voteKindSchema } from '../../model/meeting-parts.ts'
import { degreeSchema, genderSchema, managementLevelSchema, memberTypeSchema, membershipStateSchema, postKindSchema } from '../../model/member.ts'
import { organisationEventKindSchema } from '../../model/organisation-event.ts'
import { branchLabelCodeSchema, placeKindSchema, unitKindSchema } from '../../model/organisation-lists.ts'
import { branchCategoryCodeSchema, buildFormSchema, organisationKindSchema, partyPostCodeSchema, unitRelationSchema } from '../../model/organisation.ts'
import { absenceReasons } from './absence-reasons.ts'
import { attendanceStatuses } from './attendance-statuses.ts'
import { builtInBranchCategories } from './branch-categories.ts'
import { branchLabels } from './branch-labels.ts'
import { buildForms } from './build-forms.ts'
import { codeOf, findEntry, nameOf, orderOf, shortNameOf, type CodeTable } from './code-table.ts'
import { degrees } from './degrees.ts'
import { educations, isJuniorCollegeOrAbove } from './education.ts'
import { ethnicities, isMinority } from './ethnicity.ts'
import { normDecisionKinds } from './norm-decisions.ts'
import { followUpKinds, followUpStates } from './follow-ups.ts'
import { genders } from './gender.ts'
import { managementLevels } from './management-levels.ts'
import { appraisalGrades, exclusionGrounds, lecturerIdentities, reviewGrades, themeForms, voteKinds } from './meeting-parts.ts'
import { meetingTypes } from './meeting-types.ts'
import { memberTypes } from './member-types.ts'
import { membershipStates } from './membership-states.ts'
import { organisationEventKinds } from './organisation-event-kinds.ts'
import { organisationKinds } from './organisation-kinds.ts'
import { partyPosts } from './party-posts.ts'
import { postKinds } from './post-kinds.ts'
import { placeKinds } from './place-kinds.ts'
import { recordStates } from './record-states.ts'
import { topicKinds } from './topic-kinds.ts'
import { unitKinds } from './unit-kinds.ts'
import { unitRelations } from './unit-relations.ts'

const sorted = (codes: readonly string[]): string[] => [...codes].sort()
const codes = (table: CodeTable): string[] => table.map((entry) => entry.code)

describe('代码表与契约里的代码一个不多、一个不少', () => {
  const cases: readonly (readonly [string, CodeTable, readonly string[]])[] = [
    ['性别', genders, genderSchema.options],
    ['人员类别', memberTypes, memberTypeSchema.options],
    ['党籍状态', membershipStates, membershipStateSchema.options],
    ['学位', degrees, degreeSchema.options.filter((code) => code !== '')],
    ['岗位类别', postKinds, postKindSchema.options.filter((code) => code !== '')],
    ['管理层级', managementLevels, managementLevelSchema.options.filter((code) => code !== '')],
    ['党内职务', partyPosts, partyPostCodeSchema.options],
    ['组织类别', organisationKinds, organisationKindSchema.options],
    ['组建方式', buildForms, buildFormSchema.options],
    ['支部标签', branchLabels, branchLabelCodeSchema.options],
    ['单位类别', unitKinds, unitKindSchema.options],
    ['阵地种类', placeKinds, placeKindSchema.options],
    ['组织变动', organisationEventKinds, organisationEventKindSchema.options],
    ['所在单位情况', unitRelations, unitRelationSchema.options.filter((code) => code !== '')],
    ['缺席原因', absenceReasons, absenceReasonSchema.options.filter((code) => code !== '')],
    ['出勤', attendanceStatuses, attendanceStatusSchema.options],
    ['议题类别', topicKinds, topicKindSchema.options],
    ['会议类型', meetingTypes, meetingTypeSchema.options],
    ['记录状态', recordStates, recordStateSchema.options],
    ['表决种类', voteKinds, voteKindSchema.options],
    ['评议等次', appraisalGrades, appraisalGradeSchema.options.filter((code) => code !== '')],
    ['党日形式', themeForms, themeFormSchema.options.filter((code) => code !== '')],
    ['讲课人身份', lecturerIdentities, lecturerIdentitySchema.options.filter((code) => code !== '')],
    ['不计入应到的情形', exclusionGrounds, exclusionGroundSchema.options.filter((code) => code !== '')],
    ['督办种类', followUpKinds, followUpKindSchema.options],
    ['规范的决定', normDecisionKinds, normDecisionKindSchema.options],
    ['督办状态', followUpStates, followUpStateSchema.options],
    ['评价等次', reviewGrades, reviewGradeSchema.options.filter((code) => code !== '')],
  ]
  it.each(cases)('%s', (_title, table, expected) => {
    expect(sorted(codes(table))).toEqual(sorted(expected))
    expect(new Set(table.map((entry) => entry.name)).size).toBe(table.length)
  })
})

describe('国标码表', () => {
  it('民族 56 个,另有 97、98,代码与名称都不重复', () => {
    expect(ethnicities.length).toBe(58)
    expect(new Set(codes(ethnicities)).size).toBe(58)
    expect(nameOf(ethnicities, '01')).toBe('汉族')
    expect(nameOf(ethnicities, '11')).toBe('满族')
    expect(nameOf(ethnicities, '56')).toBe('基诺族')
    expect(codeOf(ethnicities, '维吾尔族')).toBe('05')
  })
  it.each([
    ['', false],
    ['01', false],
    ['02', true],
    ['56', true],
    ['97', false],
    ['98', false],
  ])('民族码 %s 是否少数民族:%s', (code, expected) => expect(isMinority(code)).toBe(expected))
  it.each([
    ['', false],
    ['10', true],
    ['21', true],
    ['33', true],
    ['41', false],
    ['90', false],
  ])('学历码 %s 是否大专及以上:%s', (code, expected) => expect(isJuniorCollegeOrAbove(code)).toBe(expected))
  it('学历代码不重复,简称可用于窄列', () => {
    expect(new Set(codes(educations)).size).toBe(educations.length)
    expect(shortNameOf(educations, '14')).toBe('研究生')
    expect(shortNameOf(educations, '20')).toBe('大学本科')
  })
})

describe('查表', () => {
  it('认不出的代码原样返回', () => {
    expect(nameOf(genders, 'x')).toBe('x')
    expect(shortNameOf(genders, 'x')).toBe('x')
    expect(codeOf(genders, '男性')).toBeNull()
    expect(findEntry(genders, 'x')).toBeUndefined()
    expect(orderOf(partyPosts, 'secretary')).toBe(0)
    expect(orderOf(partyPosts, 'x')).toBe(partyPosts.length)
  })
  it('内置分类的代码合乎格式', () => {
    expect(codes(builtInBranchCategories)).toEqual(['production', 'auxiliary', 'management', 'market', 'mixed'])
    for (const code of codes(builtInBranchCategories)) expect(branchCategoryCodeSchema.safeParse(code).success).toBe(true)
  })
})
