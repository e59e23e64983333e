import type { CommonPasswords } from '../../domain/accounts/common-password.ts'
import { COMMON_WHOLE } from './whole.ts'
import { COMMON_WORDS } from './words.ts'

/** 键盘上一行行、一斜列一斜列;正着反着按都算。 */
const KEYBOARD_LINES = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1qaz', '2wsx', '3edc', '4rfv', '5tgb', '6yhn', '7ujm', '8ik', '9ol', '0p', '741', '852', '963', '147', '258', '369', '159', '357']

/** 去掉这些结尾,才是人们说的简称。长的在前。 */
const UNIT_ENDINGS = ['股份有限公司', '有限责任公司', '集团有限公司', '有限公司', '总支部委员会', '支部委员会', '委员会', '党总支', '党支部', '党委', '集团', '公司', '总厂', '分厂', '总支', '支部', '机关', '中共']

export const commonPasswords: CommonPasswords = { whole: new Set(COMMON_WHOLE), words: new Set(COMMON_WORDS), keyboardLines: KEYBOARD_LINES, unitEndings: UNIT_ENDINGS }
