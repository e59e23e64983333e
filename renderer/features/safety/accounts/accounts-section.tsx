import { App, Button } from 'antd'
import { useState } from 'react'
import { contract } from '../../../../shared/contract/index.ts'
import { accountsText } from '../../../../shared/i18n/zh-CN/accounts.ts'
import { roleSchema, type Account } from '../../../../shared/model/workspace.ts'
import { Card } from '../../../components/card.tsx'
import { ConfirmButton } from '../../../components/confirm-button.tsx'
import { DataTable } from '../../../components/data-table.tsx'
import { ErrorNote } from '../../../components/error-note.tsx'
import { QueryView } from '../../../components/query-view.tsx'
import { RowActions } from '../../../components/row-actions.tsx'
import { api } from '../../../platform/api.ts'
import { mayCall, useSession } from '../../../platform/session.ts'
import { useQuery, type Failure } from '../../../platform/use-query.ts'
import { momentOf } from '../words.ts'
import { CombineOfficersDialog } from './combine-officers-dialog.tsx'
import { RenameDialog } from './rename-dialog.tsx'
import { AddAccountDialog } from './add-account-dialog.tsx'
import { GrantsDialog } from './grants-dialog.tsx'
import { PolicyCard } from './policy-card.tsx'
import { RecoveryCard } from './recovery-card.tsx'
import { ResetPasswordDialog } from './reset-password-dialog.tsx'
import { SecureCard } from './secure-card.tsx'

const text = accountsText

const stateOf = ({ state, blockedUntil, mustChangePassword, slot }: Account): string => {
  if (state === 'disabled') return text.states.disabled
  if (slot !== 'sound') return slot === 'missing' ? text.states.slotMissing : text.states.slotDamaged
  if (blockedUntil !== null) return text.states.blocked(momentOf(blockedUntil))
  return mustChangePassword ? text.states.mustChange : text.states.active
}
/** 管同一个组织的角色写在一起;全部角色都有的只写「全部角色」。 */
const grantsOf = ({ grants }: Account): string => {
  if (grants.length === 0) return text.noGrants
  const byUnit = Map.groupBy(grants, ({ unitId }) => unitId)
  return [...byUnit.values()].map((held) => text.grant(held.length === roleSchema.options.length ? text.allRoles : held.map(({ role }) => text.roles[role]).join('、'), held[0]?.unitName ?? '')).join('；')
}

/** 使用人:谁能登录、管到哪里、口令规矩、恢复单。能按的按钮由角色定。 */
export const AccountsSection = () => {
  const { message } = App.useApp()
  const session = useSession((state) => state.session)
  const list = useQuery(api.accounts.list, {}, ['accounts.changed'])
  const [failure, setFailure] = useState<Failure | null>(null)
  const [adding, setAdding] = useState(false)
  const [granting, setGranting] = useState<Account | null>(null)
  const [renaming, setRenaming] = useState<Account | null>(null)
  const [combining, setCombining] = useState<Account | null>(null)
  const [resetting, setResetting] = useState<Account | null>(null)
  const may = (procedure: keyof typeof contract.accounts): boolean => mayCall(session, contract.accounts[procedure])
  const done = (words: string): void => {
    void message.success(words)
    list.reload()
  }
  const run = async (call: Promise<{ readonly ok: true } | { readonly ok: false; readonly error: Failure }>): Promise<void> => {
    setFailure(null)
    const result = await call
    if (!result.ok) setFailure(result.error)
    list.reload()
  }
  return (
    <QueryView query={list}>
      {({ accounts, setup, policy, units, hasRecovery, hasCommitteeKey }) =>
        setup === 'open' ? (
          <SecureCard />
        ) : (
          <>
            {failure !== null && <ErrorNote failure={failure} />}
            <Card
              title={text.list}
              extra={
                may('add') && (
                  <Button type="primary" onClick={() => setAdding(true)}>
                    {text.actions.add}
                  </Button>
                )
              }
            >
              <DataTable
                label={text.table}
                rows={accounts}
                rowKey={({ id }) => id}
                minWidth={980}
                columns={[
                  { title: text.columns.who, width: 110, render: (_, row) => row.displayName },
                  { title: text.columns.userName, width: 130, render: (_, row) => row.userName },
                  { title: text.columns.roles, render: (_, row) => grantsOf(row) },
                  { title: text.columns.state, width: 150, render: (_, row) => stateOf(row) },
                  { title: text.columns.last, width: 150, render: (_, row) => (row.lastSignedInAt === null ? text.never : momentOf(row.lastSignedInAt)) },
                  {
                    title: text.columns.action,
                    width: 300,
                    render: (_, row) => (
                      <RowActions>
                        {may('setGrants') && <Button onClick={() => setGranting(row)}>{text.actions.grants}</Button>}
                        {may('rename') && <Button onClick={() => setRenaming(row)}>{text.actions.rename}</Button>}
                        {may('allowCombinedOfficers') && setup === 'separated' && row.state === 'active' && !row.grants.some(({ role }) => role === 'auditor') && <Button onClick={() => setCombining(row)}>{text.actions.combine}</Button>}
                        {may('resetPassword') && row.state === 'active' && row.id !== session.user?.accountId && <Button onClick={() => setResetting(row)}>{text.actions.reset}</Button>}
                        {may('unblock') && row.blockedUntil !== null && <Button onClick={() => void run(api.accounts.unblock({ id: row.id }))}>{text.actions.unblock}</Button>}
                        {may('setState') &&
                          row.id !== session.user?.accountId &&
                          (row.state === 'active' ? (
                            <ConfirmButton label={text.actions.disable} question={text.disableQuestion(row.displayName)} consequence={text.disableConsequence} confirmLabel={text.disableConfirm} onConfirm={() => void run(api.accounts.setState({ id: row.id, rev: row.rev, state: 'disabled' }))} />
                          ) : (
                            <Button onClick={() => void run(api.accounts.setState({ id: row.id, rev: row.rev, state: 'active' }))}>{text.actions.enable}</Button>
                          ))}
                      </RowActions>
                    ),
                  },
                ]}
              />
            </Card>
            {may('savePolicy') && <PolicyCard key={JSON.stringify(policy)} policy={policy} onSaved={() => done(text.policy.saved)} />}
            {may('renewRecovery') && <RecoveryCard hasRecovery={hasRecovery} hasCommitteeKey={hasCommitteeKey} onChanged={list.reload} />}
            <AddAccountDialog
              open={adding}
              onClose={() => setAdding(false)}
              onAdded={(name) => {
                setAdding(false)
                done(text.added(name))
              }}
            />
            <GrantsDialog
              account={granting}
              units={units}
              onClose={() => setGranting(null)}
              onSaved={() => {
                setGranting(null)
                done(text.grantsSaved)
              }}
            />
            <RenameDialog
              account={renaming}
              onClose={() => setRenaming(null)}
              onRenamed={() => {
                setRenaming(null)
                done(text.renamed)
              }}
            />
            <CombineOfficersDialog
              account={combining}
              onClose={() => setCombining(null)}
              onAllowed={() => {
                setCombining(null)
                done(text.combined)
              }}
            />
            <ResetPasswordDialog
              account={resetting}
              onClose={() => setResetting(null)}
              onReset={() => {
                setResetting(null)
                done(text.resetDone)
              }}
            />
          </>
        )
      }
    </QueryView>
  )
}
