import type { ReactNode } from 'react'
import { commonText } from '../../shared/i18n/zh-CN/common.ts'
import { signInText } from '../../shared/i18n/zh-CN/sign-in.ts'
import { TextSizeSwitch } from './text-size-switch.tsx'
import './sheet.css'

interface SheetProps {
  readonly title: string
  /** 标题后面的一句。 */
  readonly note?: string
  readonly width?: 'narrow' | 'wide'
  readonly children: ReactNode
}

/** 登录之前、锁屏之后的各页共用的一张纸:只有眼前这一件事可做,字号可换。 */
export const Sheet = ({ title, note, width = 'narrow', children }: SheetProps) => (
  <main className="sheet-page">
    <div className="sheet" data-width={width}>
      <div className="sheet-head">
        <span className="sheet-product">{commonText.product}</span>
        <TextSizeSwitch className="sheet-sizes" />
      </div>
      <h1>
        {title}
        {note !== undefined && <span className="sheet-note">{note}</span>}
      </h1>
      {children}
      <p className="meta">{signInText.confidential}</p>
    </div>
  </main>
)
