import { aboutText } from '../../../shared/i18n/zh-CN/about.ts'
import { commonText } from '../../../shared/i18n/zh-CN/common.ts'
import { Card } from '../../components/card.tsx'
import { ConfirmButton } from '../../components/confirm-button.tsx'
import { Page } from '../../components/page.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { api } from '../../platform/api.ts'
import { useSession } from '../../platform/session.ts'
import { isDesktopShell } from '../../platform/transport.ts'
import { useQuery } from '../../platform/use-query.ts'
import { THIRD_PARTY } from './third-party.ts'
import './about.css'

/** 关于:版本、数据在哪里、许可、不得涉密。 */
export const AboutScreen = () => {
  const status = useQuery(api.system.status, {}, ['workspace.changed'])
  const workspace = useSession((session) => session.workspace)
  const build = useSession((session) => session.build)
  const refresh = useSession((session) => session.refresh)
  const leave = async (): Promise<void> => {
    await api.system.closeWorkspace({})
    refresh()
  }
  return (
    <Page title={aboutText.title}>
      <Card title={aboutText.product(commonText.product)}>
        <p className="about-confidential">{aboutText.confidential}</p>
        <p>{aboutText.confidentialNote}</p>
        <p>{aboutText.network}</p>
      </Card>
      <Card title={aboutText.program}>
        <QueryView query={status}>
          {(data) => (
            <dl className="about-facts">
              <dt>{aboutText.version}</dt>
              <dd>{data.version}</dd>
              <dt>{aboutText.build}</dt>
              <dd>{build}</dd>
              <dt>{aboutText.shell}</dt>
              <dd>{isDesktopShell() ? aboutText.desktop : aboutText.browser}</dd>
              <dt>{aboutText.workspace}</dt>
              <dd>
                {data.name}
                {workspace !== null && ` · ${aboutText.kind[workspace.kind]}`}
              </dd>
              <dt>{aboutText.folder}</dt>
              <dd>
                <code>{data.path}</code>
                <br />
                {aboutText.folderNote}
              </dd>
              <dt>{aboutText.switchTitle}</dt>
              <dd>
                <ConfirmButton
                  label={aboutText.switchButton}
                  question={aboutText.switchQuestion}
                  consequence={aboutText.switchConsequence}
                  confirmLabel={aboutText.switchButton}
                  onConfirm={() => void leave()}
                />
                <span className="about-aside">{aboutText.switchNote}</span>
              </dd>
            </dl>
          )}
        </QueryView>
      </Card>
      <Card title={aboutText.licences}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{aboutText.licenceColumns.name}</th>
              <th scope="col">{aboutText.licenceColumns.licence}</th>
              <th scope="col">{aboutText.licenceColumns.use}</th>
            </tr>
          </thead>
          <tbody>
            {THIRD_PARTY.map((entry) => (
              <tr key={entry.name}>
                <td>{entry.name}</td>
                <td>{entry.licence}</td>
                <td>{aboutText.uses[entry.use]}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="meta">{aboutText.fonts}</p>
      </Card>
    </Page>
  )
}
