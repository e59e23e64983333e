import { handbookPrintText as text } from '../../../../shared/i18n/zh-CN/handbook-print.ts'
import type { BranchPortrait } from '../../../../shared/model/evaluation.ts'
import { RadarChart } from '../../../components/charts/radar-chart.tsx'

const RADAR_MILLIMETRES = 80
/** 一页纸放得下的失分条数,其余在屏幕上看。 */
const PRINTED_LOSSES = 6
const CSS_PIXELS_PER_MILLIMETRE = 96 / 25.4

const Figures = ({ portrait }: { readonly portrait: BranchPortrait }) => {
  const t = text.evaluation
  return (
    <table className="small-table">
      <colgroup>
        <col />
        <col style={{ width: '13mm' }} />
        <col style={{ width: '15mm' }} />
        <col style={{ width: '15mm' }} />
        <col style={{ width: '17mm' }} />
      </colgroup>
      <thead>
        <tr>
          {[t.dimension, t.full, t.score, t.ratio, t.median].map((head) => (
            <th key={head}>{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {portrait.axes.map((axis) => (
          <tr key={axis.id}>
            <td className="text">{axis.name}</td>
            <td className="number">{axis.full ?? text.meeting.empty}</td>
            <td className="number">{axis.score ?? text.meeting.empty}</td>
            <td className="number">{axis.value === null ? t.missing : axis.missingCount > 0 ? t.ratioWithMissing(axis.value, axis.missingCount) : axis.value}</td>
            <td className="number">{axis.median ?? text.meeting.empty}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** 各维度总是印;扣分、加分、封顶、否决为零的不占行。 */
const isPrinted = (line: BranchPortrait['lines'][number]): boolean => line.key.startsWith('dim:') || line.exact !== '0'

/** 总分构成:各维度、扣分、加分、否决;各行公布数加起来正好是总分。 */
const TotalLines = ({ portrait }: { readonly portrait: BranchPortrait }) => {
  const t = text.evaluation
  return (
    <table className="small-table">
      <colgroup>
        <col />
        <col style={{ width: '30mm' }} />
      </colgroup>
      <thead>
        <tr>
          <th>{t.lineName}</th>
          <th>{t.lineValue}</th>
        </tr>
      </thead>
      <tbody>
        {portrait.lines.filter(isPrinted).map((line) => (
          <tr key={line.key}>
            <td className="text">{line.name}</td>
            <td className="number">{line.shown}</td>
          </tr>
        ))}
        <tr>
          <th>{t.total}</th>
          <td className="number">{portrait.summary.total ?? text.meeting.empty}</td>
        </tr>
      </tbody>
    </table>
  )
}

const Summary = ({ portrait }: { readonly portrait: BranchPortrait }) => {
  const t = text.evaluation
  const { summary } = portrait
  const total = summary.total ?? (summary.status === null ? text.meeting.empty : t.statusWords[summary.status])
  return (
    <table className="tall">
      <colgroup>
        <col style={{ width: '26mm' }} />
        <col />
        <col style={{ width: '26mm' }} />
        <col />
      </colgroup>
      <tbody>
        <tr>
          <th>{t.total}</th>
          <td>{total}</td>
          <th>{t.star}</th>
          <td>{t.starWord(summary.star)}</td>
        </tr>
        <tr>
          <th>{t.rank}</th>
          <td>{summary.rank === null ? t.notRanked : t.rankValue(summary.rank.rank, summary.rank.of, summary.rank.tied)}</td>
          <th>{t.scheme}</th>
          <td>{t.schemeValue(portrait.schemeName, portrait.schemeVersion)}</td>
        </tr>
      </tbody>
    </table>
  )
}

/** 一个月的评价:总分、参考星、雷达图与并列的数表、总分构成、失分。 */
export const PortraitBlock = ({ portrait, chainHead }: { readonly portrait: BranchPortrait; readonly chainHead: string }) => {
  const t = text.evaluation
  return (
    <>
      <Summary portrait={portrait} />
      <div className="portrait-figures">
        <figure>
          <RadarChart axes={portrait.axes} size={RADAR_MILLIMETRES * CSS_PIXELS_PER_MILLIMETRE} showMedian={portrait.axes.some((axis) => axis.median !== null)} title={t.radarTitle} />
          <figcaption>
            {t.radarTitle}（{t.ownLine} ——　{t.medianLine} - - -）
          </figcaption>
        </figure>
        <div>
          <Figures portrait={portrait} />
          {portrait.axes.every((axis) => axis.median === null) && <p className="legend-note">{t.tooFewPeers}</p>}
          <TotalLines portrait={portrait} />
        </div>
      </div>
      {portrait.vetoes.length > 0 && (
        <>
          <h4 className="subtitle">{t.vetoTitle}</h4>
          {portrait.vetoes.map((veto) => (
            <p key={veto.indicatorId}>
              {veto.name}：{veto.reason}
            </p>
          ))}
        </>
      )}
      <h4 className="subtitle">{t.lossTitle}</h4>
      {portrait.losses.length === 0 ? (
        <p>{t.noLoss}</p>
      ) : (
        <table className="small-table">
          <colgroup>
            <col style={{ width: '58mm' }} />
            <col style={{ width: '18mm' }} />
            <col />
          </colgroup>
          <thead>
            <tr>
              <th>{t.lossName}</th>
              <th>{t.lossValue}</th>
              <th>{t.lossReason}</th>
            </tr>
          </thead>
          <tbody>
            {portrait.losses.slice(0, PRINTED_LOSSES).map((loss) => (
              <tr key={loss.indicatorId}>
                <td className="text">{loss.name}</td>
                <td className="number">{loss.lost}</td>
                <td className="text">{loss.reason || (loss.state === 'zero_missing' ? t.zeroMissing : '')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="legend-note">
        {t.referenceNote}　{t.chainHead(chainHead)}
      </p>
    </>
  )
}
