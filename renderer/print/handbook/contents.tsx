import { handbookPrintText as text, printedDay, printedMonth } from '../../../shared/i18n/zh-CN/handbook-print.ts'
import type { HandbookPrintModel } from '../../../shared/model/handbook-print.ts'
import { evaluationAnchor, meetingAnchor } from '../../../shared/util/handbook-anchor-ids.ts'
import type { HandbookSection } from './sections.ts'

const Line = ({ id, title, folio, record }: { readonly id: string; readonly title: string; readonly folio: number | undefined; readonly record: boolean }) => (
  // 目录行必须真的链接到标题:浏览器只给被链接到的标题写目标点,第一遍靠它量页码。
  <a href={`#${id}`} className={record ? 'record' : ''}>
    <span>{title}</span>
    <span className="dots" />
    <span className="folio">{folio ?? ''}</span>
  </a>
)

/** 目录:节与每份记录,带页码。 */
export const Contents = ({ model, sections }: { readonly model: HandbookPrintModel; readonly sections: readonly HandbookSection[] }) => {
  const pageOf = model.layout?.pageOf ?? {}
  return (
    <section className="front contents">
      <h2>{text.contentsTitle}</h2>
      {sections.map((section) => (
        <div key={section.id}>
          <Line id={section.id} title={section.heading} folio={pageOf[section.id]} record={false} />
          {section.meetingType !== null &&
            model.meetings
              .find(({ meetingType }) => meetingType === section.meetingType)
              ?.records.map((record) => {
                const id = meetingAnchor(record.id)
                return <Line key={id} id={id} title={`${printedDay(record.fields.startAt.slice(0, 10))}　${record.fields.title}`} folio={pageOf[id]} record />
              })}
          {section.id === 'sec-evaluation' &&
            model.evaluations.map((portrait) => {
              const id = evaluationAnchor(portrait.summary.period)
              return <Line key={id} id={id} title={text.evaluation.pageTitle(printedMonth(portrait.summary.period))} folio={pageOf[id]} record />
            })}
        </div>
      ))}
    </section>
  )
}
