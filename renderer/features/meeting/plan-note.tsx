import { Button } from 'antd'
import { plansText as text } from '../../../shared/i18n/zh-CN/plans.ts'
import type { MeetingDetail } from '../../../shared/model/meeting.ts'
import { useNavigation } from '../../platform/navigation.ts'

/** 这份记录照的是哪一条计划。 */
export const PlanNote = ({ detail }: { readonly detail: MeetingDetail }) => {
  const go = useNavigation((navigation) => navigation.go)
  if (detail.planTitle === '') return null
  return (
    <p className="meeting-plan">
      {text.ofMeeting(detail.planTitle)}
      <Button size="small" type="link" onClick={() => go({ screen: 'registers', register: detail.planRegister, branchId: detail.branchId })}>
        {text.look}
      </Button>
    </p>
  )
}
