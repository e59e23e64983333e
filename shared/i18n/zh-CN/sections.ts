/** 一个导航入口下面各页的名称。 */
export const sectionsText = {
  label: '分页',
  handbook: { handbook: '手册总览', registers: '登记簿', 'first-topics': '第一议题', 'month-agenda': '本月日历', completeness: '记录齐不齐', 'follow-ups': '督办事项', 'norm-decisions': '免除和解锁' },
  members: { members: '名册', development: '发展党员', transfers: '进出登记', care: '关怀和奖惩', 'member-structure': '结构', 'custom-fields': '自定义项目', dues: '党费', import: '导入', 'import-history': '导入记录' },
  organisations: {
    organisations: '组织树',
    'organisation-events': '沿革',
    terms: '换届和任期',
    contacts: '联系和任职',
    health: '健康检查',
    coverage: '组织覆盖',
    norms: '规则和数字',
    'work-calendar': '工作日历',
  },
  evaluation: { evaluation: '月评价', standings: '季度和年度', periods: '评价期', appeals: '申诉和更正', schemes: '考核方案' },
} as const
