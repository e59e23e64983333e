import { Button, Checkbox, Input, Select } from 'antd'
import { useRef, type ClipboardEvent } from 'react'
import { topicKinds } from '../../../shared/data/code-tables/topic-kinds.ts'
import { meetingText } from '../../../shared/i18n/zh-CN/meeting.ts'
import type { Resolution, Topic, TopicKind } from '../../../shared/model/meeting.ts'
import { Card } from '../../components/card.tsx'
import { DateField } from '../../components/date-field.tsx'
import { Field } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import { PersonInput } from '../../components/person-input.tsx'
import type { BlockProps } from './basics-block.tsx'
import { cleanPasted } from './clean-text.ts'

const text = meetingText.content
const NEW_TOPIC: Topic = { title: '', kind: 'study', isFirstTopic: false }
const NEW_RESOLUTION: Resolution = { text: '', owner: '', dueOn: null }
const MAXIMUM_ROWS = 30
const MAXIMUM_CONTENT = 20_000

const replaceAt = <T,>(rows: readonly T[], index: number, patch: Partial<T>): T[] => rows.map((row, each) => (each === index ? { ...row, ...patch } : row))
const removeAt = <T,>(rows: readonly T[], index: number): T[] => rows.filter((_row, each) => each !== index)

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

/** 第 3 块:议题、内容、决议与落实分工。 */
export const ContentBlock = ({ branchId, fields, disabled, onChange, onLeave }: BlockProps) => {
  const frame = useRef<HTMLDivElement>(null)
  // 加一行之后光标就在新行里。
  const focusLast = (selector: string): void => void setTimeout(() => [...(frame.current?.querySelectorAll<HTMLElement>(selector) ?? [])].at(-1)?.focus())
  const topics = fields.topics
  const resolutions = fields.resolutions
  return (
    <Card title={text.title}>
      <div ref={frame}>
        <h3 className="meeting-label">{text.topics}</h3>
        <ul className="meeting-rows" data-field="topics">
          {topics.map((topic, index) => (
            // 议题没有编号,次序即身份。
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index} className="meeting-topic">
              <Input aria-label={text.topic(index + 1)} placeholder={text.topicTitle} value={topic.title} maxLength={120} disabled={disabled} onChange={(event) => onChange({ topics: replaceAt(topics, index, { title: event.target.value }) })} onBlur={onLeave} />
              <Select
                aria-label={text.kind(index + 1)}
                value={topic.kind}
                disabled={disabled}
                options={topicKinds.map(({ code, name }) => ({ value: code as TopicKind, label: name }))}
                onChange={(kind) => {
                  onChange({ topics: replaceAt(topics, index, { kind }) })
                  onLeave()
                }}
                style={{ width: 130 }}
              />
              <Checkbox aria-label={text.firstTopicOf(index + 1)} checked={topic.isFirstTopic} disabled={disabled} onChange={(event) => onChange({ topics: topics.map((each, other) => ({ ...each, isFirstTopic: other === index && event.target.checked })) })}>
                {text.firstTopic}
              </Checkbox>
              <Button
                aria-label={text.removeTopic(index + 1)}
                title={text.removeTopic(index + 1)}
                icon={<Icon name="bin" />}
                disabled={disabled}
                onClick={() => {
                  onChange({ topics: removeAt(topics, index) })
                  onLeave()
                }}
              />
            </li>
          ))}
          {!disabled && (
            <li>
              <Button
                icon={<Icon name="plus" />}
                disabled={topics.length >= MAXIMUM_ROWS}
                onClick={() => {
                  onChange({ topics: [...topics, NEW_TOPIC] })
                  focusLast('.meeting-topic input.ant-input')
                }}
              >
                {text.addTopic}
              </Button>
            </li>
          )}
        </ul>
        <div data-field="content">
          <Field
            label={text.body}
            hint={
              <span className="meeting-count">
                <span>{disabled ? '' : text.bodyHint}</span>
                <span>{text.count([...fields.content.replaceAll(/\s/g, '')].length)}</span>
              </span>
            }
          >
            {(control) => (
              <Input.TextArea {...control} value={fields.content} maxLength={MAXIMUM_CONTENT} disabled={disabled} autoSize={{ minRows: 6 }} onPaste={(event) => pasteCleaned(event, (content) => onChange({ content }))} onChange={(event) => onChange({ content: event.target.value })} onBlur={onLeave} />
            )}
          </Field>
        </div>
        <h3 className="meeting-label">{text.resolutions}</h3>
        <ul className="meeting-rows" data-field="resolutions">
          {resolutions.length === 0 && <li className="meta">{text.noResolution}</li>}
          {resolutions.map((resolution, index) => (
            // 决议没有编号,次序即身份。
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index} className="meeting-resolution">
              <Input.TextArea aria-label={text.resolution(index + 1)} placeholder={text.resolutionText} value={resolution.text} maxLength={500} disabled={disabled} autoSize={{ minRows: 1 }} onChange={(event) => onChange({ resolutions: replaceAt(resolutions, index, { text: event.target.value.replaceAll('\n', ' ') }) })} onBlur={onLeave} />
              <PersonInput aria-label={text.owner(index + 1)} branchId={branchId} value={resolution.owner} disabled={disabled} onChange={(owner) => onChange({ resolutions: replaceAt(resolutions, index, { owner }) })} onBlur={onLeave} />
              <DateField aria-label={text.due(index + 1)} value={resolution.dueOn} disabled={disabled} onChange={(dueOn) => onChange({ resolutions: replaceAt(resolutions, index, { dueOn }) })} onBlur={onLeave} />
              <Button
                aria-label={text.removeResolution(index + 1)}
                title={text.removeResolution(index + 1)}
                icon={<Icon name="bin" />}
                disabled={disabled}
                onClick={() => {
                  onChange({ resolutions: removeAt(resolutions, index) })
                  onLeave()
                }}
              />
            </li>
          ))}
          {!disabled && (
            <li>
              <Button
                icon={<Icon name="plus" />}
                disabled={resolutions.length >= MAXIMUM_ROWS}
                onClick={() => {
                  onChange({ resolutions: [...resolutions, NEW_RESOLUTION] })
                  focusLast('.meeting-resolution textarea')
                }}
              >
                {text.addResolution}
              </Button>
            </li>
          )}
        </ul>
      </div>
    </Card>
  )
}
