import { render, type RenderResult } from '@testing-library/react'
import type { ReactNode } from 'react'
import { Providers } from '../../renderer/app/providers.tsx'
import { createPlatform, usePlatformForTests } from '../../renderer/platform/api.ts'
import { useNavigation } from '../../renderer/platform/navigation.ts'
import { useSession } from '../../renderer/platform/session.ts'
import { directTransport, makeCore, must, type TestCore } from './make-core.ts'

export interface CoreInPage extends TestCore {
  /** 把组件画到页面上,套好语言、主题。 */
  show(element: ReactNode): RenderResult
}

/** 组件测试用的真核心:真存储、真调度,只有通道换成进程内的。 */
export const coreInPage = async (options: Parameters<typeof makeCore>[0] = {}): Promise<CoreInPage> => {
  const core = await makeCore(options)
  usePlatformForTests(createPlatform(directTransport(core.core)))
  useSession.setState({ workspace: { path: core.folder, name: '测试单位党委', kind: 'office', setup: 'one_office', readOnly: false }, session: await must(core.api.session.state({})), today: core.clock.today(), build: '' })
  useNavigation.setState({ place: { screen: 'home' }, history: [], branchId: null })
  return { ...core, show: (element) => render(<Providers>{element}</Providers>) }
}
