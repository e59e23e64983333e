import { writeXlsx } from 'hucre'

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗']
const GIVEN = ['建国', '敏', '志强', '洋', '卫东', '秀英', '磊', '海燕', '刚', '静', '伟', '芳', '军', '丽', '勇', '艳', '涛', '娜', '超', '霞']
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const CHECK_DIGITS = '10X98765432'

/** 第 index 人的证号:地址码为虚构,末位校验正确,互不重复。 */
export const madeIdNumber = (index: number): string => {
  const day = new Date(Date.UTC(1965, 0, 1 + (index % 11000)))
  const body = `230000${day.toISOString().slice(0, 10).replaceAll('-', '')}${String(100 + Math.floor(index / 11000) * 2 + (index % 2)).padStart(3, '0')}`
  const sum = [...body].reduce((total, digit, position) => total + Number(digit) * (WEIGHTS[position] ?? 0), 0)
  return body + CHECK_DIGITS.charAt(sum % 11)
}
const dayOf = (year: number, index: number): string => `${year}-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`

/** 造一份名册工作簿,列名与常见花名册一致;branches 给出时带「所在党支部」列。 */
export const makeRosterWorkbook = async (count: number, branches: readonly string[]): Promise<Uint8Array> => {
  const header = ['序号', '姓名', '性别', '民族', '公民身份号码', '出生日期', '学历', '人员类别', '加入党组织日期', '转为正式党员日期', '工作岗位', '手机号码', ...(branches.length > 0 ? ['所在党支部'] : [])]
  const rows = Array.from({ length: count }, (_, index) => {
    const idNumber = madeIdNumber(index)
    const joined = 1995 + (index % 25)
    return [
      index + 1,
      `${SURNAMES[index % SURNAMES.length] ?? ''}${GIVEN[Math.floor(index / SURNAMES.length) % GIVEN.length] ?? ''}`,
      Number(idNumber.charAt(16)) % 2 === 1 ? '男' : '女',
      '汉族',
      idNumber,
      `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`,
      '大学本科',
      '正式党员',
      dayOf(joined, index),
      dayOf(joined + 1, index),
      '工艺员',
      `130${String(10_000_000 + index)}`,
      ...(branches.length > 0 ? [branches[index % branches.length] ?? ''] : []),
    ]
  })
  return writeXlsx({ sheets: [{ name: '党员花名册', rows: [header, ...rows] }] })
}
