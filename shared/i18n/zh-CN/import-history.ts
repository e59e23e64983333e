import type { ImportCounts } from '../../model/roster-import.ts'

/** 导入记录。 */
export const importHistoryText = {
  title: '导入记录',
  columns: { at: '时间', kind: '导入什么', file: '文件', owner: '组织', by: '经手人', counts: '写入', state: '撤销' },
  counts: (written: number, { new: added, changed, refused, same }: ImportCounts) => [`写入 ${written} 行`, added > 0 ? `新增 ${added}` : '', changed > 0 ? `改动 ${changed}` : '', same > 0 ? `没变 ${same}` : '', refused > 0 ? `没导入 ${refused}` : ''].filter((part) => part !== '').join('，'),
  undo: '撤销这次导入',
  question: (what: string) => `撤销“${what}”这次导入？`,
  consequence: '改过的各条回到导入之前的样子，新增的拿掉（党员进回收站，可以取回）。之后有人改过其中任何一条，就不能整批撤销。',
  undone: (by: string, at: string) => `${by} 于 ${at} 撤销`,
  done: (restored: number, removed: number) => `已撤销：${restored} 条改回，${removed} 条拿掉`,
  empty: '还没有导入过',
  toImport: '去导入',
} as const
