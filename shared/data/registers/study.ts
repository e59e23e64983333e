import type { RegisterDefinition } from '../../model/register.ts'
import { field } from './field.ts'

/** 学习培训:会议之外的学习、培训、补学;会上的学时由会议记录算,不在这里重复登记。 */
export const study: RegisterDefinition = {
  key: 'study',
  version: 1,
  name: '学习培训',
  note: '会议之外的集中培训、自学、补学。党员每年集中学习培训不少于 32 学时，书记和班子成员不少于 56 学时。会上的学时按会议记录自动算。',
  dayField: 'day',
  titleFields: ['subject'],
  writers: 'both',
  fields: [
    field('day', '日期', 'day', { required: true }),
    field('subject', '学习内容', 'line', { required: true }),
    field('category', '类别', 'choice', { required: true, options: [['theory', '党的创新理论'], ['rules', '党章党规党纪'], ['speeches', '重要讲话和文件'], ['work', '业务知识和技能'], ['other', '其他']] }),
    field('organiser', '举办单位', 'line'),
    field('people', '参加人', 'people', { required: true }),
    field('hours', '每人学时', 'decimal', { required: true, hint: '脱产培训每天一般按 8 学时，半天按 4 学时' }),
    field('isCentral', '县级以上集中培训', 'flag'),
    field('isMakeUp', '补学', 'flag', { hint: '缺席会议的补学，写明补哪一次' }),
    field('makeUpOf', '补哪一次', 'line'),
  ],
  listColumns: [
    { key: 'day', width: 12 },
    { key: 'subject', width: 34 },
    { key: 'category', width: 14 },
    { key: 'people', width: 30 },
    { key: 'hours', width: 8 },
    { key: 'isMakeUp', width: 8 },
  ],
}
