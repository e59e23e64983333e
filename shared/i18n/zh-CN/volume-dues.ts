/** 册子里「党费收缴」一节的字。 */
export const volumeDuesText = {
  name: '姓名',
  standard: '月应交',
  month: (index: number) => `${index + 1}月`,
  total: '合计',
  note: '备注',
  probationary: '预备',
  exempt: '免',
  unpaid: '欠',
  elsewhere: '—',
  summary: (people: number, due: string, paid: string, handed: string) => `共 ${people} 人，全年应交 ${due} 元，已交 ${paid} 元，上交 ${handed} 元。`,
  legend: '单位：元。免为经批准免交，欠为应交未交，— 为不在本支部交，空格为还没有登记。',
  signatures: ['收缴人：', '支部书记：'],
  temporary: '临时党支部不收缴党费，党员在原支部交纳。',
} as const
