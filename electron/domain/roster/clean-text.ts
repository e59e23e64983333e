/**
 * 收拾从表格里来的文字。半角化只动 ASCII 的全角写法:整段 NFKC 会改掉人名里的兼容汉字,不能用在姓名和正文上;
 * 证号、电话、日期只含数字字母,才用 NFKC。
 */

/**
 * 看不见的字符(F33):C0/C1 控制符(换行、制表另算)、零宽字符、改变显示方向的字符、软连字符、BOM、
 * 空白的韩文填充与盲文空格(算字母却什么也不显示,名字会像没填)、变体选择符、标签字符、非字符。
 */
// oxlint-disable-next-line no-control-regex, no-misleading-character-class -- 这里正是要去掉它们
const INVISIBLE = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}]/gu
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
/** 换行、制表与各种宽度的空格(含表意空格 U+3000、不换行空格)。 */
const SPACES = /[\s\u0085\u00a0]+/g

const halfWidth = (text: string): string => text.replaceAll(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))

export interface CleanText {
  readonly text: string
  /** 去掉过看不见的字符(值得告诉操作的人)。 */
  readonly removedInvisible: boolean
}

const withoutInvisible = (text: string): CleanText => {
  const cleaned = text.replaceAll(INVISIBLE, '').replaceAll(LONE_SURROGATE, '')
  return { text: cleaned, removedInvisible: cleaned.length !== text.length }
}

/** 一行正文:去掉看不见的字符,连续空白并成一个空格,去首尾;标点与汉字不动。 */
export const cleanLine = (raw: string): CleanText => {
  const { text, removedInvisible } = withoutInvisible(raw)
  return { text: text.replaceAll(SPACES, ' ').trim(), removedInvisible }
}

/** 证号、电话、日期这类只含数字字母的:全角变半角,空白全去掉。 */
export const cleanCode = (raw: string): CleanText => {
  const { text, removedInvisible } = withoutInvisible(raw)
  return { text: text.normalize('NFKC').replaceAll(SPACES, ''), removedInvisible }
}

/** 用来比对的键(表头、取值、支部名):半角、小写、无空白。 */
export const compareKey = (raw: string): string => withoutInvisible(raw).text.normalize('NFKC').replaceAll(SPACES, '').toLowerCase()

/** 各种写法的间隔号(少数民族姓名):统一为身份证上用的 U+00B7。 */
const MIDDLE_DOTS = /[\u00b7\u2022\u2027\u2219\u22c5\u30fb\uff65\u25cf\u2024\u0387]/g
/** 夹在两个汉字之间的句点、星点也是间隔号的误写。 */
const DOT_BETWEEN_HAN = /(?<=\p{Script=Han})[.\uff0e\u3002\u2e33](?=\p{Script=Han})/gu
const SPACE_NEAR_HAN = /(?<=[\p{Script=Han}\u00b7]) +| +(?=[\p{Script=Han}\u00b7])/gu

export interface CleanName extends CleanText {
  /** 去过姓名中间的空格,或改过间隔号。 */
  readonly changed: boolean
}

/** 姓名:两字姓名中间排版用的空格(含表意空格)去掉;拉丁字母姓名中的空格保留一个。 */
export const cleanName = (raw: string): CleanName => {
  const { text: line, removedInvisible } = cleanLine(raw)
  const text = halfWidth(line).replaceAll(SPACE_NEAR_HAN, '').replaceAll(MIDDLE_DOTS, '\u00b7').replaceAll(DOT_BETWEEN_HAN, '\u00b7').replaceAll(SPACE_NEAR_HAN, '')
  return { text, removedInvisible, changed: text !== raw.trim() }
}
