import { useState } from 'react'
import { contract } from '../../../shared/contract/index.ts'
import { schemesText } from '../../../shared/i18n/zh-CN/schemes.ts'
import type { SchemeDocument } from '../../../shared/model/scheme.ts'
import { Page } from '../../components/page.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { api } from '../../platform/api.ts'
import { useNavigation, type Place } from '../../platform/navigation.ts'
import { mayCall, useSession } from '../../platform/session.ts'
import { useQuery } from '../../platform/use-query.ts'
import { SchemeEditor } from './scheme-editor.tsx'

/** 一份方案。取到之前只有页头;取到之后整页交给编辑器。 */
export const SchemeScreen = ({ schemeId }: Omit<Extract<Place, { screen: 'scheme' }>, 'screen'>) => {
  const query = useQuery(api.schemes.read, { versionId: schemeId })
  const mayWrite = useSession(({ session }) => mayCall(session, contract.schemes.saveDraft))
  const back = useNavigation((navigation) => navigation.back)
  const [restart, setRestart] = useState<{ readonly times: number; readonly document: SchemeDocument | null }>({ times: 0, document: null })
  const reload = async (): Promise<void> => {
    const result = await api.schemes.read({ versionId: schemeId })
    if (result.ok) setRestart((before) => ({ times: before.times + 1, document: result.value }))
  }
  const loaded = restart.document ?? query.data
  if (loaded !== null) return <SchemeEditor key={`${schemeId} ${restart.times}`} loaded={loaded} mayWrite={mayWrite} onReload={() => void reload()} />
  return (
    <Page title={schemesText.library.title} onBack={back} section={{ group: 'evaluation', current: 'schemes' }}>
      <QueryView query={query}>{() => null}</QueryView>
    </Page>
  )
}
