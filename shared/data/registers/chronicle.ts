import type { RegisterDefinition } from '../../model/register.ts'
import { field } from './field.ts'

export const chronicle: RegisterDefinition = {
  key: 'chronicle',
  version: 1,
  name: '大事记',
  note: '支部一年里的大事，一事一条。',
  dayField: 'day',
  titleFields: ['matter'],
  writers: 'branch',
  fields: [field('day', '日期', 'day', { required: true }), field('matter', '事项', 'paragraphs', { required: true })],
  listColumns: [
    { key: 'day', width: 12 },
    { key: 'matter', width: 60 },
  ],
}
