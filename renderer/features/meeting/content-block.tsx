import { Checkbox, Input, Select } from 'antd'
import { useContext, type ClipboardEvent } from 'react'
import { topicKinds } from '../../../shared/data/code-tables/topic-kinds.ts'
import { LEADING_NUMBER } from '../../../shared/data/list-words.ts'
import { meetingText } from '../../../shared/i18n/zh-CN/meeting.ts'
import { meetingAidsText } from '../../../shared/i18n/zh-CN/meeting-aids.ts'
import type { Resolution, Topic, TopicKind } from '../../../shared/model/meeting-parts.ts'
import { Card } from '../../components/card.tsx'
import { DateField } from '../../components/date-field.tsx'
import { Field } from '../../components/field.tsx'
import { PersonInput } from '../../components/person-input.tsx'
import { RowList } from '../../components/row-list.tsx'
import type { BlockProps } from './basics-block.tsx'
import { cleanPasted } from './clean-text.ts'
import { PhraseArea } from './phrase-area.tsx'
import { AidsContext } from './phrases.ts'
import { RuleNote } from './rule-note.tsx'

const text = meetingText.content
const newTopic = (): Topic => ({ title: '', kind: 'study', isFirstTopic: false, publishedOn: null, leader: '' })
const newResolution = (kind: Resolution['kind']): Resolution => ({ itemId: crypto.randomUUID(), kind, problem: '', text: '', owner: '', dueOn: null })
const MAXIMUM_ROWS = 30
const MAXIMUM_TITLE = 120
const MAXIMUM_CONTENT = 20_000

/** 粘贴正文时去掉成串空格;用浏览器自己的插入,撤销仍然管用。 */
const pasteCleaned = (event: ClipboardEvent<HTMLTextAreaElement>, apply: (content: string) => void): void => {
  const raw = event.clipboardData.getData('text/plain')
  const cleaned = cleanPasted(raw)
  if (raw === '' || cleaned === raw) return
  event.preventDefault()
  const area = event.currentTarget
  if (document.execCommand('insertText', false, cleaned)) return
  area.setRangeText(cleaned, area.selectionStart, area.selectionEnd, 'end')
  apply(area.value)
}

/** 议题一次贴几行(会议通知里的议程),一行一项;编号去掉。 */
const pasteTopics = (event: ClipboardEvent<HTMLInputElement>, topics: readonly Topic[], ordinal: number, apply: (topics: Topic[]) => void): void => {
  const lines = event.clipboardData
    .getData('text/plain')
    .split(/[\r\n]+/)
    .map((line) => line.replace(LEADING_NUMBER, '').trim().slice(0, MAXIMUM_TITLE))
    .filter((line) => line !== '')
  if (lines.length < 2) return
  event.preventDefault()
  const own = topics[ordinal - 1]
  const added = lines.map((title) => ({ ...newTopic(), title }))
  apply([...topics.slice(0, own?.title === '' ? ordinal - 1 : ordinal), ...added, ...topics.slice(ordinal)].slice(0, MAXIMUM_ROWS))
}

/** 决议、整改措施:内容、责任人、期限;整改另写针对的问题。 */
const Resolutions = ({ branchId, fields, disabled, onChange, onLeave, kind }: BlockProps & { readonly kind: Resolution['kind'] }) => {
  const mine = fields.resolutions.filter((row) => row.kind === kind)
  const others = fields.resolutions.filter((row) => row.kind !== kind)
  const isRectification = kind === 'rectification'
  return (
    <RowList
      rows={mine}
      disabled={disabled}
      maximum={MAXIMUM_ROWS - others.length}
      addLabel={isRectification ? text.addRectification : text.addResolution}
      removeLabel={isRectification ? text.removeRectification : text.removeResolution}
      empty={text.noResolution}
      className={isRectification ? 'meeting-rectification' : 'meeting-resolution'}
      newRow={() => newResolution(kind)}
      onChange={(rows) => onChange({ resolutions: isRectification ? [...others, ...rows] : [...rows, ...others] })}
      onLeave={onLeave}
    >
      {(row, change, ordinal) => (
        <>
          {isRectification && <Input.TextArea aria-label={text.problem(ordinal)} placeholder={text.problemPlaceholder} value={row.problem} maxLength={300} disabled={disabled} autoSize={{ minRows: 1 }} onChange={(event) => change({ problem: event.target.value.replaceAll('\n', ' ') })} onBlur={onLeave} />}
          <PhraseArea compact aria-label={isRectification ? text.rectification(ordinal) : text.resolution(ordinal)} placeholder={isRectification ? text.rectifications : text.resolutionText} value={row.text} maxLength={500} disabled={disabled} autoSize={{ minRows: 1 }} onText={(next) => change({ text: next.replaceAll('\n', ' ') })} onBlur={onLeave} />
          <PersonInput aria-label={isRectification ? text.rectificationOwner(ordinal) : text.owner(ordinal)} branchId={branchId} value={row.owner} disabled={disabled} onChange={(owner) => change({ owner })} onBlur={onLeave} />
          <DateField aria-label={isRectification ? text.rectificationDue(ordinal) : text.due(ordinal)} value={row.dueOn} disabled={disabled} onChange={(dueOn) => change({ dueOn })} onBlur={onLeave} />
        </>
      )}
    </RowList>
  )
}

/** 第 3 块:议题、内容、决议与落实分工;组织生活会另有整改措施。 */
export const ContentBlock = (props: BlockProps) => {
  const { branchId, fields, disabled, onChange, onLeave } = props
  const aids = useContext(AidsContext)
  const withRectifications = [fields.meetingType, ...fields.alsoTypes].includes('organisational_life') || fields.resolutions.some(({ kind }) => kind === 'rectification')
  return (
    <Card title={text.title} extra={<RuleNote rule="content" />}>
      <h3 className="meeting-label">
        {text.topics} <RuleNote rule="firstTopic" />
      </h3>
      <div data-field="topics">
        <RowList rows={fields.topics} disabled={disabled} maximum={MAXIMUM_ROWS} addLabel={text.addTopic} removeLabel={text.removeTopic} className="meeting-topic" newRow={newTopic} enterAdds onChange={(topics) => onChange({ topics })} onLeave={onLeave}>
          {(topic, change, ordinal) => (
            <>
              <Input aria-label={text.topic(ordinal)} placeholder={text.topicTitle} value={topic.title} maxLength={120} disabled={disabled} onChange={(event) => change({ title: event.target.value })} onPaste={(event) => pasteTopics(event, fields.topics, ordinal, (topics) => onChange({ topics }))} onBlur={onLeave} />
              <Select
                aria-label={text.kind(ordinal)}
                value={topic.kind}
                disabled={disabled}
                options={topicKinds.map(({ code, name }) => ({ value: code as TopicKind, label: name }))}
                onChange={(kind) => {
                  change({ kind })
                  onLeave()
                }}
              />
              <Checkbox
                aria-label={text.firstTopicOf(ordinal)}
                checked={topic.isFirstTopic}
                disabled={disabled}
                onChange={(event) => onChange({ topics: fields.topics.map((each, index) => ({ ...each, isFirstTopic: index === ordinal - 1 && event.target.checked, ...(index === ordinal - 1 && !event.target.checked ? { publishedOn: null } : {}) })) })}
              >
                {text.firstTopic}
              </Checkbox>
              {topic.isFirstTopic && (
                <div className="meeting-first-topic">
                  <DateField aria-label={text.publishedOn(ordinal)} value={topic.publishedOn} disabled={disabled} onChange={(publishedOn) => change({ publishedOn })} onBlur={onLeave} />
                  <PersonInput aria-label={text.leader(ordinal)} branchId={branchId} value={topic.leader} disabled={disabled} onChange={(leader) => change({ leader })} onBlur={onLeave} />
                </div>
              )}
            </>
          )}
        </RowList>
      </div>
      <div data-field="content">
        <Field
          label={text.body}
          hint={
            <span className="meeting-count">
              <span>{disabled ? '' : aids === null ? text.bodyHint : meetingAidsText.phrase.hint}</span>
              <span>{text.count([...fields.content.replaceAll(/\s/g, '')].length)}</span>
            </span>
          }
        >
          {(control) => (
            <PhraseArea {...control} value={fields.content} maxLength={MAXIMUM_CONTENT} disabled={disabled} autoSize={{ minRows: 6 }} onPaste={(event) => pasteCleaned(event, (content) => onChange({ content }))} onText={(content) => onChange({ content })} onBlur={onLeave} />
          )}
        </Field>
      </div>
      <div data-field="resolutions">
        {withRectifications && (
          <>
            <h3 className="meeting-label">{text.rectifications}</h3>
            <Resolutions {...props} kind="rectification" />
          </>
        )}
        <h3 className="meeting-label">{text.resolutions}</h3>
        <Resolutions {...props} kind="resolution" />
      </div>
    </Card>
  )
}
