import { Tabs } from 'antd'
import type { Procedure } from '../../../shared/contract/define.ts'
import { contract } from '../../../shared/contract/index.ts'
import { safetyText } from '../../../shared/i18n/zh-CN/safety.ts'
import { Page } from '../../components/page.tsx'
import { useNavigation, type Place } from '../../platform/navigation.ts'
import { mayCall, useSession } from '../../platform/session.ts'
import { AccountsSection } from './accounts/accounts-section.tsx'
import { AuditSection } from './audit-section.tsx'
import { BackupsSection } from './backups-section.tsx'
import { BinSection } from './bin-section.tsx'
import { SupportSection } from './support-section.tsx'
import './safety.css'

type Section = NonNullable<Extract<Place, { readonly screen: 'safety' }>['section']>

/** 各分栏离不开的调用:没有它的角色就不列;核心仍逐次核对。 */
const SECTIONS: readonly { readonly key: Section; readonly needs: Procedure; readonly Content: () => React.JSX.Element }[] = [
  { key: 'backups', needs: contract.backups.list, Content: BackupsSection },
  { key: 'accounts', needs: contract.accounts.list, Content: AccountsSection },
  { key: 'audit', needs: contract.audit.search, Content: AuditSection },
  { key: 'bin', needs: contract.bin.list, Content: BinSection },
  { key: 'support', needs: contract.support.preview, Content: SupportSection },
]

/** 安全与备份:看得到哪几栏由角色定。 */
export const SafetyScreen = ({ section }: { readonly section?: Section }) => {
  const go = useNavigation((navigation) => navigation.go)
  const session = useSession((state) => state.session)
  const shown = SECTIONS.filter(({ needs }) => mayCall(session, needs))
  const active = shown.find(({ key }) => key === section)?.key ?? shown[0]?.key ?? 'support'
  return (
    <Page title={safetyText.title}>
      <Tabs
        aria-label={safetyText.tabsLabel}
        activeKey={active}
        destroyOnHidden
        onChange={(key) => go({ screen: 'safety', section: SECTIONS.find((entry) => entry.key === key)?.key ?? 'support' })}
        items={shown.map(({ key, Content }) => ({ key, label: safetyText.tabs[key], children: <Content /> }))}
      />
    </Page>
  )
}
