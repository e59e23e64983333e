import 'antd/dist/antd.css'
import '../../../../renderer/styles/tokens.css'
import '../../../../renderer/styles/base.css'
import '../../../../renderer/styles/layout.css'
import '../../../../renderer/styles/components.css'
import { createRoot } from 'react-dom/client'
import { Application } from '../../../../renderer/app/application.tsx'
import { Providers } from '../../../../renderer/app/providers.tsx'
import { SCREENS } from '../../../../renderer/app/screens.tsx'
import { useNavigation, type Place } from '../../../../renderer/platform/navigation.ts'
import { pages } from '../../../../renderer/print/print-pages.tsx'

/** 真的界面,只多露出两样:有哪些页、跳到哪一页。核心在测试进程里,经 window.baolei 来往。 */
Object.assign(window, {
  display: {
    screens: Object.keys(SCREENS),
    documents: Object.keys(pages),
    go: (place: Place, branchId: string) => useNavigation.setState({ place, history: [], branchId }),
  },
})
const root = document.getElementById('root')
if (root === null) throw new Error('no #root')
createRoot(root).render(
  <Providers>
    <Application />
  </Providers>,
)
