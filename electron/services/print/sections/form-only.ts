import type { SectionKey } from '../../../../shared/model/volume-sections.ts'
import { formOnlyText, type FormOnlyKey } from '../../../../shared/i18n/zh-CN/volume-forms.ts'
import { tableSection, type SectionFactory } from './section.ts'

/**
 * 还没有登记簿的节:只有供手写的空白表,不进装订的册子(没有内容可印,也不冒充「无」)。
 * 哪一节有了登记簿,就写自己的定义,从这里去掉。
 */
const formOnly =
  (key: FormOnlyKey): SectionFactory =>
  () => {
    const { columns, rowHeight, rotated } = formOnlyText[key]
    return { ...tableSection({ key: key satisfies SectionKey, whenEmpty: 'omit', columns, ...(rowHeight === undefined ? {} : { rowHeight, blankRows: Math.floor(210 / rowHeight) - 1 }), ...(rotated === undefined ? {} : { rotated }), rows: () => [] }) }
  }

export const formOnlySections: readonly SectionFactory[] = (Object.keys(formOnlyText) as FormOnlyKey[]).map(formOnly)
