import { Button } from 'antd'
import { shortNameOf } from '../../../shared/data/code-tables/code-table.ts'
import { normActivities } from '../../../shared/data/code-tables/norm-activities.ts'
import { homeText } from '../../../shared/i18n/zh-CN/home.ts'
import type { NormRow } from '../../../shared/model/meeting.ts'
import { Card } from '../../components/card.tsx'
import { Icon } from '../../components/icon.tsx'
import { progressOf } from './due-items.ts'

/** 只数次数,不画圆环:分母是到今天应办的。 */
export const ProgressCard = ({ norms, onHandbook }: { readonly norms: readonly NormRow[]; readonly onHandbook: () => void }) => (
  <Card title={homeText.progress}>
    <p className="meta">{homeText.progressNote}</p>
    <dl className="home-progress">
      {progressOf(norms).map((count) => (
        <div key={count.activity}>
          <dt>{shortNameOf(normActivities, count.activity)}</dt>
          <dd data-overdue={count.overdue}>
            {count.overdue && <Icon name="alert" />}
            {count.applicable ? `${count.done}/${count.required}` : homeText.notApplicable}
          </dd>
        </div>
      ))}
    </dl>
    <Button onClick={onHandbook}>{homeText.openHandbook}</Button>
  </Card>
)
