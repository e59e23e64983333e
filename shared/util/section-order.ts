import { SECTION_KEYS, type SectionChoice, type SectionKey } from '../model/volume-sections.ts'

/**
 * 单位排定的先后:列出的照列出的;没列出的(存下以后才有的新节)插在缺省次序里它前面那一节之后。
 */
export const orderedSections = ({ order, off }: SectionChoice): readonly { readonly key: SectionKey; readonly on: boolean }[] => {
  const placed: SectionKey[] = [...new Set(order)]
  for (const [index, key] of SECTION_KEYS.entries()) {
    if (placed.includes(key)) continue
    const before = SECTION_KEYS.slice(0, index).findLast((other) => placed.includes(other))
    placed.splice(before === undefined ? 0 : placed.indexOf(before) + 1, 0, key)
  }
  return placed.map((key) => ({ key, on: !off.includes(key) }))
}
