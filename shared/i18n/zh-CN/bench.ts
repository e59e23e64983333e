/** 性能测量打印的名称与说明。 */
export const benchText = {
  coldStart: '冷启动到首屏可用(本机网页外壳)',
  coldStartNote: '五次中位数：从起进程到首页的待办表出现，浏览器已开着',
  roundTrip: '一次调用往返(WebSocket,中位)',
  roundTripNote: (calls: number) => `${calls} 次调用的中位数`,
  import: '导入 10000 行名册(预览加写入)',
  importNote: (check: number, write: number) => `读文件和逐行核对 ${check} 秒，一次事务写入 ${write} 秒`,
  importMemory: '导入 10000 行名册的常驻内存',
  importMemoryNote: '单独进程，含读文件的线程和造测试文件',
  importBlock: '导入核对时最长占住核心线程',
  importBlockNote: '核心在工作线程里，窗口主线程不受影响',
  scoring: '评分 1000 个支部 x 30 项指标',
  scoringNote: '精确分数运算，不含读库',
  printing: '手册 PDF(每 60 页)',
  printingNote: (pages: number, total: number) => `实测 ${pages} 页用时 ${total} 秒，两遍打印`,
  over: '超出预算',
  within: '在预算内',
} as const
