import type { CustomKind } from '../../model/custom-field.ts'

/** 自定义项目。 */
export const customFieldsText = {
  title: '自定义项目',
  note: '名册里没有的项目，在这里加上，不用编程。填表、列表、筛选、批量修改、导入导出和打印都用得上；导入时列名就是项目名称。',
  add: '新增项目',
  edit: '修改',
  retire: '停用',
  restore: '恢复使用',
  empty: '还没有自定义项目。例如：党费扣缴方式、志愿者编号、是否退役军人。',
  table: '自定义项目',
  columns: { name: '名称', kind: '类型', choices: '可选的值', used: '填了的人数', state: '状态', actions: '操作' },
  kinds: { text: '文字', number: '数', date: '日期', choice: '从几个里选' } satisfies Record<CustomKind, string> as Record<CustomKind, string>,
  states: { used: '在用', retired: '已停用' },
  dialog: { addTitle: '新增自定义项目', editTitle: (name: string) => `修改“${name}”`, name: '名称', kind: '类型', choices: '可选的值', choicesNote: '一行一个，至少两个', confirmAdd: '加上这一项', confirmEdit: '照这样改' },
  retireTitle: (name: string) => `停用“${name}”？`,
  retireNote: (used: number) => `${used} 人填过的值留着，恢复使用后还在。`,
  done: '已经改好',
} as const
