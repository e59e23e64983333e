import { writeXlsx } from 'hucre'
import { madeIdNumber } from '../roster-workbook.ts'
import { PERSON } from './canaries.ts'

const HEADER = ['姓名', '性别', '民族', '公民身份号码', '出生日期', '学历', '人员类别', '加入党组织日期', '转为正式党员日期', '手机号码', '家庭住址', '所在党支部']

/** 两百多人的名册,人人住在同一个假地址,第一个就是那个假人的名字。 */
export const rosterWithCanaries = async (branch: string): Promise<{ readonly csv: string; readonly xlsx: Uint8Array }> => {
  const rows = Array.from({ length: 260 }, (_, index) => {
    const idNumber = madeIdNumber(index)
    return [index === 0 ? PERSON.name : `王建${'甲乙丙丁戊己庚辛壬癸'.charAt(index % 10)}`, Number(idNumber.charAt(16)) % 2 === 1 ? '男' : '女', '汉族', idNumber, `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`, '大学本科', '正式党员', '2001-07-01', '2002-07-01', PERSON.mobile, PERSON.address, branch]
  })
  return { csv: [HEADER, ...rows].map((row) => row.join(',')).join('\r\n'), xlsx: await writeXlsx({ sheets: [{ name: '党员花名册', rows: [HEADER, ...rows] }] }) }
}
