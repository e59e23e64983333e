import type { ReactNode } from 'react'
import { signInText } from '../../../shared/i18n/zh-CN/sign-in.ts'
import { Sheet } from '../../components/sheet.tsx'
import './sign-in.css'

/** 登录、锁屏、换口令:写明是哪个单位、哪个文件夹。 */
export const SignInSheet = ({ title, name, path, children }: { readonly title: string; readonly name?: string; readonly path?: string; readonly children: ReactNode }) => (
  <Sheet title={title}>
    {name !== undefined && name !== '' && <p className="sign-in-name">{name}</p>}
    {path !== undefined && <p className="meta sheet-path">{signInText.folder(path)}</p>}
    {children}
  </Sheet>
)
