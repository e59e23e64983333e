/** 党员照片与党籍状态的变更。 */
export const memberPhotoText = {
  label: '照片',
  has: '有照片，平时遮着',
  none: '还没有照片',
  look: '看一眼',
  lookTitle: '看一眼照片',
  hide: '遮住',
  left: (seconds: number) => `${seconds} 秒后遮住`,
  choose: '选照片…',
  change: '换照片…',
  remove: '去掉照片',
  removeQuestion: '去掉这张照片？',
  alt: (name: string) => `${name}的照片`,
  note: '选 JPEG 或 PNG；自动裁成证件照大小，加密存放。',
  saved: '照片已存好',
  removed: '照片已去掉',
} as const

export const memberStateText = {
  open: '变更党籍状态',
  title: (name: string) => `变更${name}的党籍状态`,
  state: '改为',
  day: '自哪天起',
  document: '文号',
  documentHint: '批准文件的编号，没有可空着',
  note: '停止、开除、出党、去世的，从那天起不在名册上，从前的日子还在。',
  confirm: '变更',
  done: '党籍状态已变更',
  history: '党籍状态的先后',
  transferredOut: (day: string, to: string) => `已转出（${day} 起${to === '' ? '' : `，转往 ${to}`}）`,
  line: (state: string, from: string, to: string, document: string) => `${state}：${from === '' ? '起初' : from} 至 ${to === '' ? '今' : to}${document === '' ? '' : `，${document}`}`,
} as const
