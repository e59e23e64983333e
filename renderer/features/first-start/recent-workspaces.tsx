import { firstStartText } from '../../../shared/i18n/zh-CN/first-start.ts'
import { Icon } from '../../components/icon.tsx'

interface RecentWorkspacesProps {
  readonly recent: readonly { readonly path: string; readonly name: string; readonly kind: string; readonly openedAt: number; readonly exists: boolean }[]
  readonly busy: boolean
  readonly onOpen: (path: string) => void
}

/** 最近用过的;文件夹不在了也列着,说明找不到,不给删除。 */
export const RecentWorkspaces = ({ recent, busy, onOpen }: RecentWorkspacesProps) =>
  recent.length === 0 ? null : (
    <section>
      <h2>{firstStartText.recent}</h2>
      <ul className="first-start-recent">
        {recent.map((entry) => (
          <li key={entry.path}>
            <button type="button" disabled={busy || !entry.exists} onClick={() => onOpen(entry.path)} aria-label={firstStartText.openRecent(entry.name)}>
              <Icon name="folder" />
              <span className="first-start-recent-name">{entry.name}</span>
              {entry.kind === 'sample' && <span className="first-start-mark">{firstStartText.sampleKind}</span>}
              <span className="first-start-recent-path">{entry.path}</span>
              {!entry.exists && <span className="first-start-gone">{firstStartText.gone}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
