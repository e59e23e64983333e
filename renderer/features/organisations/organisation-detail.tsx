import type { OrganisationNode } from '../../../shared/model/organisation.ts'
import { QueryView } from '../../components/query-view.tsx'
import { api } from '../../platform/api.ts'
import { useQuery } from '../../platform/use-query.ts'
import { BasicsForm } from './basics-form.tsx'
import { EventsCard } from './events-card.tsx'
import { ListsCard } from './lists-card.tsx'
import { OrganisationCard } from './organisation-card.tsx'
import { PostsEditor } from './posts-editor.tsx'
import { RegistryForm } from './registry-form.tsx'
import { TermsCard } from './terms-card.tsx'

interface OrganisationDetailPanelProps {
  readonly id: string
  readonly nodes: readonly OrganisationNode[]
  readonly onChosen: (id: string) => void
}

/** 选中的组织:基本情况、班子、登记项、各张小登记与沿革。 */
export const OrganisationDetailPanel = ({ id, nodes, onChosen }: OrganisationDetailPanelProps) => {
  const detail = useQuery(api.organisations.get, { id }, ['organisations.changed', 'members.changed'])
  return (
    <div className="organisation-detail">
      <QueryView query={detail}>
        {(data) => (
          <>
            <OrganisationCard detail={data} nodes={nodes} onChosen={onChosen} />
            <BasicsForm detail={data} onReload={detail.reload} />
            {data.kind !== 'party_group' && <TermsCard detail={data} />}
            <PostsEditor detail={data} />
            {data.kind !== 'party_group' && (
              <>
                <RegistryForm detail={data} onReload={detail.reload} />
                <ListsCard detail={data} />
              </>
            )}
            <EventsCard detail={data} />
          </>
        )}
      </QueryView>
    </div>
  )
}
