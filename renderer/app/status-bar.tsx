import { shellText } from '../../shared/i18n/zh-CN/shell.ts'
import { clockTime } from '../components/save-state.tsx'
import { api } from '../platform/api.ts'
import { useQuery } from '../platform/use-query.ts'

/** 最下面一行:数据在哪里、什么时候存的、不联网、版本。 */
export const StatusBar = () => {
  const { data, error } = useQuery(api.system.status, {}, ['workspace.changed', 'organisations.changed', 'members.changed', 'meetings.changed', 'evaluation.changed'])
  const { data: backups } = useQuery(api.backups.overview, {}, ['backups.changed', 'workspace.changed'])
  return (
    <footer className="shell-status">
      {error?.code === 'UNAVAILABLE' && <span role="alert">{shellText.disconnected}</span>}
      {data !== null && (
        <>
          <span className="shell-status-path" title={data.path}>
            {shellText.dataFolder(data.path)}
          </span>
          <span>{data.lastSavedAt === null ? shellText.neverSaved : shellText.savedAt(clockTime(data.lastSavedAt))}</span>
        </>
      )}
      {backups !== null && backups.last !== null && (
        <>
          <span>{shellText.backedUpAt(clockTime(backups.last.madeAt))}</span>
          <span data-tone={backups.secondState}>{backups.secondAgeDays === null ? shellText.secondNever : shellText.secondAge(backups.secondAgeDays)}</span>
        </>
      )}
      <span>{shellText.offline}</span>
      {data !== null && <span>{shellText.version(data.version)}</span>}
    </footer>
  )
}
