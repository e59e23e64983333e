import { handbookPrintText as text, printedDay } from '../../../shared/i18n/zh-CN/handbook-print.ts'
import type { HandbookMeeting } from '../../../shared/model/handbook-print.ts'
import type { MeetingType } from '../../../shared/model/meeting.ts'
import { absenceReasons } from '../../../shared/data/code-tables/absence-reasons.ts'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { meetingAnchor } from '../../../shared/util/handbook-anchor-ids.ts'

const SIGN_COLUMNS = 4

const chunk = <T,>(items: readonly T[], size: number): readonly (readonly T[])[] => Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size))

const HeaderTable = ({ record, meetingType }: { readonly record: HandbookMeeting; readonly meetingType: MeetingType }) => {
  const t = text.meeting
  const { fields, counts, quorum } = record
  const end = fields.endAt === null ? '' : fields.endAt.slice(11)
  const extra: readonly (readonly [string, string])[] = [
    ...(meetingType === 'party_lecture' ? [[t.lecturer, fields.lecturer] as const] : []),
    ...(meetingType === 'group_meeting' ? [[t.group, record.partyGroupName] as const] : []),
    ...(fields.observers === '' ? [] : [[t.observers, fields.observers] as const]),
  ]
  return (
    <table className="tall">
      <colgroup>
        <col style={{ width: '24mm' }} />
        <col style={{ width: '62mm' }} />
        <col style={{ width: '22mm' }} />
        <col style={{ width: '54mm' }} />
      </colgroup>
      <tbody>
        <tr>
          <th>{t.time}</th>
          <td>
            {printedDay(fields.startAt.slice(0, 10))} {t.timeRange(fields.startAt.slice(11), end)}
          </td>
          <th>{t.place}</th>
          <td>{fields.place || t.empty}</td>
        </tr>
        <tr>
          <th>{t.host}</th>
          <td>{fields.host || t.empty}</td>
          <th>{t.recorder}</th>
          <td>{fields.recorder || t.empty}</td>
        </tr>
        {extra.map(([label, value]) => (
          <tr key={label}>
            <th>{label}</th>
            <td colSpan={3}>{value || t.empty}</td>
          </tr>
        ))}
        <tr>
          <th>{t.people}</th>
          <td colSpan={3} className="text">
            {t.counts(counts.due, counts.present, counts.absent, counts.onLeave)}
            <br />
            {t.voting(counts.votingDue, counts.votingPresent)}
            {quorum.rule !== 'none' && `　${quorum.reached ? t.quorumReached : t.quorumMissing(Math.max(0, quorum.needed - quorum.present))}`}
          </td>
        </tr>
      </tbody>
    </table>
  )
}

/** 到会签名格:每行四人,打印姓名与到会记号在上,签名在下;人多时跨页,表头重复。 */
const SignGrid = ({ record }: { readonly record: HandbookMeeting }) => {
  const t = text.meeting
  const { attendance } = record.fields
  const absent = attendance.filter(({ status }) => status !== 'present')
  return (
    <>
      <table className="continued sign-grid">
        <thead>
          <tr>
            <th colSpan={SIGN_COLUMNS}>
              {t.signIn}（{t.signInLegend}）
            </th>
          </tr>
        </thead>
        <tbody>
          {chunk(attendance, SIGN_COLUMNS).map((people, row) => (
            <tr key={row}>
              {Array.from({ length: SIGN_COLUMNS }, (_, column) => {
                const person = people[column]
                return (
                  <td key={column}>
                    {person !== undefined && (
                      <>
                        <span className="mark">{text.attendanceMark[person.status]}</span>
                        <span className="typed">{person.name}</span>
                      </>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <table className="continued">
        <colgroup>
          <col style={{ width: '34mm' }} />
          <col />
        </colgroup>
        <tbody>
          <tr>
            <th>{t.absentees}</th>
            <td className="text">
              {absent.length === 0
                ? t.noAbsentees
                : absent.map((person) => `${person.name}（${[person.reason === '' ? '' : nameOf(absenceReasons, person.reason), person.reasonNote].filter((part) => part !== '').join('，') || t.empty}）`).join('、')}
            </td>
          </tr>
          <tr>
            <th>{t.topics}</th>
            <td className="text">
              {record.fields.topics.length === 0
                ? t.empty
                : record.fields.topics.map((topic, index) => (
                    <div key={index}>
                      {index + 1}. {topic.title}
                      {topic.isFirstTopic && `（${t.firstTopic}）`}
                    </div>
                  ))}
            </td>
          </tr>
        </tbody>
      </table>
    </>
  )
}

const Resolutions = ({ record }: { readonly record: HandbookMeeting }) => {
  const t = text.meeting
  if (record.fields.resolutions.length === 0) return null
  return (
    <table className="continued">
      <colgroup>
        <col style={{ width: '12mm' }} />
        <col />
        <col style={{ width: '24mm' }} />
        <col style={{ width: '32mm' }} />
      </colgroup>
      <thead>
        <tr>
          <th>{text.roster.no}</th>
          <th>{t.resolutions}</th>
          <th>{t.owner}</th>
          <th>{t.dueOn}</th>
        </tr>
      </thead>
      <tbody>
        {record.fields.resolutions.map((resolution, index) => (
          <tr key={index}>
            <td>{index + 1}</td>
            <td className="text">{resolution.text}</td>
            <td>{resolution.owner || t.empty}</td>
            <td>{printedDay(resolution.dueOn)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** 一类会议的全部记录,每份另起一页。 */
export const MeetingPages = ({ records, meetingType }: { readonly records: readonly HandbookMeeting[]; readonly meetingType: MeetingType }) => {
  const t = text.meeting
  if (records.length === 0) return <p className="empty">{text.noRecords}</p>
  return (
    <>
      {records.map((record) => (
        <article className="record-page" key={record.id}>
          <h3 id={meetingAnchor(record.id)}>
            {record.fields.title || text.meetingSection[meetingType]}
            {record.state === 'draft' || record.state === 'returned' ? <span className="draft">{t.draft}</span> : null}
          </h3>
          <HeaderTable record={record} meetingType={meetingType} />
          <SignGrid record={record} />
          <div className="prose">
            <div className="label">{meetingType === 'theme_day' ? t.activityContent : t.content}</div>
            {record.fields.content
              .split('\n')
              .filter((line) => line.trim() !== '')
              .map((line, index) => (
                <p key={index}>{line}</p>
              ))}
          </div>
          <Resolutions record={record} />
          <div className="signatures">
            <span>
              {t.signHost}
              <span className="line" />
            </span>
            <span>
              {t.signRecorder}
              <span className="line" />
            </span>
            <span>{t.signDate}</span>
          </div>
          <div className="foot-note">
            <span>{t.recordNo(record.id.slice(0, 8))}</span>
            <span>{t.checkCode(record.checkCode)}</span>
          </div>
        </article>
      ))}
    </>
  )
}
