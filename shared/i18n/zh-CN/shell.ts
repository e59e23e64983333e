/** 外框:顶栏、导航、状态栏。 */
export const shellText = {
  nav: { label: '主导航', home: '首页', handbook: '支部手册', members: '党员名册', organisations: '组织与支部', evaluation: '考核评价', print: '打印中心', about: '关于' },
  textSize: { label: '字号', normal: '标准', large: '大', huge: '特大' },
  workingBranch: '支部',
  sampleLabel: '数据性质',
  sample: '示例数据，可放心练习',
  dataFolder: (path: string) => `数据目录 ${path}`,
  savedAt: (time: string) => `上次保存 ${time}`,
  neverSaved: '打开后还没有改动',
  offline: '不联网',
  version: (version: string) => `版本 ${version}`,
  starting: '正在打开…',
  disconnected: '和数据程序的连接断了，正在重新接上',
  crashed: '这一页没有显示出来',
  crashedNext: '已经保存的内容都在。请回首页，再打开这一页。',
  goHome: '回首页',
  oldBrowser: (found: string) => `浏览器版本太旧（${found}），请换成 131 以上的版本再打开。`,
} as const
