import type { ReactNode } from 'react'
import { PageHead, type PageHeadProps } from './page-head.tsx'

/** 一页:页头不动,其余滚动。`fixed` 时内容自己管高度(大表格),外层不滚。 */
export const Page = ({ children, fixed = false, ...head }: PageHeadProps & { readonly children: ReactNode; readonly fixed?: boolean }) => (
  <div className="page">
    <PageHead {...head} />
    <div className={fixed ? 'page-body page-body-fixed' : 'page-body'}>{children}</div>
  </div>
)
