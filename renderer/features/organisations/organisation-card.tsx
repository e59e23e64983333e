import { Button, Dropdown } from 'antd'
import { useCallback, useState } from 'react'
import { buildForms } from '../../../shared/data/code-tables/build-forms.ts'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { organisationKinds } from '../../../shared/data/code-tables/organisation-kinds.ts'
import { contract } from '../../../shared/contract/index.ts'
import { organisationEventsText } from '../../../shared/i18n/zh-CN/organisation-events.ts'
import { organisationsText } from '../../../shared/i18n/zh-CN/organisations.ts'
import type { OrganisationDetail, OrganisationNode } from '../../../shared/model/organisation.ts'
import { Card } from '../../components/card.tsx'
import { HistoryButton } from '../../components/history-button.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { api } from '../../platform/api.ts'
import { useNavigation } from '../../platform/navigation.ts'
import { mayCall, useSession } from '../../platform/session.ts'
import { AddDialog } from './add-dialog.tsx'
import { BuildFormDialog } from './build-form-dialog.tsx'
import { CategoryDialog } from './category-dialog.tsx'
import { ChangeKindDialog } from './change-kind-dialog.tsx'
import { CHILD_KINDS } from './child-kinds.ts'
import { HealthStrip } from './health-strip.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { RenameDialog } from './rename-dialog.tsx'
import { RevokeDialog } from './revoke-dialog.tsx'
import { SplitDialog } from './split-dialog.tsx'
import { useCategoryNames } from './use-category-names.ts'

interface OrganisationCardProps {
  readonly detail: OrganisationDetail
  readonly nodes: readonly OrganisationNode[]
  readonly onChosen: (id: string) => void
}
type Dialog = 'add' | 'rename' | 'move' | 'category' | 'merge' | 'split' | 'changeKind' | 'revoke' | 'buildForm' | null
const menuText = organisationEventsText.menu

/** 选中组织的抬头:一眼看清的几项、提示、能办的事。 */
export const OrganisationCard = ({ detail, nodes, onChosen }: OrganisationCardProps) => {
  const { go, chooseBranch } = useNavigation()
  const mayChange = useSession((session) => mayCall(session.session, contract.organisationEvents.merge))
  const [dialog, setDialog] = useState<Dialog>(null)
  const categoryName = useCategoryNames()
  const close = (): void => setDialog(null)
  const loadHistory = useCallback((offset: number) => api.history.organisation({ id: detail.id, offset }), [detail.id])
  const isBranch = detail.kind === 'branch'
  const isRoot = detail.parentId === null
  const up = (): void => onChosen(detail.parentId ?? detail.id)
  const items = [
    ...(isRoot ? [] : [{ key: 'merge', label: menuText.merge }]),
    ...(isBranch && !isRoot ? [{ key: 'split', label: menuText.split }] : []),
    ...(detail.kind === 'party_group' ? [] : [{ key: 'changeKind', label: menuText.changeKind }]),
    ...(isRoot ? [] : [{ key: 'revoke', label: menuText.revoke }]),
    ...(isBranch ? [{ key: 'buildForm', label: menuText.buildForm }] : []),
  ]
  return (
    <Card title={detail.name} extra={<span className="meta">{nameOf(organisationKinds, detail.kind)}</span>}>
      <p className="organisation-facts">
        <span>{isRoot ? organisationsText.topLevel : organisationsText.underParent(detail.parentName)}</span>
        <span>{organisationsText.countsFull(detail.fullMembers, detail.probationaryMembers)}</span>
        {detail.secretaryName !== '' && <span>{organisationsText.secretary(detail.secretaryName)}</span>}
        {isBranch && (
          <span>
            {organisationsText.fields.category} {detail.category === null ? organisationsText.noCategory : categoryName(detail.category)}
          </span>
        )}
        {detail.buildForm !== null && detail.buildForm !== 'single' && <span>{nameOf(buildForms, detail.buildForm)}</span>}
        {detail.revokedOn !== null && <StateTag tone="warning" word={organisationEventsText.pastDay.revoked(detail.revokedOn)} />}
      </p>
      <HealthStrip organisationId={detail.id} />
      <div className="organisation-actions">
        <HistoryButton load={loadHistory} />
        <Button onClick={() => setDialog('rename')}>{organisationsText.rename}</Button>
        {!isRoot && <Button onClick={() => setDialog('move')}>{organisationsText.move}</Button>}
        {mayChange && items.length > 0 && (
          <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => setDialog(key as Dialog) }}>
            <Button>{organisationEventsText.more} ▾</Button>
          </Dropdown>
        )}
        {isBranch && <Button onClick={() => setDialog('category')}>{organisationsText.changeCategory}</Button>}
        {CHILD_KINDS[detail.kind].length > 0 && <Button onClick={() => setDialog('add')}>{organisationsText.addChild}</Button>}
        <Button onClick={() => go({ screen: 'members', organisationId: detail.id })}>{organisationsText.members}</Button>
        {isBranch && (
          <>
            <Button onClick={() => go({ screen: 'import', branchId: detail.id })}>{organisationsText.importRoster}</Button>
            <Button
              onClick={() => {
                chooseBranch(detail.id)
                go({ screen: 'handbook', branchId: detail.id })
              }}
            >
              {organisationsText.handbook}
            </Button>
          </>
        )}
      </div>
      <AddDialog open={dialog === 'add'} parent={detail} onClose={close} onAdded={onChosen} />
      <RenameDialog open={dialog === 'rename'} organisation={detail} onClose={close} />
      <MoveDialog open={dialog === 'move'} organisation={detail} nodes={nodes} onClose={close} />
      <CategoryDialog open={dialog === 'category'} organisation={detail} onClose={close} />
      <MergeDialog open={dialog === 'merge'} organisation={detail} nodes={nodes} onClose={close} onMerged={onChosen} />
      <SplitDialog open={dialog === 'split'} organisation={detail} onClose={close} onSplit={onChosen} />
      <ChangeKindDialog open={dialog === 'changeKind'} organisation={detail} onClose={close} />
      <RevokeDialog open={dialog === 'revoke'} organisation={detail} onClose={close} onRevoked={up} />
      <BuildFormDialog open={dialog === 'buildForm'} organisation={detail} onClose={close} />
    </Card>
  )
}
