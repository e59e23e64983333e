import { describe, expect, it } from 'vitest'
import { matchNameList } from './name-list.ts'

const roster = ['王建国', '李海燕', '张伟', '王伟', '刘洋', '刘阳', '欧阳建华', '赵志强'].map((name) => ({ memberId: `m-${name}`, name }))
const twins = [...roster, { memberId: 'm-张伟二', name: '张伟' }]
/** 一行写成:定了的写名字,要选的写 名字?,没有的写 名字×。 */
const said = (text: string, people = roster): string =>
  matchNameList(text, people)
    .map(({ typed, people: found, sure }) => (found.length === 0 ? `${typed}×` : sure ? (found[0]?.name ?? '') : `${typed}?${found.length}`))
    .join(' ')

describe('粘贴的名单对到人', () => {
  it.each([
    ['一行一个', '王建国\n李海燕\r\n张伟', '王建国 李海燕 张伟'],
    ['各种分隔', '王建国、李海燕,张伟;赵志强/王伟', '王建国 李海燕 张伟 赵志强 王伟'],
    ['制表符与序号列', '1\t王建国\t男\n2\t李海燕\t女', '王建国 李海燕'],
    ['编号', '1. 王建国\n(2)李海燕\n③张伟\n四、赵志强', '王建国 李海燕 张伟 赵志强'],
    ['名字中间的空格', '张 伟\n王\u3000伟\n李 海 燕', '张伟 王伟 李海燕'],
    ['空格隔开几个人', '王建国 李海燕  张 伟 赵志强', '王建国 李海燕 张伟 赵志强'],
    ['职务与称呼', '党支部书记王建国\n李海燕同志\n组织委员:张伟', '王建国 李海燕 张伟'],
    ['标签与括号', '出席人员:王建国(书记)、李海燕(请假)', '王建国 李海燕'],
    ['连写', '王建国李海燕张伟', '王建国 李海燕 张伟'],
    ['表头不算人', '序号\t姓名\t签到\n1\t王建国\t√', '王建国'],
    ['复姓', '欧阳 建华', '欧阳建华'],
    ['不是名单上的人', '王伟民\n孙悟空', '王伟民× 孙悟空×'],
    ['全拼与首字母', 'wangjianguo\nlhy', '王建国 李海燕'],
    ['首字母对到两个人要选', 'ly', 'ly?2'],
    ['同音的错字要看一眼', '王建果', '王建果?1'],
    ['重复的只算一次', '王建国、王建国', '王建国'],
  ])('%s', (_name, text, expected) => expect(said(text)).toBe(expected))

  it('名单里有同名的两个人,要人选', () => expect(said('张伟', twins)).toBe('张伟?2'))
  it('空的、只有标点的,什么也没有', () => expect(said(' \n、, ')).toBe(''))
})
