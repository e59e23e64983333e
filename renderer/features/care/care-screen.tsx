import { Tabs } from 'antd'
import { useState } from 'react'
import { CARE_PAGES, careKind } from '../../../shared/data/code-tables/care-kinds.ts'
import { careText as text } from '../../../shared/i18n/zh-CN/care.ts'
import { CareRegister } from '../../components/care/care-register.tsx'
import { Page } from '../../components/page.tsx'
import { useNavigation } from '../../platform/navigation.ts'

const KINDS = CARE_PAGES.care

/** 关怀和奖惩:困难党员、帮扶慰问、表彰奖励、处分处置。 */
export const CareScreen = () => {
  const workingBranch = useNavigation((navigation) => navigation.branchId)
  const [active, setActive] = useState<(typeof KINDS)[number]>(KINDS[0])
  const [organisation, setOrganisation] = useState<string | null>(workingBranch)
  return (
    <Page title={text.title} section={{ group: 'members', current: 'care' }}>
      <Tabs
        aria-label={text.tabsLabel}
        activeKey={active}
        destroyOnHidden
        onChange={(key) => setActive(KINDS.find((each) => each === key) ?? KINDS[0])}
        items={KINDS.map((kind) => ({ key: kind, label: careKind(kind).name, children: <CareRegister kind={kind} organisation={organisation} onOrganisation={setOrganisation} /> }))}
      />
    </Page>
  )
}
