import { Button, Select } from 'antd'
import { useEffect, useState } from 'react'
import { accountsText } from '../../../../shared/i18n/zh-CN/accounts.ts'
import { roleSchema, type Account, type Grant } from '../../../../shared/model/workspace.ts'
import { ConfirmedDialog } from '../../../components/confirmed-dialog.tsx'
import { matchesPinyin } from '../../../components/pinyin-match.ts'
import { useSubmit } from '../../../components/use-submit.ts'
import { api } from '../../../platform/api.ts'

interface GrantsDialogProps {
  readonly account: Account | null
  readonly units: readonly { readonly id: string; readonly name: string; readonly depth: number }[]
  readonly onClose: () => void
  readonly onSaved: () => void
}
const text = accountsText
const ROLES = roleSchema.options.map((role) => ({ value: role, label: text.roles[role] }))

/** 一个人的全部授权:角色加管到哪里,整份保存。 */
export const GrantsDialog = ({ account, units, onClose, onSaved }: GrantsDialogProps) => {
  const submit = useSubmit()
  const [grants, setGrants] = useState<readonly Grant[]>([])
  useEffect(() => setGrants(account === null ? [] : account.grants.map(({ role, unitId }) => ({ role, unitId }))), [account])
  const top = units[0]?.id ?? ''
  const change = (index: number, patch: Partial<Grant>): void => setGrants(grants.map((grant, at) => (at === index ? { ...grant, ...patch } : grant)))
  return (
    <ConfirmedDialog
      open={account !== null}
      title={text.grantsTitle(account?.displayName ?? '')}
      confirmLabel={text.saveGrants}
      submit={submit}
      width={680}
      onClose={onClose}
      onConfirm={(confirm) => account !== null && void submit.run(() => api.accounts.setGrants({ id: account.id, rev: account.rev, grants: [...grants] }, { confirm }), onSaved)}
    >
      <p>{text.grantsNote}</p>
      {grants.map((grant, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- 同一角色可以授在几处,位置就是它的身份
        <div key={index} className="safety-grant">
          <Select aria-label={text.role} className="safety-select" value={grant.role} options={ROLES} onChange={(role) => change(index, { role })} />
          <Select
            aria-label={text.unit}
            className="safety-unit"
            value={grant.unitId}
            options={units.map(({ id, name, depth }) => ({ value: id, label: `${'　'.repeat(depth)}${name}` }))}
            showSearch={{ filterOption: (typed, option) => option !== undefined && matchesPinyin(option.label, typed) }}
            onChange={(unitId) => change(index, { unitId })}
          />
          <Button aria-label={text.removeGrant(text.roles[grant.role])} onClick={() => setGrants(grants.filter((_, at) => at !== index))}>
            ×
          </Button>
        </div>
      ))}
      <Button onClick={() => setGrants([...grants, { role: 'branch_secretary', unitId: top }])}>{text.addGrant}</Button>
    </ConfirmedDialog>
  )
}
