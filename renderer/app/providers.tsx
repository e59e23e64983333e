import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { useLayoutEffect, useMemo, type ReactNode } from 'react'
import { useDisplaySettings } from '../platform/display-settings.ts'
import { themeOf } from './theme.ts'

/** 浏览器会把格子里写的字存进它自己的会话文件;说明不许,它就不存(F53)。 */
const NOT_KEPT = { autoComplete: 'off' }

/** 弹出的菜单、气泡放在所属的区域里:读屏才知道它属于哪里,对话框里的也不会落到遮罩后面。 */
const popupContainer = (trigger?: HTMLElement): HTMLElement => trigger?.closest<HTMLElement>('[role="dialog"], .page, .shell-bar') ?? document.body

/** 语言、主题、字号、消息条。 */
export const Providers = ({ children }: { readonly children: ReactNode }) => {
  const textSize = useDisplaySettings((settings) => settings.textSize)
  const theme = useMemo(() => themeOf(textSize), [textSize])
  useLayoutEffect(() => {
    document.documentElement.dataset['size'] = textSize
  }, [textSize])
  return (
    <ConfigProvider locale={zhCN} theme={theme} getPopupContainer={popupContainer} button={{ autoInsertSpace: false }} input={NOT_KEPT} textArea={NOT_KEPT}>
      <App component={false} message={{ duration: 3, maxCount: 2 }}>
        {children}
      </App>
    </ConfigProvider>
  )
}
