import { Button, Input, type GetProps } from 'antd'
import { useContext, useRef, useState, type KeyboardEvent } from 'react'
import { meetingAidsText } from '../../../shared/i18n/zh-CN/meeting-aids.ts'
import { isImeKey } from '../../components/ime.ts'
import { PhrasePicker } from './phrase-picker.tsx'
import { AidsContext, allPhrases, fragmentBefore, offeredPhrases } from './phrases.ts'

const text = meetingAidsText.phrase

interface PhraseAreaProps extends Omit<GetProps<typeof Input.TextArea>, 'value' | 'onChange'> {
  readonly value: string
  readonly onText: (value: string) => void
  /** 一行的(决议):按钮放在提示行里,不另占一行。 */
  readonly compact?: boolean
}

/** 多行框,写的时候下面列出接得上的常用语:Ctrl+1…5 放进去,Ctrl+J 看全部(Alt+数字是换页)。从不自己往里写。 */
export const PhraseArea = ({ value, onText, compact = false, onBlur, onKeyDown, ...rest }: PhraseAreaProps) => {
  const aids = useContext(AidsContext)
  const frame = useRef<HTMLDivElement>(null)
  const [caret, setCaret] = useState<number | null>(null)
  const [picking, setPicking] = useState(false)
  const place = useRef(0)
  const area = (): HTMLTextAreaElement | null => frame.current?.querySelector('textarea') ?? null
  const note = (): void => {
    const at = area()?.selectionStart ?? null
    if (at !== null) place.current = at
    setCaret(at)
  }
  const fragment = caret === null ? '' : fragmentBefore(value, caret)
  const offered = aids === null || caret === null || rest.disabled === true ? [] : offeredPhrases(allPhrases(aids), fragment)
  const insert = (phrase: string, at: number): void => {
    const target = area()
    if (target === null) return
    const begun = fragmentBefore(value, at)
    target.focus()
    // 已经写了开头的,换成整句;其余插在光标处。
    target.setSelectionRange(begun !== '' && phrase.includes(begun) ? at - begun.length : at, at)
    if (!document.execCommand?.('insertText', false, phrase)) {
      target.setRangeText(phrase, target.selectionStart, target.selectionEnd, 'end')
      onText(target.value)
    }
    note()
  }
  const pressed = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    onKeyDown?.(event)
    if (aids === null || rest.disabled === true || isImeKey(event) || !event.ctrlKey || event.altKey || event.shiftKey) return
    const phrase = offered[Number(/^(?:Digit|Numpad)([1-5])$/.exec(event.code)?.[1] ?? 0) - 1]
    if (event.key.toLowerCase() === 'j') setPicking(true)
    else if (phrase !== undefined) insert(phrase, event.currentTarget.selectionStart)
    else return
    event.preventDefault()
  }
  return (
    <div ref={frame} className="phrase-area">
      <Input.TextArea
        {...rest}
        value={value}
        onChange={(event) => {
          onText(event.target.value)
          note()
        }}
        onSelect={note}
        onFocus={note}
        onKeyDown={pressed}
        onBlur={(event) => {
          setCaret(null)
          onBlur?.(event)
        }}
      />
      {aids !== null && rest.disabled !== true && (!compact || offered.length > 0) && (
        // 按住鼠标不夺走光标,框里的内容与位置都在。
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
        <div className="phrase-offer" onMouseDown={(event) => event.preventDefault()}>
          <Button tabIndex={-1} title={text.keys} onClick={() => setPicking(true)}>
            {text.button}
          </Button>
          {offered.map((phrase, index) => (
            <button key={phrase} type="button" tabIndex={-1} className="phrase-chip" aria-label={text.pick(index + 1, phrase)} title={phrase} onClick={() => insert(phrase, place.current)}>
              <span className="meta">{index + 1}</span>
              <span className="phrase-words">{phrase}</span>
            </button>
          ))}
        </div>
      )}
      <PhrasePicker
        open={picking}
        onClose={() => {
          setPicking(false)
          setTimeout(() => area()?.focus(), 0)
        }}
        onPick={(phrase) => {
          setPicking(false)
          // 对话框收起之后再放,免得它把光标要回去。
          setTimeout(() => insert(phrase, place.current), 0)
        }}
      />
    </div>
  )
}
