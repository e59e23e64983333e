import { Button } from 'antd'
import { useCallback, useState } from 'react'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { organisationKinds } from '../../../shared/data/code-tables/organisation-kinds.ts'
import { organisationsText } from '../../../shared/i18n/zh-CN/organisations.ts'
import type { OrganisationNode } from '../../../shared/model/organisation.ts'
import { Card } from '../../components/card.tsx'
import { HistoryButton } from '../../components/history-button.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { api } from '../../platform/api.ts'
import { useNavigation } from '../../platform/navigation.ts'
import { useQuery } from '../../platform/use-query.ts'
import { AddDialog } from './add-dialog.tsx'
import { BasicsForm } from './basics-form.tsx'
import { CategoryDialog } from './category-dialog.tsx'
import { CHILD_KINDS } from './child-kinds.ts'
import { HealthStrip } from './health-strip.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { PostsEditor } from './posts-editor.tsx'
import { RenameDialog } from './rename-dialog.tsx'
import { TermsCard } from './terms-card.tsx'
import { useCategoryNames } from './use-category-names.ts'

interface OrganisationDetailPanelProps {
  readonly id: string
  readonly nodes: readonly OrganisationNode[]
  readonly onChosen: (id: string) => void
}

type Dialog = 'add' | 'rename' | 'move' | 'category' | null

/** 选中的组织:基本情况、分类、班子与提示。 */
export const OrganisationDetailPanel = ({ id, nodes, onChosen }: OrganisationDetailPanelProps) => {
  const { go, chooseBranch } = useNavigation()
  const detail = useQuery(api.organisations.get, { id }, ['organisations.changed', 'members.changed'])
  const [dialog, setDialog] = useState<Dialog>(null)
  const categoryName = useCategoryNames()
  const close = (): void => setDialog(null)
  const loadHistory = useCallback((offset: number) => api.history.organisation({ id, offset }), [id])
  return (
    <div className="organisation-detail">
      <QueryView query={detail}>
        {(data) => (
          <>
            <Card title={data.name} extra={<span className="meta">{nameOf(organisationKinds, data.kind)}</span>}>
              <p className="organisation-facts">
                <span>{data.parentId === null ? organisationsText.topLevel : organisationsText.underParent(data.parentName)}</span>
                <span>{organisationsText.countsFull(data.fullMembers, data.probationaryMembers)}</span>
                {data.secretaryName !== '' && <span>{organisationsText.secretary(data.secretaryName)}</span>}
                {data.kind === 'branch' && (
                  <span>
                    {organisationsText.fields.category} {data.category === null ? organisationsText.noCategory : categoryName(data.category)}
                  </span>
                )}
              </p>
              <HealthStrip organisationId={data.id} />
              <div className="organisation-actions">
                <HistoryButton load={loadHistory} />
                <Button onClick={() => setDialog('rename')}>{organisationsText.rename}</Button>
                {data.parentId !== null && <Button onClick={() => setDialog('move')}>{organisationsText.move}</Button>}
                {data.kind === 'branch' && <Button onClick={() => setDialog('category')}>{organisationsText.changeCategory}</Button>}
                {CHILD_KINDS[data.kind].length > 0 && <Button onClick={() => setDialog('add')}>{organisationsText.addChild}</Button>}
                <Button onClick={() => go({ screen: 'members', organisationId: data.id })}>{organisationsText.members}</Button>
                {data.kind === 'branch' && (
                  <>
                    <Button onClick={() => go({ screen: 'import', branchId: data.id })}>{organisationsText.importRoster}</Button>
                    <Button
                      onClick={() => {
                        chooseBranch(data.id)
                        go({ screen: 'handbook', branchId: data.id })
                      }}
                    >
                      {organisationsText.handbook}
                    </Button>
                  </>
                )}
              </div>
            </Card>
            <BasicsForm detail={data} onReload={detail.reload} />
            {data.kind !== 'party_group' && <TermsCard detail={data} />}
            <PostsEditor detail={data} />
            <AddDialog open={dialog === 'add'} parent={data} onClose={close} onAdded={onChosen} />
            <RenameDialog open={dialog === 'rename'} organisation={data} onClose={close} />
            <MoveDialog open={dialog === 'move'} organisation={data} nodes={nodes} onClose={close} />
            <CategoryDialog open={dialog === 'category'} organisation={data} onClose={close} />
          </>
        )}
      </QueryView>
    </div>
  )
}
