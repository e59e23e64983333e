import { Button } from 'antd'
import { shellText } from '../../shared/i18n/zh-CN/shell.ts'
import { useNavigation } from '../platform/navigation.ts'
import { useSession, type OpenWorkspace } from '../platform/session.ts'

/** 一直看得见的提醒:库有坏处、示例、只看的副本、还没有设口令。 */
export const WorkspaceStrips = ({ workspace }: { readonly workspace: OpenWorkspace }) => {
  const go = useNavigation((navigation) => navigation.go)
  const damage = useSession((session) => session.damage)
  const setDamage = useSession((session) => session.setDamage)
  return (
    <>
      {damage === 'seen' && !workspace.readOnly && (
        <section className="shell-strip shell-strip-action shell-strip-danger" role="alert" aria-label={shellText.damage.label}>
          <span>{shellText.damage.words}</span>
          <Button onClick={() => setDamage('rescuing')}>{shellText.damage.restore}</Button>
        </section>
      )}
      {workspace.kind === 'sample' && (
        <section className="shell-strip" aria-label={shellText.sampleLabel}>
          {shellText.sample}
        </section>
      )}
      {workspace.readOnly && (
        <section className="shell-strip" aria-label={shellText.readOnlyLabel}>
          {shellText.readOnly}
        </section>
      )}
      {workspace.kind === 'office' && workspace.setup === 'open' && !workspace.readOnly && (
        <section className="shell-strip shell-strip-action" aria-label={shellText.noPasswordLabel}>
          <span>{shellText.noPassword}</span>
          <Button onClick={() => go({ screen: 'safety', section: 'accounts' })}>{shellText.setPassword}</Button>
        </section>
      )}
    </>
  )
}
