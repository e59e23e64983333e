import { healthText } from '../../../shared/i18n/zh-CN/health.ts'
import { organisationsText } from '../../../shared/i18n/zh-CN/organisations.ts'
import { StateTag } from '../../components/state-tag.tsx'
import { api } from '../../platform/api.ts'
import { useQuery } from '../../platform/use-query.ts'

/** 这个组织不合规定、要核对的地方,连同怎么办。 */
export const HealthStrip = ({ organisationId }: { readonly organisationId: string }) => {
  const { data } = useQuery(api.health.list, { organisationId, onlyThis: true }, ['organisations.changed', 'members.changed', 'norms.changed'])
  if (data === null || data.findings.length === 0) return null
  return (
    <ul className="organisation-hints" aria-label={organisationsText.hints}>
      {data.findings.map(({ rule, severity, sentence, advice }) => (
        <li key={`${rule} ${sentence}`}>
          <StateTag tone={severity === 'breach' ? 'overdue' : 'warning'} word={healthText.line(sentence, rule)} /> <span className="meta">{advice}</span>
        </li>
      ))}
    </ul>
  )
}
