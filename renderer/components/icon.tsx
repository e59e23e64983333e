import type { ReactNode } from 'react'

/** 自带的小图标(不用字体图标与表情:各系统画得不一样)。16 格,线宽 1.6,颜色随文字。 */
const SHAPES = {
  tick: <path d="m3 8.5 3.3 3.3L13 4.8" />,
  half: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 2.5a5.5 5.5 0 0 1 0 11Z" fill="currentColor" />
    </>
  ),
  ring: <circle cx="8" cy="8" r="5.5" />,
  alert: (
    <>
      <path d="M8 2 14.5 13.5h-13Z" />
      <path d="M8 6.5v3.3M8 11.3v.9" />
    </>
  ),
  dash: <path d="M3.5 8h9" />,
  lock: (
    <>
      <rect x="3.5" y="7" width="9" height="6.5" rx="1" />
      <path d="M5.5 7V5a2.5 2.5 0 0 1 5 0v2" />
    </>
  ),
  redo: <path d="M9.5 3.5 13 7l-3.5 3.5M12.5 7H6a3 3 0 0 0 0 6h3" />,
  back: <path d="M6.5 3.5 3 7l3.5 3.5M3.5 7H10a3 3 0 0 1 0 6H7" />,
  left: <path d="M10 3 5 8l5 5" />,
  bin: <path d="M3 4.5h10M6 4.5V3h4v1.5M4.5 4.5l.6 9h5.8l.6-9M6.7 7v4M9.3 7v4" />,
  plus: <path d="M8 3v10M3 8h10" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4.3" />
      <path d="m10.3 10.3 3.4 3.4" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 7.3v4M8 4.6v.9" />
    </>
  ),
  file: <path d="M4 1.8h5.5L13 5.3v8.9H4ZM9.3 1.8v3.7H13" />,
  folder: <path d="M1.8 12.8V3.7h4.4l1.4 1.7h6.6v7.4Z" />,
} as const satisfies Record<string, ReactNode>

export type IconName = keyof typeof SHAPES

/** 装饰性图标,旁边必有文字,因此对读屏软件隐藏。 */
export const Icon = ({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false">
    {SHAPES[name]}
  </svg>
)
