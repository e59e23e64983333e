import type { ReactNode } from 'react'
import './filter-bar.css'

/** 列表上面的一排筛选:范围、年度、种类……;下拉框用 `filter-bar-choice` 的宽度。 */
export const FilterBar = ({ children }: { readonly children: ReactNode }) => <div className="filter-bar">{children}</div>
