import { Button, Input, Modal } from 'antd'
import { useContext, useEffect, useId, useState, type KeyboardEvent } from 'react'
import { meetingAidsText } from '../../../shared/i18n/zh-CN/meeting-aids.ts'
import { isImeKey } from '../../components/ime.ts'
import { useImeSafeForm } from '../../components/ime-safe-form.ts'
import { useSubmit } from '../../components/use-submit.ts'
import { ErrorNote } from '../../components/error-note.tsx'
import { api } from '../../platform/api.ts'
import { AidsContext, searchPhrases } from './phrases.ts'

const text = meetingAidsText.phrase
/** 按钮上至多写这么多字。 */
const SHOWN = 16

/** 选一句常用语:打字找,方向键选,回车放进去;常写的可以收进常用语,也可以现加一句。 */
export const PhrasePicker = ({ open, onPick, onClose }: { readonly open: boolean; readonly onPick: (phrase: string) => void; readonly onClose: () => void }) => {
  const aids = useContext(AidsContext)
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const [added, setAdded] = useState('')
  const submit = useSubmit()
  const listId = useId()
  useEffect(() => {
    if (!open) return
    setTyped('')
    setActive(0)
    setAdded('')
  }, [open])
  const ownerId = aids?.owners[0]?.id ?? null
  const groups = aids === null ? [] : ([['own', aids.phrases.map((row) => row.text)], ['template', aids.fromTemplates], ['learnt', aids.learnt]] as const).map(([key, list]) => ({ key, list: searchPhrases(list, typed) }))
  const flat = groups.flatMap(({ key, list }) => list.map((phrase) => ({ key, phrase })))
  const chosen = Math.min(active, flat.length - 1)
  const picked = flat[chosen]
  const keep = (sentence: string): void => {
    if (ownerId !== null && sentence.trim() !== '') void submit.run(() => api.meetingAids.savePhrase({ ownerId, phrase: null, text: sentence.trim() }), () => setAdded(''))
  }
  const form = useImeSafeForm(() => keep(added))
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isImeKey(event)) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') setActive(Math.max(0, Math.min(flat.length - 1, chosen + (event.key === 'ArrowDown' ? 1 : -1))))
    else if (event.key === 'Enter' && picked !== undefined) onPick(picked.phrase)
    else return
    event.preventDefault()
  }
  return (
    <Modal open={open} title={text.dialog} footer={null} onCancel={onClose} destroyOnHidden focusable={{ focusTriggerAfterClose: false }} width={640}>
      {submit.failure !== null && <ErrorNote failure={submit.failure} />}
      <Input autoFocus role="combobox" aria-expanded aria-controls={listId} aria-activedescendant={flat.length === 0 ? undefined : `${listId}-${chosen}`} aria-label={text.search} placeholder={text.search} value={typed} maxLength={40} onChange={(event) => setTyped(event.target.value)} onKeyDown={onKeyDown} />
      {flat.length === 0 && <p className="meta">{typed === '' ? text.none : text.empty}</p>}
      <div id={listId} role="listbox" aria-label={text.dialog} className="phrase-list">
        {flat.map(({ key, phrase }, index) => (
          // 键盘由上面的框管。
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
          <div key={`${key} ${phrase}`} id={`${listId}-${index}`} role="option" aria-selected={index === chosen} className="phrase-option" onClick={() => onPick(phrase)}>
            <span>{phrase}</span>
            <span className="meta">{text.groups[key]}</span>
          </div>
        ))}
      </div>
      {/* 列表里只有句子;常写的那一句亮着时,收进常用语的按钮在列表下面。 */}
      {ownerId !== null && picked !== undefined && picked.key === 'learnt' && (
        <p>
          <Button aria-label={text.keepOf(picked.phrase)} onClick={() => keep(picked.phrase)}>
            {text.keepOf(picked.phrase.length > SHOWN ? `${picked.phrase.slice(0, SHOWN)}…` : picked.phrase)}
          </Button>
        </p>
      )}
      {ownerId !== null && (
        <form {...form} className="aids-add">
          <Input aria-label={meetingAidsText.manage.addLabel} placeholder={meetingAidsText.manage.addLabel} value={added} maxLength={200} onChange={(event) => setAdded(event.target.value)} />
          <Button htmlType="submit" loading={submit.busy} disabled={added.trim() === ''}>
            {meetingAidsText.manage.add}
          </Button>
        </form>
      )}
    </Modal>
  )
}
