import type { CodeTable } from './code-table.ts'

/** 学历 GB/T 4658。大类码(10、20…)与细码都收;common 为真的是选择框里先列的常用项。 */
export const educations = [
  { code: '10', name: '研究生', common: true },
  { code: '11', name: '博士研究生毕业', shortName: '研究生', common: false },
  { code: '12', name: '博士研究生结业', shortName: '研究生', common: false },
  { code: '13', name: '博士研究生肄业', shortName: '研究生', common: false },
  { code: '14', name: '硕士研究生毕业', shortName: '研究生', common: false },
  { code: '15', name: '硕士研究生结业', shortName: '研究生', common: false },
  { code: '16', name: '硕士研究生肄业', shortName: '研究生', common: false },
  { code: '17', name: '研究生班毕业', shortName: '研究生', common: false },
  { code: '18', name: '研究生班结业', shortName: '研究生', common: false },
  { code: '19', name: '研究生班肄业', shortName: '研究生', common: false },
  { code: '20', name: '大学本科', common: true },
  { code: '21', name: '大学本科毕业', shortName: '大学本科', common: false },
  { code: '22', name: '大学本科结业', shortName: '大学本科', common: false },
  { code: '23', name: '大学本科肄业', shortName: '大学本科', common: false },
  { code: '28', name: '大学普通班毕业', shortName: '大学普通班', common: false },
  { code: '30', name: '大学专科', common: true },
  { code: '31', name: '大学专科毕业', shortName: '大学专科', common: false },
  { code: '32', name: '大学专科结业', shortName: '大学专科', common: false },
  { code: '33', name: '大学专科肄业', shortName: '大学专科', common: false },
  { code: '40', name: '中等职业教育', shortName: '中职', common: true },
  { code: '41', name: '中等专科毕业', shortName: '中专', common: true },
  { code: '42', name: '中等专科结业', shortName: '中专', common: false },
  { code: '43', name: '中等专科肄业', shortName: '中专', common: false },
  { code: '44', name: '职业高中毕业', shortName: '职高', common: true },
  { code: '45', name: '职业高中结业', shortName: '职高', common: false },
  { code: '46', name: '职业高中肄业', shortName: '职高', common: false },
  { code: '47', name: '技工学校毕业', shortName: '技校', common: true },
  { code: '48', name: '技工学校结业', shortName: '技校', common: false },
  { code: '49', name: '技工学校肄业', shortName: '技校', common: false },
  { code: '60', name: '普通高中', shortName: '高中', common: true },
  { code: '61', name: '普通高中毕业', shortName: '高中', common: false },
  { code: '62', name: '普通高中结业', shortName: '高中', common: false },
  { code: '63', name: '普通高中肄业', shortName: '高中', common: false },
  { code: '70', name: '初中', common: true },
  { code: '71', name: '初中毕业', shortName: '初中', common: false },
  { code: '73', name: '初中肄业', shortName: '初中', common: false },
  { code: '80', name: '小学', common: true },
  { code: '81', name: '小学毕业', shortName: '小学', common: false },
  { code: '83', name: '小学肄业', shortName: '小学', common: false },
  { code: '90', name: '其他', common: true },
] as const satisfies readonly (CodeTable[number] & { readonly common: boolean })[]

const LAST_OF_JUNIOR_COLLEGE = 39

/** 是否大专及以上;未填不算。 */
export const isJuniorCollegeOrAbove = (code: string): boolean => code !== '' && Number(code) <= LAST_OF_JUNIOR_COLLEGE
