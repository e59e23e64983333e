import { Button } from 'antd'
import { standingsText as text } from '../../../shared/i18n/zh-CN/standings.ts'
import type { StandingRow } from '../../../shared/model/evaluation-period.ts'
import { StarMark } from '../../components/charts/star-mark.tsx'
import type { DataColumns } from '../../components/data-table.tsx'
import type { OutputColumn } from '../../components/list-actions.tsx'
import { StateTag } from '../../components/state-tag.tsx'

type CategoryName = (code: string | null) => string

const rankWord = ({ rank, category }: StandingRow, categoryName: CategoryName): string => (rank === null ? categoryName(category) : text.rank(categoryName(category), rank.rank, rank.of, rank.tied))
const reasonWords = ({ reasons }: StandingRow): string => reasons.map(text.reasonWord).join(text.separator)
const partWord = (row: StandingRow, index: number): string => {
  const part = row.parts[index]
  if (part === undefined || part.total === null) return text.none
  // 月度的星只作参考,季度的星才是定下的:全年的表里写上。
  return part.period.includes('Q') ? text.partStar(part.total, part.star) : part.total
}

const Decided = ({ row }: { readonly row: StandingRow }) => (
  <span className="standing-star">
    {row.status === null ? <StateTag tone="todo" word={text.notYet} /> : <StarMark star={row.star} />}
    {row.decidedStar !== null && row.decidedStar !== row.star && <strong>{text.decided(row.decidedStar)}</strong>}
    {row.stale && <StateTag tone="doing" word={text.stale} />}
  </span>
)

/** 屏幕上的各列;部分(月、季)有几列看方案。 */
export const columnsFor = (sample: StandingRow | undefined, categoryName: CategoryName, onRecognise: ((row: StandingRow) => void) | null): DataColumns<StandingRow> => [
  { title: text.columns.branch, dataIndex: 'branchName', width: 170, fixed: 'left' },
  { title: text.columns.rank, key: 'rank', width: 120, render: (_value, row) => rankWord(row, categoryName) },
  ...(sample?.parts ?? []).map((part, index): DataColumns<StandingRow>[number] => ({ title: text.partName(part.period), key: part.period, width: part.period.includes('Q') ? 112 : 78, align: 'right', render: (_value, row) => partWord(row, index) })),
  { title: text.columns.total, key: 'total', width: 74, align: 'right', render: (_value, row) => <strong>{row.total ?? text.none}</strong> },
  { title: text.columns.band, key: 'band', width: 74, render: (_value, row) => (row.status === null ? text.none : text.starWord(row.band)) },
  { title: text.columns.star, key: 'star', width: 150, render: (_value, row) => <Decided row={row} /> },
  { title: text.columns.reasons, key: 'reasons', render: (_value, row) => <span className="standing-reasons">{reasonWords(row)}</span> },
  ...(onRecognise === null
    ? []
    : [
        {
          title: text.columns.actions,
          key: 'actions',
          width: 76,
          fixed: 'right' as const,
          render: (_value: unknown, row: StandingRow) => (
            <Button
              size="small"
              aria-label={text.recogniseOf(row.branchName)}
              onClick={(event) => {
                event.stopPropagation()
                onRecognise(row)
              }}
            >
              {text.recognise}
            </Button>
          ),
        },
      ]),
]

/** 印出来、导出去的各列。 */
export const outputFor = (sample: StandingRow | undefined, categoryName: CategoryName): readonly OutputColumn<StandingRow>[] => [
  { label: text.columns.branch, width: 24, value: ({ branchName }) => branchName },
  { label: text.category, width: 10, value: ({ category }) => categoryName(category) },
  ...(sample?.parts ?? []).map((part, index): OutputColumn<StandingRow> => ({ label: text.partName(part.period), width: part.period.includes('Q') ? 14 : 9, value: (row) => partWord(row, index) })),
  { label: text.columns.total, width: 9, value: ({ total }) => total ?? text.none },
  { label: text.columns.rank, width: 14, value: (row) => (row.rank === null ? text.none : rankWord(row, () => '').trim()) },
  { label: text.columns.band, width: 9, value: ({ status, band }) => (status === null ? text.none : text.starWord(band)) },
  { label: text.columns.star, width: 20, value: ({ status, star, decidedStar }) => (status === null ? text.notYet : text.outputStar(star, decidedStar)) },
  { label: text.columns.reasons, width: 36, value: reasonWords },
]
