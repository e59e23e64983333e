import { Input } from 'antd'
import type { ChangeEvent } from 'react'
import { signInText } from '../../../shared/i18n/zh-CN/sign-in.ts'
import { judgeRecoveryCode, recoveryCodeGroups } from '../../../shared/util/recovery-code.ts'
import { Field } from '../../components/field.tsx'

const text = signInText.recover
/** 恢复码的全长:`AGE-SECRET-KEY-1` 和 58 个字符。 */
const CODE_LENGTH = 74
const HEAD = 'AGE-SECRET-KEY-1'

/** 打到这里看得出的毛病;还没打完、没有毛病为 null。 */
export const codeProblem = (typed: string): { readonly words: string; readonly group: number | null } | null => {
  const plain = recoveryCodeGroups(typed).join('')
  if (plain === '') return null
  if (!HEAD.startsWith(plain.slice(0, HEAD.length))) return { words: text.notACode, group: 1 }
  if (plain.length < CODE_LENGTH) return null
  const judged = judgeRecoveryCode(typed)
  if (judged.verdict === 'good') return null
  if (judged.verdict === 'length') return { words: judged.difference > 0 ? text.long(judged.difference) : text.short(-judged.difference), group: null }
  if (judged.verdict === 'not_a_code') return { words: text.notACode, group: 1 }
  return judged.group === null ? { words: text.wrongSomewhere, group: null } : { words: text.wrongGroup(judged.group), group: judged.group }
}

interface RecoveryCodeFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly asked: boolean
  readonly disabled: boolean
}

/** 照着恢复单打:自动分成四个一组,下面标出组号,哪一组抄错当场指出。 */
export const RecoveryCodeField = ({ value, onChange, asked, disabled }: RecoveryCodeFieldProps) => {
  const groups = recoveryCodeGroups(value)
  const length = groups.join('').length
  const problem = codeProblem(value)
  const isGood = judgeRecoveryCode(value).verdict === 'good'
  const change = (event: ChangeEvent<HTMLTextAreaElement>): void => {
    const typed = event.target.value
    const atEnd = event.target.selectionStart === typed.length
    const composing = 'isComposing' in event.nativeEvent && event.nativeEvent.isComposing === true
    // 只在末尾接着打时替他分组:在中间改一个字符,光标不能跳走。
    onChange(atEnd && !composing ? recoveryCodeGroups(typed).join(' ') : typed)
  }
  const missing = asked && length < CODE_LENGTH ? (length === 0 ? text.codeMissing : text.short(CODE_LENGTH - length)) : undefined
  return (
    <>
      <Field label={text.code} required error={problem?.words ?? missing} hint={isGood ? <span className="password-fine">{text.good}</span> : text.codeHint}>
        {(control) => <Input.TextArea {...control} className="recovery-code-input" value={value} onChange={change} autoFocus disabled={disabled} maxLength={200} autoSize={{ minRows: 2, maxRows: 4 }} autoCapitalize="characters" spellCheck={false} autoComplete="off" />}
      </Field>
      {groups.length > 0 && (
        <ol className="recovery-groups" aria-label={text.groups}>
          {groups.map((characters, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- 组号就是它的身份
            <li key={index} data-wrong={problem?.group === index + 1} aria-label={text.group(index + 1)}>
              <span className="recovery-group-number" aria-hidden="true">
                {index + 1}
              </span>
              <code>{characters}</code>
            </li>
          ))}
        </ol>
      )}
    </>
  )
}
