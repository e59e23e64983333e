import { Button } from 'antd'
import { safetyText } from '../../../shared/i18n/zh-CN/safety.ts'
import { contract } from '../../../shared/contract/index.ts'
import { homeText } from '../../../shared/i18n/zh-CN/home.ts'
import { Card } from '../../components/card.tsx'
import { Icon } from '../../components/icon.tsx'
import { clockTime } from '../../components/save-state.tsx'
import { api } from '../../platform/api.ts'
import { useNavigation } from '../../platform/navigation.ts'
import { mayCall, useSession } from '../../platform/session.ts'
import { useQuery } from '../../platform/use-query.ts'

/** 备份的情形:平时一行,该做离盘备份、演练没过时说出来。示例企业不显示。 */
export const BackupCard = () => {
  const go = useNavigation((navigation) => navigation.go)
  const kind = useSession((session) => session.workspace?.kind)
  const mayKeep = useSession((state) => mayCall(state.session, contract.backups.list))
  const { data } = useQuery(api.backups.overview, {}, ['backups.changed'])
  if (kind === 'sample' || data === null) return null
  const second = data.secondState === 'never' ? safetyText.backups.second.never : safetyText.backups.second[data.secondState](data.secondAgeDays ?? 0)
  return (
    <Card title={homeText.backup.title} extra={mayKeep && <Button onClick={() => go({ screen: 'safety', section: 'backups' })}>{homeText.backup.open}</Button>}>
      <p>{data.last === null ? homeText.backup.none : homeText.backup.last(clockTime(data.last.madeAt))}</p>
      <p className={data.secondState === 'fine' ? 'meta' : 'home-warning'}>
        {data.secondState !== 'fine' && <Icon name="alert" />} {second}
      </p>
      {data.lastDrill !== null && <p className={data.lastDrill.sound ? 'meta' : 'home-warning'}>{homeText.backup.drill(new Date(data.lastDrill.at).toLocaleDateString('zh-CN'), data.lastDrill.sound)}</p>}
      {data.space !== 'enough' && <p className="home-warning">{safetyText.backups.space[data.space](data.freeMegabytes)}</p>}
    </Card>
  )
}
