import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { reviewGrades } from '../../../shared/data/code-tables/meeting-parts.ts'
import { meetingText } from '../../../shared/i18n/zh-CN/meeting.ts'
import type { MeetingDetail } from '../../../shared/model/meeting.ts'
import { localTime } from '../../../shared/util/local-time.ts'
import { Card } from '../../components/card.tsx'

const text = meetingText.review

/** 上报到哪一步、上级怎么说;没有上报过的不占地方。 */
export const ReviewCard = ({ detail: { state, review } }: { readonly detail: MeetingDetail }) => {
  if (review.submittedAt === null && review.reviewedAt === null) return null
  const facts = [
    ...(review.submittedAt === null ? [] : [text.submittedAt(localTime(review.submittedAt))]),
    ...(review.reviewedAt === null ? [] : [text.reviewedAt(localTime(review.reviewedAt))]),
    ...(review.returnedCount === 0 ? [] : [text.returnedCount(review.returnedCount)]),
    ...(review.grade === '' ? [] : [`${text.grade} ${nameOf(reviewGrades, review.grade)}`]),
    ...(state === 'returned' && review.returnDueOn !== null ? [text.returnDue(review.returnDueOn)] : []),
  ]
  return (
    <Card title={text.title}>
      <p className="review-facts">
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {review.opinion !== '' && <p className="review-opinion">{review.opinion}</p>}
    </Card>
  )
}
