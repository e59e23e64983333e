import { App, Button, Modal } from 'antd'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { commonText } from '../../shared/i18n/zh-CN/common.ts'
import { shellText } from '../../shared/i18n/zh-CN/shell.ts'
import { signInText } from '../../shared/i18n/zh-CN/sign-in.ts'
import { Icon } from '../components/icon.tsx'
import { ChangePasswordForm } from '../features/sign-in/change-password-form.tsx'
import { useSession } from '../platform/session.ts'
import { lockScreen, signOut } from './leave.ts'

const text = shellText.user

/** 顶栏右端:使用人的名字(换口令、退出)和锁屏。没设口令的工作区没有使用人,不显示。 */
export const UserMenu = () => {
  const { message } = App.useApp()
  const session = useSession((state) => state.session)
  const [open, setOpen] = useState(false)
  const [changing, setChanging] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!open) return undefined
    box.current?.querySelector<HTMLElement>('.shell-user-panel button')?.focus()
    const onPointerDown = (event: PointerEvent): void => {
      if (event.target instanceof Node && box.current?.contains(event.target) !== true) setOpen(false)
    }
    window.addEventListener('pointerdown', onPointerDown)
    return () => window.removeEventListener('pointerdown', onPointerDown)
  }, [open])
  if (session.user === null || session.idleMinutes === null) return null

  const close = (): void => {
    setOpen(false)
    opener.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close()
  }
  return (
    <div className="shell-user" ref={box}>
      <button ref={opener} type="button" className="shell-bar-button shell-user-name" aria-expanded={open} aria-label={text.menu(session.user.displayName)} onClick={() => setOpen(!open)}>
        {session.user.displayName}
      </button>
      <button type="button" className="shell-bar-button" title={text.lockKey} aria-label={text.lock} aria-keyshortcuts="Control+L" onClick={() => void lockScreen()}>
        <Icon name="lock" size={18} />
        <span className="shell-lock-word">{text.lock}</span>
      </button>
      {open && (
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Esc 在里面任何一处都管用
        <div className="shell-user-panel" onKeyDown={onKeyDown}>
          <Button
            block
            onClick={() => {
              setOpen(false)
              setChanging(true)
            }}
          >
            {text.changePassword}
          </Button>
          <Button block onClick={() => void lockScreen()}>
            {text.lockKey}
          </Button>
          <Button block onClick={() => void signOut()}>
            {text.signOut}
          </Button>
        </div>
      )}
      <Modal open={changing} title={signInText.change.title} footer={null} destroyOnHidden centered onCancel={() => setChanging(false)}>
        <ChangePasswordForm
          onChanged={() => {
            setChanging(false)
            void message.success(text.passwordChanged)
          }}
        >
          <Button size="large" onClick={() => setChanging(false)}>
            {commonText.cancel}
          </Button>
        </ChangePasswordForm>
      </Modal>
    </div>
  )
}
