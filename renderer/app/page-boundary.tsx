import { Button } from 'antd'
import { Component, type ReactNode } from 'react'
import { shellText } from '../../shared/i18n/zh-CN/shell.ts'
import { useNavigation } from '../platform/navigation.ts'

/** 一页画不出来时只换掉这一页,外框照常用。 */
export class PageBoundary extends Component<{ readonly children: ReactNode }, { readonly crashed: boolean }> {
  override state = { crashed: false }
  static getDerivedStateFromError(): { readonly crashed: boolean } {
    return { crashed: true }
  }
  override render(): ReactNode {
    if (!this.state.crashed) return this.props.children
    return (
      <div className="empty-note" role="alert">
        <h1>{shellText.crashed}</h1>
        <p>{shellText.crashedNext}</p>
        <Button type="primary" onClick={() => useNavigation.getState().go({ screen: 'home' })}>
          {shellText.goHome}
        </Button>
      </div>
    )
  }
}
