/** 导出的党员名册。 */
export const rosterExportText = {
  fileName: (day: string, full: boolean) => `党员名册-${day.replaceAll('-', '')}${full ? '-含敏感项' : ''}.xlsx`,
  sheet: '党员名册',
  title: (unit: string) => `${unit}　党员名册`,
  note: (who: string, when: string, purpose: string, count: number) => `${who} 于 ${when} 导出，共 ${count} 人，用途：${purpose}`,
  full: '本表含身份证号、电话、住址，仅限上述用途，用后销毁。',
  masked: '身份证号、电话、住址已遮住。',
  asOf: (day: string) => `截至 ${day} 的名册`,
  order: '序号',
  dialog: {
    open: '导出名册',
    title: '导出名册',
    purpose: '用途',
    purposes: ['上报上级', '填报材料', '核对信息', '其他工作需要'],
    kind: '敏感项',
    masked: '遮住身份证号、电话',
    full: '不遮（要口令和理由）',
    note: '按现在的筛选导出为 Excel 表格，会记下是谁、什么时候、为什么导出的。',
    confirm: '导出',
    done: (rows: number) => `导出了 ${rows} 人`,
  },
} as const
