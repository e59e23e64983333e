import type { ReactNode } from 'react'
import { handbookPrintText as text } from '../../../shared/i18n/zh-CN/handbook-print.ts'
import type { HandbookPrintModel } from '../../../shared/model/handbook-print.ts'
import { BasicsPage } from './basics-page.tsx'
import { CommitteePage } from './committee-page.tsx'
import { Contents } from './contents.tsx'
import { Cover, Instructions } from './cover.tsx'
import { EvaluationPages } from './evaluation-pages.tsx'
import { GroupsPage } from './groups-page.tsx'
import { HandoverPage } from './handover-page.tsx'
import { MeetingPages } from './meeting-pages.tsx'
import { RosterPages } from './roster-pages.tsx'
import { handbookSections, type HandbookSection } from './sections.ts'

const BlankPage = ({ pageName }: { readonly pageName: string }) => (
  <div className="blank" style={{ page: pageName }}>
    {text.blankPage}
  </div>
)

const body = (section: HandbookSection, model: HandbookPrintModel): ReactNode => {
  if (section.meetingType !== null) return <MeetingPages records={model.meetings.find(({ meetingType }) => meetingType === section.meetingType)?.records ?? []} meetingType={section.meetingType} />
  switch (section.id) {
    case 'sec-basics':
      return <BasicsPage model={model} />
    case 'sec-committee':
      return <CommitteePage model={model} />
    case 'sec-groups':
      return <GroupsPage model={model} />
    case 'sec-roster':
      return <RosterPages model={model} />
    case 'sec-evaluation':
      return <EvaluationPages portraits={model.evaluations} chainHead={model.chainHead} />
    default:
      return <HandoverPage pages={model.layout?.bodyPages ?? null} />
  }
}

/** 整本手册。第一遍没有版面(页码空着、占位等宽),第二遍按 layout 补背面、印页码。 */
export const HandbookDocument = ({ model }: { readonly model: HandbookPrintModel }) => {
  const sections = handbookSections(model)
  const blanks = new Set(model.layout?.blankBefore ?? [])
  return (
    <main>
      <Cover model={model} />
      <Instructions />
      <Contents model={model} sections={sections} />
      {model.layout?.frontBlank === true && <BlankPage pageName="front" />}
      {sections.map((section, index) => (
        <div key={section.id}>
          {blanks.has(section.id) && <BlankPage pageName={sections[index - 1]?.pageName ?? section.pageName} />}
          <section className="section" style={{ page: section.pageName }}>
            {section.id !== 'sec-roster' && <h2 id={section.id}>{section.heading}</h2>}
            {section.id === 'sec-roster' && <h2 id={section.id} style={{ height: 0, margin: 0, overflow: 'hidden', lineHeight: 0 }}>{section.heading}</h2>}
            {body(section, model)}
          </section>
        </div>
      ))}
    </main>
  )
}
