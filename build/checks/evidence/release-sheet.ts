const ITEM = /^### (R\d\d) (.+)$/
/** 每一项都要有的几行。 */
const LINES = ['- 步骤:', '- 应当看到:', '- 日期 ____ 姓名 ____ 结果 □过 □不过']

/** 发布核对单:编号从 R01 起不断不重,每一项都有步骤、应当看到的、填写的格子。 */
export const releaseSheetProblems = (text: string): readonly string[] => {
  const items: { readonly number: string; readonly lines: string[] }[] = []
  for (const line of text.split('\n')) {
    const number = ITEM.exec(line)?.[1]
    if (number !== undefined) items.push({ number, lines: [] })
    else if (line.startsWith('## ')) items.push({ number: '', lines: [] })
    else items.at(-1)?.lines.push(line)
  }
  const numbered = items.filter(({ number }) => number !== '')
  if (numbered.length === 0) return ['核对单一项也没有']
  return numbered.flatMap(({ number, lines }, index) => {
    const wanted = `R${String(index + 1).padStart(2, '0')}`
    return [...(number === wanted ? [] : [`核对单的 ${number} 应为 ${wanted}`]), ...LINES.filter((start) => !lines.some((line) => line.startsWith(start) && (start.startsWith('- 日期') || line.length > start.length))).map((start) => `核对单 ${number} 缺「${start.slice(2)}」`)]
  })
}

/** 别的文档里提到的「核对单 R12」,单子里要真有。 */
export const sheetReferenceProblems = (text: string, sheet: string): readonly string[] => {
  const known = new Set(Array.from(sheet.matchAll(/^### (R\d\d) /gm), ([, number = '']) => number))
  return Array.from(text.matchAll(/核对单 (R\d\d)/g), ([, number = '']) => number).filter((number) => !known.has(number)).map((number) => `核对单里没有 ${number}`)
}
