import { Drawer } from 'antd'
import { evaluationText as text } from '../../../shared/i18n/zh-CN/evaluation.ts'
import type { SchemeView } from '../../../shared/model/evaluation.ts'
import { DataTable, type DataColumns } from '../../components/data-table.tsx'
import { ListActions, type OutputColumn } from '../../components/list-actions.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { api } from '../../platform/api.ts'
import { useQuery } from '../../platform/use-query.ts'

type Indicator = SchemeView['indicators'][number]
const words = text.schemeDrawer
const dimensionOf = (scheme: SchemeView, { dimensionId, kind }: Indicator): string => scheme.dimensions.find(({ id }) => id === dimensionId)?.name ?? words.kinds[kind]
const columnsOf = (scheme: SchemeView): DataColumns<Indicator> => [
  { title: words.columns.code, dataIndex: 'id', width: 84 },
  { title: words.columns.dimension, width: 110, render: (_value, row) => dimensionOf(scheme, row) },
  { title: words.columns.name, dataIndex: 'name', width: 190 },
  { title: words.columns.source, width: 110, render: (_value, row) => text.sheet.sources[row.source] },
  { title: words.columns.wording, dataIndex: 'wording' },
]
const outputOf = (scheme: SchemeView): readonly OutputColumn<Indicator>[] => [
  { label: words.columns.code, width: 9, value: ({ id }) => id },
  { label: words.columns.dimension, width: 12, value: (row) => dimensionOf(scheme, row) },
  { label: words.columns.name, width: 24, value: ({ name }) => name },
  { label: words.columns.source, width: 12, value: ({ source }) => text.sheet.sources[source] },
  { label: words.columns.wording, width: 60, value: ({ wording }) => wording },
]

const Body = ({ period }: { readonly period: string }) => {
  const query = useQuery(api.evaluation.scheme, { period }, ['evaluation.changed'])
  return (
    <QueryView query={query}>
      {(scheme) => (
        <>
          <p className="evaluation-filter">
            <span>{words.note(scheme.effectiveFrom, scheme.stars.map(({ star, min }) => words.star(star, min)).join(words.separator))}</span>
            <ListActions list="evaluation-scheme" title={words.title(scheme.name, scheme.version)} columns={outputOf(scheme)} rows={scheme.indicators} />
          </p>
          <DataTable label={words.open} columns={columnsOf(scheme)} rows={scheme.indicators} rowKey={({ id }) => id} minWidth={820} />
        </>
      )}
    </QueryView>
  )
}

/** 这个月用的考核方案:各指标怎么评、由谁评。 */
export const SchemeDrawer = ({ period, open, onClose }: { readonly period: string; readonly open: boolean; readonly onClose: () => void }) => (
  <Drawer open={open} onClose={onClose} title={words.open} size={980} destroyOnHidden>
    {open && <Body period={period} />}
  </Drawer>
)
