import { Suspense, useCallback, useEffect, useRef } from 'react'
import { shellText } from '../../shared/i18n/zh-CN/shell.ts'
import { BranchPicker, useOrganisations } from '../components/branch-picker.tsx'
import { Loading } from '../components/loading.tsx'
import { useNavigation } from '../platform/navigation.ts'
import type { OpenWorkspace } from '../platform/session.ts'
import { TEXT_SIZES, useDisplaySettings } from '../platform/display-settings.ts'
import { NavMenu } from './nav-menu.tsx'
import { PageBoundary } from './page-boundary.tsx'
import { ProductMark } from './product-mark.tsx'
import { Screen } from './screens.tsx'
import { StatusBar } from './status-bar.tsx'
import { UnfinishedStrip } from './unfinished-strip.tsx'
import { useShellKeys } from './use-shell-keys.ts'
import { UserMenu } from './user-menu.tsx'
import './shell-session.css'

/** 还没有设口令的正式工作区:一直提醒,直到设好。 */
const NoPasswordStrip = () => (
  <section className="shell-strip shell-strip-action" aria-label={shellText.noPasswordLabel}>
    {shellText.noPassword}
  </section>
)

/** 外框。工作中的支部在顶栏里选,各页共用。 */
export const Shell = ({ workspace }: { readonly workspace: OpenWorkspace }) => {
  const { place, branchId, chooseBranch } = useNavigation()
  const { textSize, chooseTextSize } = useDisplaySettings()
  const { nodes } = useOrganisations()
  const page = useRef<HTMLElement>(null)
  useShellKeys()

  // 第一次打开时先选中第一个支部,免得各页都空着;选中的支部不在了也一样。
  useEffect(() => {
    const branches = nodes.filter((node) => node.kind === 'branch')
    if (branches.length > 0 && !branches.some((node) => node.id === branchId)) chooseBranch(branches[0]?.id ?? null)
  }, [nodes, branchId, chooseBranch])
  const chooseInBar = useCallback((chosen: string | null) => chosen !== null && chooseBranch(chosen), [chooseBranch])

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
        <span className="shell-branch">
          <span aria-hidden="true">{shellText.workingBranch}</span>
          <BranchPicker aria-label={shellText.workingBranch} value={branchId} onChange={chooseInBar} />
        </span>
        <span className="shell-sizes" role="group" aria-label={shellText.textSize.label}>
          <span aria-hidden="true">{shellText.textSize.label}</span>
          {TEXT_SIZES.map((size) => (
            <button key={size} type="button" className="shell-size" aria-pressed={size === textSize} onClick={() => chooseTextSize(size)}>
              {shellText.textSize[size]}
            </button>
          ))}
        </span>
        <UserMenu />
      </header>
      <div className="shell-strips">
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
        {workspace.kind === 'office' && workspace.setup === 'open' && !workspace.readOnly && <NoPasswordStrip />}
        <UnfinishedStrip />
      </div>
      <NavMenu />
      <main className="shell-page" ref={page} data-region tabIndex={-1} id="content">
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
