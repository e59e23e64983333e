import { Button } from 'antd'
import { startTroubleText as text } from '../../../shared/i18n/zh-CN/start-trouble.ts'
import { ErrorNote } from '../../components/error-note.tsx'
import { api } from '../../platform/api.ts'
import { CredentialsForm } from './credentials-form.tsx'
import type { Trouble } from './trouble.ts'
import { useRescue } from './use-rescue.ts'

/** 写不进去的位置:抄一份只看的(F04)。 */
export const CopyPanel = ({ trouble, path, onOpened }: { readonly trouble: Trouble; readonly path: string; readonly onOpened: () => void }) => {
  const rescue = useRescue(path, trouble)
  const copy = (person?: { readonly userName: string; readonly password: string }): void => void rescue.run((input) => api.rescue.openCopy(input), onOpened, person)
  return (
    <>
      {rescue.failure !== null && <ErrorNote failure={rescue.failure} />}
      {rescue.asksWho ? (
        <CredentialsForm busy={rescue.busy} onSubmit={copy} />
      ) : (
        <section className="trouble-panel">
          <p>{text.copyNote}</p>
          <Button type="primary" size="large" loading={rescue.busy} onClick={() => copy()}>
            {rescue.busy ? text.copying : text.copy}
          </Button>
        </section>
      )}
    </>
  )
}
