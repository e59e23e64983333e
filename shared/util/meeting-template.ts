import { titleMarks } from '../i18n/zh-CN/meeting-titles.ts'
import type { MeetingFields } from '../model/meeting.ts'
import type { TemplateFields } from '../model/meeting-aids.ts'

const { year: YEAR, month: MONTH, quarter: QUARTER } = titleMarks

/** 会议名称里的年、月、季换成记号,下次照那时的填;「第几次」去掉。 */
export const patternOfTitle = (title: string, day: string): string => {
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))]
  return title
    .replace(titleMarks.ordinal, '')
    .replace(year, YEAR)
    .replace(titleMarks.monthIn(month), MONTH)
    .replace(titleMarks.quarterIn(Math.ceil(month / 3)), QUARTER)
}
export const titleFromPattern = (pattern: string, day: string): string => {
  const month = Number(day.slice(5, 7))
  return pattern.replaceAll(YEAR, day.slice(0, 4)).replaceAll(MONTH, String(month)).replaceAll(QUARTER, String(Math.ceil(month / 3)))
}

/** 照样板要改的几项:样板里没写的不动;已有的议题留着,样板的接在后面。内容、决议从不填。 */
export const applyTemplate = (fields: MeetingFields, template: TemplateFields): Partial<MeetingFields> => {
  const written = fields.topics.filter(({ title }) => title !== '')
  const added = template.topics.filter(({ title }) => !written.some((topic) => topic.title === title)).map((topic) => ({ ...topic, isFirstTopic: topic.isFirstTopic && !written.some(({ isFirstTopic }) => isFirstTopic), publishedOn: null, leader: '' }))
  return {
    ...(template.title === '' ? {} : { title: titleFromPattern(template.title, fields.startAt.slice(0, 10)).slice(0, 80) }),
    ...(template.place === '' ? {} : { place: template.place }),
    ...(added.length === 0 ? {} : { topics: [...written, ...added].slice(0, 30) }),
  }
}

/** 由一份记录做样板。 */
export const templateFrom = (fields: MeetingFields, name: string, phrases = ''): TemplateFields => ({
  name,
  meetingType: fields.meetingType,
  title: patternOfTitle(fields.title, fields.startAt.slice(0, 10)),
  place: fields.place,
  topics: fields.topics.filter(({ title }) => title !== '').map(({ title, kind, isFirstTopic }) => ({ title, kind, isFirstTopic })),
  phrases,
})
