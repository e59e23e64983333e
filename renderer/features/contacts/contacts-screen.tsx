import { Tabs } from 'antd'
import { useState } from 'react'
import { contactsText as text } from '../../../shared/i18n/zh-CN/contacts.ts'
import { Page } from '../../components/page.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { api } from '../../platform/api.ts'
import { useQuery } from '../../platform/use-query.ts'
import { ContactsTab } from './contacts-tab.tsx'
import { CrossPostsTab } from './cross-posts-tab.tsx'
import './contacts.css'

/** 联系和任职:双向进入交叉任职,党建指导员与其他联系。 */
export const ContactsScreen = () => {
  const list = useQuery(api.contacts.list, {}, ['contacts.changed', 'organisations.changed', 'members.changed'])
  const [tab, setTab] = useState('crossPosts')
  return (
    <Page title={text.title} section={{ group: 'organisations', current: 'contacts' }}>
      <QueryView query={list}>
        {({ crossPosts, contacts }) => (
          <Tabs
            aria-label={text.tabs.label}
            activeKey={tab}
            onChange={setTab}
            items={[
              { key: 'crossPosts', label: text.tabs.crossPosts, children: <CrossPostsTab rows={crossPosts} /> },
              { key: 'contacts', label: text.tabs.contacts, children: <ContactsTab rows={contacts} /> },
            ]}
          />
        )}
      </QueryView>
    </Page>
  )
}
