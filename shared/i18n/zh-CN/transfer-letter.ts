const dayWords = (day: string | null): string => (day === null ? '　　　年　　月　　日' : `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`)

/** 组织关系介绍信的打印文字(三联)。 */
export const transferLetterText = {
  documentTitle: (name: string, number: string) => `党员组织关系介绍信 ${number}（${name}）`,
  fileName: (number: string, day: string) => `介绍信-${number}-${day.replaceAll('-', '')}.pdf`,
  stubTitle: '中国共产党党员组织关系介绍信存根',
  letterTitle: '中国共产党党员组织关系介绍信',
  receiptTitle: '中国共产党党员组织关系介绍信回执联',
  number: (number: string) => `第 ${number} 号`,
  stub: (name: string, type: string, from: string, to: string) => `${name}同志系${type}，组织关系由 ${from} 转到 ${to}。`,
  to: (title: string) => `${title === '' ? '　　　　　　　　' : title}：`,
  body: (name: string, gender: string, age: number | null, ethnicity: string, type: string, idNumber: string, from: string, to: string) =>
    `${[`${name}同志`, gender, age === null ? '' : `${age} 岁`, ethnicity].filter((part) => part !== '').join('，')}，系中共${type}，身份证号码 ${idNumber === '' ? '　　　　　　　　　　　　　　　　　　' : idNumber}，由 ${from} 去 ${to}，请转接组织关系。`,
  dues: (month: string | null) => (month === null ? '该同志党费已交到　　　年　　月。' : `该同志党费已交到 ${month.slice(0, 4)}年${Number(month.slice(5))}月。`),
  validity: (days: number, until: string) => `有效期 ${days} 天${until === '' ? '' : `（至 ${dayWords(until)}）`}。`,
  day: dayWords,
  blankDay: '　　　年　　月　　日',
  handler: (name: string) => `经办人：${name}`,
  contact: (mobile: string) => `党员联系电话：${mobile}`,
  receipt: (name: string) => `${name}同志的党员组织关系已转达我处，特此回复。`,
  receiptSign: '（接收党组织盖章）　　　　经办人：　　　　　　电话：　　　　　　　',
  receiptNote: '回执联由接收党员组织关系的基层党委在接收后一个月内寄回或电子传回介绍信开出单位。',
  cut: (number: string) => `………… 骑缝 第 ${number} 号 …………`,
} as const
