/** 一级一级地缩;最小的一级 9 磅字约合 6 磅,还认得出。 */
const LEVELS = [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.65] as const

/** 一面排不下的,字和行高一起缩一级再看。缩到底还排不下的往下一页流,一行也不截掉;页数多出来,核心就不交这份文件。 */
export const fitSides = (root: ParentNode): void => {
  for (const side of root.querySelectorAll<HTMLElement>('.form-side')) {
    const fits = LEVELS.some((level) => {
      side.style.setProperty('--fit', String(level))
      return side.scrollHeight <= side.clientHeight
    })
    if (!fits) side.classList.add('form-side-long')
  }
}
