import type { ReactNode } from 'react'
import type { QueryState } from '../platform/use-query.ts'
import { ErrorNote } from './error-note.tsx'
import { Loading } from './loading.tsx'

/** 一次查询的三种样子:等待、失败、内容。重取失败时旧内容仍在,上面加一条说明。 */
export const QueryView = <O,>({ query, children }: { readonly query: QueryState<O>; readonly children: (data: O) => ReactNode }) => (
  <>
    {query.error !== null && <ErrorNote failure={query.error} onRetry={query.reload} />}
    {query.data === null ? query.loading && <Loading /> : children(query.data)}
  </>
)
