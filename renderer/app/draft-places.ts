import type { Place } from '../platform/navigation.ts'
import type { UnfinishedDraft } from '../components/kept-drafts.ts'

/** 草稿的名字说得出是哪条记录:直接打开它,不停在列表上。 */
export const placeOfDraft = ({ key, place }: UnfinishedDraft<Place>): Place => {
  const [kind, id = ''] = key.split(':')
  if (kind === 'meeting') return { screen: 'meeting', meetingId: id }
  if (kind === 'member' && id !== '' && id !== 'new') return { screen: 'members', memberId: id }
  if ((kind === 'organisation' || kind === 'posts') && id !== '') return { screen: 'organisations', organisationId: id }
  if (kind === 'scheme') return { screen: 'scheme', schemeId: id }
  return place
}
