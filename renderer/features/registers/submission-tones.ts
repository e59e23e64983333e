import type { SubmissionState } from '../../../shared/model/submission.ts'
import type { StateTone } from '../../components/state-tag.tsx'

export const SUBMISSION_TONES: Readonly<Record<SubmissionState, StateTone>> = { none: 'todo', submitted: 'doing', approved: 'done', returned: 'warning', reopened: 'doing' }
