import type { ReactNode } from 'react'
import { commonText } from '../../../shared/i18n/zh-CN/common.ts'
import { signInText } from '../../../shared/i18n/zh-CN/sign-in.ts'
import './sign-in.css'

/** 登录、锁屏、换口令共用的一张纸:只有这一件事可做。 */
export const SignInSheet = ({ title, name, path, children }: { readonly title: string; readonly name?: string; readonly path?: string; readonly children: ReactNode }) => (
  <main className="sign-in">
    <div className="sign-in-sheet">
      <p className="sign-in-product">{commonText.product}</p>
      <h1>{title}</h1>
      {name !== undefined && name !== '' && <p className="sign-in-name">{name}</p>}
      {path !== undefined && <p className="meta sign-in-path">{signInText.folder(path)}</p>}
      {children}
      <p className="meta">{signInText.confidential}</p>
    </div>
  </main>
)
