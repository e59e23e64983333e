import { expect, it } from 'vitest'
import { cleanLine, cleanParagraphs, cleanPasted } from './clean-text.ts'

it('单行:换行、制表符变空格,看不见的方向字符去掉', () => expect(cleanLine('二楼\t会议室\n北侧\u202e')).toBe('二楼 会议室 北侧'))
it('正文:换行留着', () => expect(cleanParagraphs('一\n二\u0000\u2066')).toBe('一\n二'))
it('粘贴:分段留着,成串空格与多余空行去掉,段首全角缩进不动', () => expect(cleanPasted('　　会议强调   要\u00a0抓好 \r\n\r\n\r\n\r\n二是  落实')).toBe('　　会议强调 要 抓好\n\n二是 落实'))
