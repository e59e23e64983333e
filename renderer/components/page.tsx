import type { ReactNode } from 'react'
import type { Place } from '../platform/navigation.ts'
import type { SectionGroup } from '../platform/sections.ts'
import { PageHead, type PageHeadProps } from './page-head.tsx'
import { SectionNav } from './section-nav.tsx'

/** 一页:页头(和分页)不动,其余滚动。`fixed` 时内容自己管高度(大表格),外层不滚。 */
export const Page = ({ children, fixed = false, section, ...head }: PageHeadProps & { readonly children: ReactNode; readonly fixed?: boolean; readonly section?: { readonly group: SectionGroup; readonly current: Place['screen'] } }) => (
  <div className="page">
    <PageHead {...head} />
    {section !== undefined && <SectionNav {...section} />}
    <div className={fixed ? 'page-body page-body-fixed' : 'page-body'}>{children}</div>
  </div>
)
