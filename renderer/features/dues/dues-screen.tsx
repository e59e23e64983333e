import { Button, Tabs } from 'antd'
import { useState } from 'react'
import type { Procedure } from '../../../shared/contract/define.ts'
import { contract } from '../../../shared/contract/index.ts'
import { duesText } from '../../../shared/i18n/zh-CN/dues.ts'
import { EmptyNote } from '../../components/empty-note.tsx'
import { Icon } from '../../components/icon.tsx'
import { Page } from '../../components/page.tsx'
import { useNavigation, type Place } from '../../platform/navigation.ts'
import { mayCall, useSession } from '../../platform/session.ts'
import { useWorkingBranch } from '../../platform/use-working-branch.ts'
import { ArrearsPanel } from './arrears-panel.tsx'
import { AssessmentPanel } from './assessment-panel.tsx'
import { LedgerPanel } from './ledger-panel.tsx'
import { MoneyPanel } from './money-panel.tsx'
import { PublishPanel } from './publish-panel.tsx'
import { RulesPanel } from './rules-panel.tsx'
import { SummaryPanel } from './summary-panel.tsx'
import './dues.css'

type DuesPlace = Extract<Place, { readonly screen: 'dues' }>
type View = NonNullable<DuesPlace['view']>

/** 各分栏离不开的调用;perBranch 的要先选支部。 */
const VIEWS: readonly { readonly key: View; readonly needs: Procedure; readonly perBranch: boolean }[] = [
  { key: 'ledger', needs: contract.dues.ledger, perBranch: true },
  { key: 'assessment', needs: contract.dues.assessments, perBranch: true },
  { key: 'money', needs: contract.dues.money, perBranch: true },
  { key: 'publish', needs: contract.dues.changes, perBranch: true },
  { key: 'summary', needs: contract.dues.summary, perBranch: false },
  { key: 'arrears', needs: contract.dues.arrears, perBranch: false },
  { key: 'rules', needs: contract.dues.saveRule, perBranch: false },
]

/** 党费:一个支部一年的登记、核定、上交、公示;党委看汇总。 */
export const DuesScreen = ({ branchId: given, year: givenYear, view: givenView }: Omit<DuesPlace, 'screen'>) => {
  const { today, session } = useSession()
  const go = useNavigation((navigation) => navigation.go)
  const branchId = useWorkingBranch(given)
  const [year, setYear] = useState(givenYear ?? Number(today.slice(0, 4)))
  const [view, setView] = useState<View>(givenView ?? 'ledger')
  const shown = VIEWS.filter(({ needs }) => mayCall(session, needs))
  const active = shown.find(({ key }) => key === view)?.key ?? shown[0]?.key ?? 'ledger'
  const content = (key: View, perBranch: boolean) => {
    if (perBranch && branchId === null) return <EmptyNote sentence={duesText.noBranch} />
    const chosen = branchId ?? ''
    switch (key) {
      case 'ledger':
        return <LedgerPanel branchId={chosen} year={year} onAssess={() => setView('assessment')} />
      case 'assessment':
        return <AssessmentPanel branchId={chosen} />
      case 'money':
        return <MoneyPanel branchId={chosen} year={year} />
      case 'publish':
        return <PublishPanel branchId={chosen} year={year} />
      case 'summary':
        return <SummaryPanel year={year} onOpen={(opened) => { go({ screen: 'dues', branchId: opened, year }); setView('ledger') }} />
      case 'arrears':
        return <ArrearsPanel onOpen={(opened) => { go({ screen: 'dues', branchId: opened }); setView('ledger') }} />
      case 'rules':
        return <RulesPanel />
    }
  }
  return (
    <Page
      title={duesText.title}
      note={duesText.onlyRegister}
      section={{ group: 'members', current: 'dues' }}
      fixed
      state={
        <span className="dues-year" role="group" aria-label={duesText.year(year)}>
          <Button aria-label={duesText.previousYear} title={duesText.previousYear} icon={<Icon name="left" />} onClick={() => setYear(year - 1)} />
          <strong>{duesText.year(year)}</strong>
          <Button aria-label={duesText.nextYear} title={duesText.nextYear} icon={<span className="dues-year-next"><Icon name="left" /></span>} disabled={year > Number(today.slice(0, 4))} onClick={() => setYear(year + 1)} />
        </span>
      }
    >
      <Tabs className="dues-tabs" aria-label={duesText.tabsLabel} activeKey={active} destroyOnHidden onChange={(key) => setView(VIEWS.find((entry) => entry.key === key)?.key ?? 'ledger')} items={shown.map(({ key, perBranch }) => ({ key, label: duesText.tabs[key], children: content(key, perBranch) }))} />
    </Page>
  )
}
