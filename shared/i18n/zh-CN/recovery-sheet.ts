const dayWords = (day: string): string => {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${year}年${Number(month)}月${Number(date)}日`
}

/** 恢复单打印页上的文字。 */
export const recoverySheetText = {
  documentTitle: (unit: string) => `${unit} 恢复单`,
  title: '数据恢复单',
  number: (number: number, of: number) => (of === 1 ? '共 1 张' : `第 ${number} 张（共 ${of} 张）`),
  unit: '单　　位',
  printedOn: '印制日期',
  printedOnValue: dayWords,
  codeTitle: '恢复码',
  codeNote: '每组四个字，组上的小字是第几组。没有数字 1（开头那个除外）和字母 B、I、O。',
  qrNote: '二维码里是同一个恢复码',
  purposeTitle: '这张单子做什么用',
  purpose: [
    '忘记口令、使用人全部离开、口令的钥匙文件损坏时，凭恢复码可以给任一使用人重设口令，打开全部数据。',
    '没有口令，也没有恢复单，数据就再也打不开，任何人都没有办法。',
  ],
  stepsTitle: '怎样使用',
  steps: ['在登录页点“忘记口令”，照着把恢复码打进去，写上使用人和新口令。空格、大小写不用管；抄错了程序会指出是第几组。', '用过之后请重新生成恢复码、另印新单，旧单随即作废。'],
  keepTitle: '怎样保管',
  keep: ['装入信封，封口处签字或盖章，放进保险柜或机要柜，不与电脑放在一处。', '不拍照、不复印、不存电子版。谁拿到它，谁就能打开全部数据。', '有两张的，分两处、由两个人保管，一张就够用。'],
  sign: ['封存人', '见证人', '保管人', '保管地点', '封存日期'],
  fileName: (unit: string, day: string) => `恢复单_${unit}_${day.replaceAll('-', '')}.pdf`,
} as const
