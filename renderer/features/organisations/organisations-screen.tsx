import { Button } from 'antd'
import { useState } from 'react'
import { organisationsText } from '../../../shared/i18n/zh-CN/organisations.ts'
import { useOrganisations } from '../../components/branch-picker.tsx'
import { EmptyNote } from '../../components/empty-note.tsx'
import { Page } from '../../components/page.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { useNavigation } from '../../platform/navigation.ts'
import { AddDialog } from './add-dialog.tsx'
import { CategoriesDialog } from './categories-dialog.tsx'
import { OrganisationDetailPanel } from './organisation-detail.tsx'
import { OrganisationTree } from './organisation-tree.tsx'
import './organisations.css'

/** 组织与支部:左边一棵树,右边是选中的那个。 */
export const OrganisationsScreen = ({ organisationId }: { readonly organisationId?: string }) => {
  const { nodes, query } = useOrganisations()
  const workingBranch = useNavigation((navigation) => navigation.branchId)
  const [chosen, setChosen] = useState<string | null>(organisationId ?? null)
  const [adding, setAdding] = useState(false)
  const [managing, setManaging] = useState(false)
  const selectedId = [chosen, workingBranch, nodes[0]?.id ?? null].find((id) => id !== null && nodes.some((node) => node.id === id)) ?? null
  return (
    <Page
      title={organisationsText.title}
      section={{ group: 'organisations', current: 'organisations' }}
      actions={
        <>
          <Button onClick={() => setManaging(true)}>{organisationsText.manageCategories}</Button>
          <Button onClick={() => setAdding(true)}>{organisationsText.addRoot}</Button>
        </>
      }
    >
      <QueryView query={query}>
        {() =>
          nodes.length === 0 ? (
            <EmptyNote sentence={organisationsText.empty} actionLabel={organisationsText.addRoot} onAction={() => setAdding(true)} />
          ) : (
            <div className="organisations-columns">
              <OrganisationTree nodes={nodes} selectedId={selectedId} onSelect={setChosen} />
              {selectedId !== null && <OrganisationDetailPanel key={selectedId} id={selectedId} nodes={nodes} onChosen={setChosen} />}
            </div>
          )
        }
      </QueryView>
      <AddDialog open={adding} parent={null} onClose={() => setAdding(false)} onAdded={setChosen} />
      <CategoriesDialog open={managing} onClose={() => setManaging(false)} />
    </Page>
  )
}
