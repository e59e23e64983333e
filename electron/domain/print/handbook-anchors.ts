import type { HandbookAnchor, HandbookPrintModel } from '../../../shared/model/handbook-print.ts'
import { evaluationAnchor, meetingAnchor, meetingSectionAnchor, SECTION_ANCHORS } from '../../../shared/util/handbook-anchor-ids.ts'

/** 手册里全部可定位的标题,按印出来的先后。没有内容的节不出现。 */
export const handbookAnchors = (model: HandbookPrintModel): readonly HandbookAnchor[] => [
  ...SECTION_ANCHORS.map((id): HandbookAnchor => ({ id, level: 1, startsOnRight: true })),
  ...model.meetings.flatMap(({ meetingType, records }): readonly HandbookAnchor[] => [
    { id: meetingSectionAnchor(meetingType), level: 1, startsOnRight: true },
    ...records.map((record): HandbookAnchor => ({ id: meetingAnchor(record.id), level: 2, startsOnRight: false })),
  ]),
  { id: 'sec-evaluation', level: 1, startsOnRight: true },
  ...model.evaluations.map((portrait): HandbookAnchor => ({ id: evaluationAnchor(portrait.summary.period), level: 2, startsOnRight: false })),
  { id: 'sec-handover', level: 1, startsOnRight: true },
]
