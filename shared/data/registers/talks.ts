import type { RegisterDefinition } from '../../model/register.ts'
import { field } from './field.ts'

/** 谈心谈话:正文只给本支部的人看(支部工作条例第十九条;domain 2.4)。 */
export const talks: RegisterDefinition = {
  key: 'talks',
  version: 1,
  name: '谈心谈话',
  note: '支委之间、支委与党员、党员之间每年一般不少于 1 次（支部工作条例第十九条）。内容只有本支部的人看得到。',
  dayField: 'day',
  titleFields: ['talkers', 'partners'],
  writers: 'branch',
  fields: [
    field('day', '日期', 'day', { required: true }),
    field('place', '地点', 'line'),
    field('talkers', '谈话人', 'people', { required: true }),
    field('partners', '谈话对象', 'people', { required: true }),
    field('kind', '类别', 'choice', { required: true, options: [['committee', '支委之间'], ['committee_member', '支委与党员'], ['members', '党员之间'], ['special', '书记与特殊对象']] }),
    field('situation', '情形', 'choice', { options: [['post_change', '岗位变动'], ['discipline', '组织处理'], ['family', '家庭变故'], ['sign', '苗头性问题'], ['mistake', '工作失误'], ['birthday', '政治生日'], ['candidate', '发展对象'], ['election', '换届'], ['other', '其他']] }),
    field('content', '谈话内容', 'paragraphs', { required: true, ownBranchOnly: true }),
    field('suggestion', '问题和建议', 'paragraphs', { ownBranchOnly: true }),
    field('measure', '后续措施', 'paragraphs', { ownBranchOnly: true }),
  ],
  listColumns: [
    { key: 'day', width: 12 },
    { key: 'talkers', width: 14 },
    { key: 'partners', width: 20 },
    { key: 'kind', width: 14 },
    { key: 'situation', width: 12 },
    { key: 'place', width: 16 },
  ],
}
