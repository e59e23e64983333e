import type { CustomKind } from '../../../shared/model/custom-field.ts'

/** 示例的自定义项目;values 按名册次序轮着填,空串为没填。 */
export const sampleCustomFields: readonly { readonly name: string; readonly kind: CustomKind; readonly choices: readonly string[]; readonly values: readonly string[] }[] = [
  { name: '岗区队', kind: 'choice', choices: ['示范岗', '责任区', '突击队'], values: ['示范岗', '责任区', '', '突击队', '责任区'] },
  { name: '志愿服务小时', kind: 'number', choices: [], values: ['12', '8', '20', '', '6.5', '15'] },
  { name: '特长', kind: 'text', choices: [], values: ['', '摄影', '', '书法', '', '', '羽毛球'] },
]
/** 第一个支部里名册第几位有照片。 */
export const samplePhotoPositions: readonly number[] = [0, 1, 2, 3, 5, 8]
export const sampleScan = '示例扫描件.png'
