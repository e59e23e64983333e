import { developmentText as text } from '../../../shared/i18n/zh-CN/development.ts'
import type { StepStanding } from '../../../shared/model/development.ts'
import { StateTag, type StateTone } from '../../components/state-tag.tsx'

const TONES: Readonly<Record<StepStanding, StateTone>> = { later: 'not_applicable', blocked: 'locked', doing: 'doing', warning: 'warning', overdue: 'overdue', review: 'returned', done: 'done' }

/** 一步的状态:图标加文字。 */
export const StandingTag = ({ standing }: { readonly standing: StepStanding }) => <StateTag tone={TONES[standing]} word={text.standings[standing]} />
