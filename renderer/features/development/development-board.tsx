import { developmentStages } from '../../../shared/data/code-tables/development-steps.ts'
import { developmentText as text } from '../../../shared/i18n/zh-CN/development.ts'
import type { DevelopmentRow } from '../../../shared/model/development.ts'
import { byUrgency, dayWord, reasonWord, stepWord } from './board-rows.ts'
import { StandingTag } from './standing-tag.tsx'

interface BoardProps {
  readonly rows: readonly DevelopmentRow[]
  readonly withBranch: boolean
  readonly onOpen: (id: string) => void
}

const PersonCard = ({ row, withBranch, onOpen }: { readonly row: DevelopmentRow; readonly withBranch: boolean; readonly onOpen: (id: string) => void }) => (
  <li>
    <button type="button" className="development-card" data-standing={row.standing} onClick={() => onOpen(row.id)}>
      <span className="development-card-head">
        <strong>{row.name}</strong>
        <StandingTag standing={row.standing} />
      </span>
      {withBranch && <span className="meta">{row.branchName}</span>}
      <span>{stepWord(row)}</span>
      <span className="meta">{dayWord(row)}</span>
      {row.standing === 'blocked' && <span className="development-reason">{reasonWord(row)}</span>}
    </button>
  </li>
)

/** 看板:五个阶段五列,每列逾期的在前。 */
export const DevelopmentBoard = ({ rows, withBranch, onOpen }: BoardProps) => (
  <div className="development-board">
    {developmentStages.map((stage) => {
      const own = rows.filter((row) => row.stage === stage.code).toSorted(byUrgency)
      return (
        <section key={stage.code} aria-label={stage.name}>
          <h2 title={stage.name}>{text.stageCount(stage.shortName, own.length)}</h2>
          <ul>
            {own.map((row) => (
              <PersonCard key={row.id} row={row} withBranch={withBranch} onOpen={onOpen} />
            ))}
          </ul>
        </section>
      )
    })}
  </div>
)
