import { Tabs } from 'antd'
import { useState } from 'react'
import { coverageText as text } from '../../../shared/i18n/zh-CN/coverage.ts'
import { Page } from '../../components/page.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { api } from '../../platform/api.ts'
import { useQuery } from '../../platform/use-query.ts'
import { BranchesTab } from './branches-tab.tsx'
import { KeyPostsTab } from './key-posts-tab.tsx'
import { TrainingTab } from './training-tab.tsx'
import { UnitsTab } from './units-tab.tsx'
import './coverage.css'

/** 组织覆盖:支部建在一线、两个覆盖、重要岗位、三培养。 */
export const CoverageScreen = () => {
  const overview = useQuery(api.coverage.overview, {}, ['organisations.changed', 'members.changed', 'norms.changed'])
  const [tab, setTab] = useState('units')
  return (
    <Page title={text.title} note={overview.data === null ? '' : text.note(overview.data.today)} section={{ group: 'organisations', current: 'coverage' }}>
      <QueryView query={overview}>
        {(data) => (
          <Tabs
            aria-label={text.tabs.label}
            activeKey={tab}
            onChange={setTab}
            items={[
              { key: 'units', label: text.tabs.units, children: <UnitsTab units={data.units} /> },
              { key: 'branches', label: text.tabs.branches, children: <BranchesTab branches={data.branches} /> },
              { key: 'posts', label: text.tabs.posts, children: <KeyPostsTab posts={data.keyPosts} units={data.units} /> },
              { key: 'training', label: text.tabs.training, children: <TrainingTab groups={data.training} /> },
            ]}
          />
        )}
      </QueryView>
    </Page>
  )
}
