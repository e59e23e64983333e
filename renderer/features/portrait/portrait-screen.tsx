import { Button } from 'antd'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { portraitText as text } from '../../../shared/i18n/zh-CN/portrait.ts'
import type { BranchPortrait } from '../../../shared/model/evaluation.ts'
import { BranchPicker } from '../../components/branch-picker.tsx'
import { Card } from '../../components/card.tsx'
import { BarList } from '../../components/charts/bar-list.tsx'
import { RadarChart } from '../../components/charts/radar-chart.tsx'
import { RadarLegend } from '../../components/charts/radar-legend.tsx'
import { useLabelSize } from '../../components/charts/use-label-size.ts'
import { EmptyNote } from '../../components/empty-note.tsx'
import { MonthSwitch } from '../../components/month-switch.tsx'
import { Page } from '../../components/page.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { useNarrow } from '../../components/use-narrow.ts'
import { api } from '../../platform/api.ts'
import { useNavigation, type Place } from '../../platform/navigation.ts'
import { useSession } from '../../platform/session.ts'
import { useQuery } from '../../platform/use-query.ts'
import { FirstLine } from './first-line.tsx'
import './portrait.css'
import { TrendCards } from './trend-cards.tsx'

const EVENTS = ['evaluation.changed', 'meetings.changed', 'members.changed', 'organisations.changed'] as const
/** 图按实际像素画,不缩放:字号在两种屏宽下都不小于 12 像素。 */
const RADAR_WIDTH = { wide: 420, narrow: 364 }
const RADAR_HEIGHT = 330

const momentText = (at: number | null): string => {
  if (at === null) return ''
  const date = new Date(at)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`
}

/** 为零的「扣至零分为止」「封顶」不占行;维度、扣分、加分、否决为零也要看得见。 */
const QUIET_LINES = new Set(['floor', 'cap'])
const isTelling = (line: BranchPortrait['lines'][number]): boolean => !QUIET_LINES.has(line.key) || line.exact !== '0'

const Composition = ({ portrait }: { readonly portrait: BranchPortrait }) => (
  <Card title={text.lines.title}>
    <table className="portrait-table">
      <caption className="visually-hidden">{text.lines.title}</caption>
      <thead>
        <tr>
          <th scope="col">{text.lines.name}</th>
          <th scope="col" className="portrait-number">
            {text.lines.value}
          </th>
        </tr>
      </thead>
      <tbody>
        {portrait.lines.filter(isTelling).map((line) => (
          <tr key={line.key}>
            <th scope="row">{line.name}</th>
            <td className="portrait-number">{line.shown}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{text.lines.total}</th>
          <td className="portrait-number">
            <strong>{portrait.summary.total}</strong>
          </td>
        </tr>
      </tfoot>
    </table>
    <p className="meta">{text.lines.note}</p>
  </Card>
)

const Losses = ({ portrait, onSheet }: { readonly portrait: BranchPortrait; readonly onSheet: () => void }) => (
  <Card title={text.losses.title} extra={<Button onClick={onSheet}>{text.losses.toSheet}</Button>}>
    {portrait.losses.length === 0 ? (
      <p>{text.losses.none}</p>
    ) : (
      <table className="portrait-table">
        <caption className="visually-hidden">{text.losses.title}</caption>
        <thead>
          <tr>
            <th scope="col">{text.losses.name}</th>
            <th scope="col" className="portrait-number">
              {text.losses.lost}
            </th>
            <th scope="col">{text.losses.state}</th>
            <th scope="col">{text.losses.reason}</th>
          </tr>
        </thead>
        <tbody>
          {portrait.losses.map((loss) => (
            <tr key={loss.indicatorId}>
              <th scope="row">{loss.name}</th>
              <td className="portrait-number">{loss.lost}</td>
              <td>{text.states[loss.state]}</td>
              <td>{loss.reason === '' ? <span className="meta">{text.losses.noReason}</span> : loss.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </Card>
)

/** 支部画像:一行话、雷达图与并列的数表、总分构成、失分。 */
export const PortraitScreen = ({ branchId, period }: Omit<Extract<Place, { screen: 'portrait' }>, 'screen'>) => {
  const today = useSession((session) => session.today)
  const { go, back } = useNavigation()
  const query = useQuery(api.evaluation.branchPortrait, { branchId, period }, EVENTS)
  const categories = useQuery(api.organisations.categories, {}, ['organisations.changed'])
  const narrow = useNarrow()
  const labelSize = useLabelSize()
  const table = categories.data?.categories ?? []
  return (
    <Page
      title={text.title}
      onBack={back}
      state={<MonthSwitch period={period} thisMonth={today.slice(0, 7)} onChange={(next) => go({ screen: 'portrait', branchId, period: next })} />}
      actions={
        <>
          <span className="portrait-branch">
            <BranchPicker aria-label={text.title} value={branchId} onChange={(next) => next !== null && go({ screen: 'portrait', branchId: next, period })} />
          </span>
          <Button onClick={() => go({ screen: 'score-sheet', branchId, period })}>{text.enter}</Button>
          <Button type="primary" onClick={() => go({ screen: 'print', branchId, year: Number(period.slice(0, 4)) })}>
            {text.print}
          </Button>
        </>
      }
    >
      <QueryView query={query}>
        {(portrait) => {
          const showMedian = portrait.axes.some((axis) => axis.median !== null)
          const gapWord = portrait.summary.status === 'insufficient' || portrait.summary.status === 'blocked' ? { gapWord: text.insufficient } : {}
          if (portrait.summary.status === null) return <EmptyNote sentence={text.notComputed} actionLabel={text.toOverview} onAction={() => go({ screen: 'evaluation', period })} />
          return (
            <>
              <Card>
                <FirstLine portrait={portrait} categories={table} />
                <p className="meta">
                  {text.reference} {text.scheme(portrait.schemeName, portrait.schemeVersion, momentText(portrait.computedAt))}
                </p>
              </Card>
              <div className="portrait-columns">
                <Card title={text.radar}>
                  <figure className="portrait-radar">
                    <RadarChart axes={portrait.axes} size={narrow ? RADAR_WIDTH.narrow : RADAR_WIDTH.wide} height={RADAR_HEIGHT} fontSize={labelSize} showMedian={showMedian} title={`${portrait.summary.branchName} ${text.radar}`} {...gapWord} />
                    <figcaption>
                      <RadarLegend showMedian={showMedian} />
                      <span className="meta">{text.scale}</span>
                    </figcaption>
                  </figure>
                </Card>
                <Card title={text.bars}>
                  <BarList axes={portrait.axes} caption={`${text.radar} ${summaryName(portrait, table)}`} {...gapWord} />
                  <p className="meta">{showMedian ? text.peers(portrait.peerCount) : text.tooFewPeers(portrait.peerCount)}</p>
                </Card>
              </div>
              <div className="portrait-columns">
                <Composition portrait={portrait} />
                <div>
                  {portrait.vetoes.length > 0 && (
                    <Card title={text.vetoes.title}>
                      <ul>
                        {portrait.vetoes.map((veto) => (
                          <li key={veto.indicatorId}>
                            <strong>{veto.name}</strong> {veto.reason}
                          </li>
                        ))}
                      </ul>
                    </Card>
                  )}
                  <Losses portrait={portrait} onSheet={() => go({ screen: 'score-sheet', branchId, period })} />
                </div>
              </div>
              <TrendCards branchId={branchId} branchName={portrait.summary.branchName} period={period} full={Number(portrait.fullTotal)} />
            </>
          )
        }}
      </QueryView>
    </Page>
  )
}

const summaryName = ({ summary }: BranchPortrait, table: readonly { readonly code: string; readonly name: string }[]): string => `${summary.branchName} ${summary.category === null ? '' : nameOf(table, summary.category)}`
