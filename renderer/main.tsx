import 'antd/dist/antd.css'
import 'lxgw-wenkai-screen-web/lxgwwenkaigbscreen/result.css'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/layout.css'
import './styles/components.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { shellText } from '../shared/i18n/zh-CN/shell.ts'
import { Application } from './app/application.tsx'
import { tooOldBrowser } from './app/browser-version.ts'
import { keepWindowSafe } from './app/keep-window-safe.ts'
import { Providers } from './app/providers.tsx'

keepWindowSafe()
const root = document.getElementById('root')
if (root === null) throw new Error('no #root')
const oldBrowser = tooOldBrowser(navigator.userAgent)
if (oldBrowser !== null) root.textContent = shellText.oldBrowser(oldBrowser)
else
  createRoot(root).render(
    <StrictMode>
      <Providers>
        <Application />
      </Providers>
    </StrictMode>,
  )
