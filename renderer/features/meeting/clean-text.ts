import type { MeetingFields } from '../../../shared/model/meeting.ts'

/** 单行里混进来的换行、制表符与看不见的方向字符:换成空格或去掉,免得整份存不下。 */
// eslint-disable-next-line no-control-regex -- 要清的正是控制字符
const LINE_BREAKS = /[\u0000-\u001f\u007f]+/g
const DIRECTIONS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
// eslint-disable-next-line no-control-regex -- 同上;换行与制表符留着
const TEXT_CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

export const cleanLine = (text: string): string => text.replace(LINE_BREAKS, ' ').replace(DIRECTIONS, '')
export const cleanParagraphs = (text: string): string => text.replace(TEXT_CONTROLS, '').replace(DIRECTIONS, '')

/** 粘贴正文:保留分段,去掉每段里成串的空格与段尾空格;段首的全角缩进留着。 */
export const cleanPasted = (text: string): string =>
  cleanParagraphs(text.replaceAll(/\r\n?/g, '\n'))
    .split('\n')
    .map((line) => line.replaceAll(/[ \t\u00a0]+/g, ' ').replace(/ $/, ''))
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')

/** 一行里的各格都是单行。 */
const cleanRow = <T extends object>(row: T): T => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, typeof value === 'string' ? cleanLine(value) : value])) as T // 只换文字,形状不变

/** 送去保存的样子:屏幕上的内容不动。 */
export const readyToSave = (fields: MeetingFields): MeetingFields => ({
  ...fields,
  title: cleanLine(fields.title),
  place: cleanLine(fields.place),
  host: cleanLine(fields.host),
  recorder: cleanLine(fields.recorder),
  lecturer: cleanLine(fields.lecturer),
  observers: cleanLine(fields.observers),
  leadersAttended: cleanLine(fields.leadersAttended),
  content: cleanParagraphs(fields.content),
  topics: fields.topics.map(cleanRow),
  resolutions: fields.resolutions.map(cleanRow),
  attendance: fields.attendance.map(cleanRow),
  sittings: fields.sittings.map(cleanRow),
  votes: fields.votes.map(cleanRow),
  problems: fields.problems.map(cleanRow),
  criticisms: fields.criticisms.map(cleanRow),
  appraisals: fields.appraisals.map(cleanRow),
  debriefs: fields.debriefs.map(cleanRow),
})
