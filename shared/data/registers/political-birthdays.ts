import type { RegisterDefinition } from '../../model/register.ts'
import { field } from './field.ts'

/** 政治生日活动:谁过政治生日由名册算出来,这里记怎么过的。 */
export const politicalBirthdays: RegisterDefinition = {
  key: 'political_birthdays',
  version: 1,
  name: '政治生日活动',
  note: '政治生日是入党日期。可以按月集中，入党周年当月办。',
  dayField: 'day',
  titleFields: ['people'],
  writers: 'branch',
  fields: [
    field('day', '日期', 'day', { required: true }),
    field('people', '过政治生日的党员', 'people', { required: true }),
    field('form', '形式', 'choice', { required: true, options: [['talk', '谈心'], ['oath', '重温誓词'], ['study', '学习'], ['card', '赠卡'], ['care', '关爱'], ['other', '其他']] }),
    field('place', '地点', 'line'),
    field('content', '活动情况', 'paragraphs'),
  ],
  listColumns: [
    { key: 'day', width: 12 },
    { key: 'people', width: 34 },
    { key: 'form', width: 12 },
    { key: 'content', width: 40 },
  ],
}
