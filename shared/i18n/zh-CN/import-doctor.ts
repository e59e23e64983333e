import type { ImportKind } from '../../model/roster-import.ts'

/** 导入:涂色的表、模板、历史。 */
export const importDoctorText = {
  markedName: (fileName: string) => `${fileName.replace(/\.[^.]*$/, '')}（已标出）.xlsx`,
  kinds: { organisations: '党组织', members: '党员名册', candidates: '发展党员', dues: '党费' } satisfies Readonly<Record<ImportKind, string>>,
  template: {
    fileName: (kind: string) => `导入模板-${kind}.xlsx`,
    title: (kind: string) => `${kind}导入模板`,
    note: '从示例下一行起填写，示例不会被导入。带星号的必填。日期写 2015-07-01 或 2015-07；身份证号、电话按文字填。',
    codes: '可选的值',
    exampleMark: '示例',
    badTitle: '不在可选的值里',
    badMessage: '请从下拉里选；确有别的写法也可以照写，导入时会核对。',
  },
} as const
