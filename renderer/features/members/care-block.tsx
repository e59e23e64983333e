import { Button } from 'antd'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { careKind } from '../../../shared/data/code-tables/care-kinds.ts'
import { careText as text } from '../../../shared/i18n/zh-CN/care.ts'
import { Card } from '../../components/card.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { api } from '../../platform/api.ts'
import { useNavigation } from '../../platform/navigation.ts'
import { useQuery } from '../../platform/use-query.ts'

/** 一名党员的流动、失联、困难、联系、慰问、表彰、处分。 */
export const CareBlock = ({ memberId }: { readonly memberId: string }) => {
  const go = useNavigation((navigation) => navigation.go)
  const query = useQuery(api.care.ofMember, { memberId }, ['care.changed'])
  return (
    <Card title={text.ofMember} extra={<Button onClick={() => go({ screen: 'care' })}>{text.title}</Button>}>
      <QueryView query={query}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="meta">{text.none}</p>
          ) : (
            <ul>
              {rows.map(({ id, fields }) => {
                const { name, codes } = careKind(fields.kind)
                return <li key={id}>{text.line(name, nameOf(codes, fields.code), fields.fromDay, fields.toDay ?? '', fields.title)}</li>
              })}
            </ul>
          )
        }
      </QueryView>
    </Card>
  )
}
