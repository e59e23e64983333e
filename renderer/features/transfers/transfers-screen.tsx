import { Tabs } from 'antd'
import { useState } from 'react'
import { transfersText as text } from '../../../shared/i18n/zh-CN/transfers.ts'
import type { Place } from '../../platform/navigation.ts'
import { useNavigation } from '../../platform/navigation.ts'
import { CareRegister } from '../../components/care/care-register.tsx'
import { Page } from '../../components/page.tsx'
import { LetterList } from './letter-list.tsx'
import './transfers.css'

type Tab = NonNullable<Extract<Place, { screen: 'transfers' }>['tab']>
const TABS: readonly Tab[] = ['out', 'in', 'floating', 'lost', 'contact']

/** 进出登记:转出、转入的介绍信,流动、失联党员与联系记录。 */
export const TransfersScreen = ({ tab }: { readonly tab?: Tab }) => {
  const workingBranch = useNavigation((navigation) => navigation.branchId)
  const [active, setActive] = useState<Tab>(tab ?? 'out')
  const [organisation, setOrganisation] = useState<string | null>(workingBranch)
  return (
    <Page title={text.title} section={{ group: 'members', current: 'transfers' }}>
      <Tabs
        aria-label={text.tabsLabel}
        activeKey={active}
        destroyOnHidden
        onChange={(key) => setActive(TABS.find((each) => each === key) ?? 'out')}
        items={TABS.map((each) => ({
          key: each,
          label: text.tabs[each],
          children: each === 'out' || each === 'in' ? <LetterList direction={each} organisation={organisation} onOrganisation={setOrganisation} /> : <CareRegister kind={each} organisation={organisation} onOrganisation={setOrganisation} />,
        }))}
      />
    </Page>
  )
}
