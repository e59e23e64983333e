import { Table, type TableColumnsType } from 'antd'
import type { TableRef } from 'antd/es/table'
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { commonText } from '../../shared/i18n/zh-CN/common.ts'
import { useTextScale } from '../platform/display-settings.ts'
import { isImeKey } from './ime.ts'

export type DataColumns<T> = TableColumnsType<T>

export interface DataTableProps<T extends object> {
  /** 表的名称,读屏用。 */
  readonly label: string
  readonly columns: DataColumns<T>
  readonly rows: readonly T[]
  readonly rowKey: (row: T) => string
  /** 打开一行(点击、回车);不给则行不可打开。 */
  readonly onOpen?: (row: T) => void
  readonly selectedKey?: string | null
  readonly rowClassName?: (row: T) => string
  /** 没有行时的内容。 */
  readonly empty?: ReactNode
  readonly loading?: boolean
  /** 撑满外层剩下的高度,表头不动、表身滚动;外层须有确定的高度。超过 100 行自动只画看得见的。 */
  readonly fill?: boolean
  /** 各列合计的最小宽度;窄于它时表内横向滚动。 */
  readonly minWidth?: number
}

const VIRTUAL_FROM = 100

/** 列表:表头固定,长表只画可见行;上下键换行,回车打开。 */
export const DataTable = <T extends object>({ label, columns, rows, rowKey, onOpen, selectedKey = null, rowClassName, empty, loading = false, fill = false, minWidth = 600 }: DataTableProps<T>) => {
  const frame = useRef<HTMLDivElement>(null)
  const table = useRef<TableRef>(null)
  const [size, setSize] = useState({ width: 0, height: 0 })
  const scale = useTextScale()
  const scaledColumns = useMemo(() => (scale === 1 ? columns : columns.map((column) => (typeof column.width === 'number' ? { ...column, width: Math.round(column.width * scale) } : column))), [columns, scale])
  const leastWidth = Math.round(minWidth * scale)
  const [activeKey, setActiveKey] = useState<string | null>(null)
  useLayoutEffect(() => {
    const element = frame.current
    if (!fill || element === null) return undefined
    const measure = (): void => setSize({ width: element.clientWidth, height: element.clientHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [fill])
  const virtual = fill && rows.length > VIRTUAL_FROM && size.height > 0
  const headHeight = Math.ceil(42 * scale)
  const scroll = fill && size.height > 0 ? { x: Math.max(leastWidth, virtual ? size.width : 0), y: Math.max(size.height - headHeight, 80) } : { x: leastWidth }
  const keys = useMemo(() => rows.map(rowKey), [rows, rowKey])
  const tabStop = activeKey !== null && keys.includes(activeKey) ? activeKey : (selectedKey ?? keys[0] ?? null)

  useEffect(() => {
    const element = frame.current
    if (element === null) return undefined
    // 比框子宽的表,滚动的那一层自己接焦点,键盘才够得着右边的列;放得下的不占一站,Tab 少走一步。
    const settle = (): void => {
      const scroller = element.querySelector<HTMLElement>('.ant-table-content')
      if (scroller === null) return
      if (scroller.scrollWidth > scroller.clientWidth) scroller.tabIndex = 0
      else scroller.removeAttribute('tabindex')
    }
    settle()
    const observer = new ResizeObserver(settle)
    observer.observe(element)
    return () => observer.disconnect()
  })
  const focusRow = (key: string): void => {
    setActiveKey(key)
    const find = (): HTMLElement | null => frame.current?.querySelector<HTMLElement>(`[data-row-key="${CSS.escape(key)}"]`) ?? null
    const row = find()
    if (row !== null) {
      row.focus()
      return
    }
    // 看不见的行还没画出来:先滚过去,下一帧再给焦点。
    table.current?.scrollTo({ key })
    requestAnimationFrame(() => find()?.focus())
  }
  const onRowKey = (event: KeyboardEvent<HTMLElement>, row: T, index: number): void => {
    if (isImeKey(event) || event.target !== event.currentTarget) return
    const target = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: keys.length - 1 }[event.key]
    if (event.key === 'Enter') {
      event.preventDefault()
      onOpen?.(row)
    } else if (target !== undefined) {
      event.preventDefault()
      const key = keys[target]
      if (key !== undefined) focusRow(key)
    }
  }
  return (
    <div ref={frame} className={`data-table${onOpen === undefined ? '' : ' data-table-openable'}${fill ? ' data-table-fill' : ''}`} role="region" aria-label={label}>
      <Table<T>
        ref={table}
        columns={scaledColumns}
        dataSource={rows as T[]}
        rowKey={rowKey}
        pagination={false}
        loading={loading}
        virtual={virtual}
        scroll={scroll}
        size="small"
        locale={{ emptyText: empty ?? commonText.table.empty }}
        rowClassName={(row) => `${rowKey(row) === selectedKey ? 'data-row-selected' : ''} ${rowClassName?.(row) ?? ''}`.trim()}
        onRow={(row, index) =>
          // 不能打开的长表也要能用键盘走,否则够不着滚出去的行。
          onOpen === undefined && !fill
            ? {}
            : {
                tabIndex: rowKey(row) === tabStop ? 0 : -1,
                onClick: () => {
                  setActiveKey(rowKey(row))
                  onOpen?.(row)
                },
                onFocus: () => setActiveKey(rowKey(row)),
                onKeyDown: (event) => onRowKey(event, row, index ?? keys.indexOf(rowKey(row))),
              }
        }
      />
    </div>
  )
}
