import type { RegisterDefinition } from '../../model/register.ts'
import { field } from './field.ts'

/** 上级检查指导:要整改的自动立为督办事项(domain 3.3)。 */
export const inspections: RegisterDefinition = {
  key: 'inspections',
  version: 1,
  name: '上级检查指导',
  note: '上级来检查、指导一次记一条；写了整改要求的自动进督办事项，跟到销号。',
  dayField: 'day',
  titleFields: ['unit', 'content'],
  writers: 'both',
  fields: [
    field('day', '检查日期', 'day', { required: true }),
    field('unit', '检查单位', 'line', { required: true }),
    field('inspectors', '检查人', 'people'),
    field('content', '检查内容', 'line', { required: true }),
    field('problems', '发现的问题', 'paragraphs'),
    field('requirement', '整改要求', 'paragraphs', { hint: '写了就进督办事项' }),
    field('owner', '整改责任人', 'people'),
    field('dueOn', '整改期限', 'day'),
    field('recheck', '复查情况', 'paragraphs'),
  ],
  listColumns: [
    { key: 'day', width: 12 },
    { key: 'unit', width: 24 },
    { key: 'content', width: 28 },
    { key: 'problems', width: 34 },
    { key: 'dueOn', width: 12 },
  ],
}
