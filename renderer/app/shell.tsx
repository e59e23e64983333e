import { Suspense } from 'react'
import { contract } from '../../shared/contract/index.ts'
import { Loading } from '../components/loading.tsx'
import { TextSizeSwitch } from '../components/text-size-switch.tsx'
import { useNavigation } from '../platform/navigation.ts'
import { mayCall, useSession, type OpenWorkspace } from '../platform/session.ts'
import { BranchInBar } from './branch-in-bar.tsx'
import { NavMenu } from './nav-menu.tsx'
import { PageBoundary } from './page-boundary.tsx'
import { ProductMark } from './product-mark.tsx'
import { Screen } from './screens.tsx'
import { StatusBar } from './status-bar.tsx'
import { UnfinishedStrip } from './unfinished-strip.tsx'
import { useShellKeys } from './use-shell-keys.ts'
import { UserMenu } from './user-menu.tsx'
import { WorkspaceStrips } from './workspace-strips.tsx'
import './shell-session.css'

/** 外框:顶栏、提示条、导航、一页内容、状态栏。 */
export const Shell = ({ workspace }: { readonly workspace: OpenWorkspace }) => {
  const place = useNavigation((navigation) => navigation.place)
  // 三员不碰业务数据,也就没有「工作中的支部」。
  const hasBranches = useSession((state) => mayCall(state.session, contract.organisations.tree))
  useShellKeys()
  return (
    <div className="shell">
      <header className="shell-bar" data-region>
        <span className="shell-brand">
          <ProductMark />
        </span>
        <span className="shell-workspace" title={workspace.name}>
          {workspace.name}
        </span>
        <span className="shell-bar-gap" />
        {hasBranches && <BranchInBar />}
        <TextSizeSwitch />
        <UserMenu />
      </header>
      <div className="shell-strips">
        <WorkspaceStrips workspace={workspace} />
        <UnfinishedStrip />
      </div>
      <NavMenu />
      <main className="shell-page" data-region tabIndex={-1} id="content">
        <PageBoundary key={JSON.stringify(place)}>
          <Suspense fallback={<Loading />}>
            <Screen place={place} />
          </Suspense>
        </PageBoundary>
      </main>
      <StatusBar />
    </div>
  )
}
