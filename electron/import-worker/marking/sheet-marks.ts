/** 要涂色、写批注的一格。 */
export interface SheetMark {
  /** 工作表名,与读的时候给出的一样。 */
  readonly sheet: string
  /** Excel 行号(从 1 起)。 */
  readonly row: number
  /** 列号(从 0 起)。 */
  readonly column: number
  readonly severity: 'refuse' | 'warn'
  readonly message: string
}
/** 底色:不能导入的浅红,请核对的浅黄。 */
export const FILL_COLOURS = { refuse: 'FFFFC7CE', warn: 'FFFFEB9C' } as const

/** 0 → A,26 → AA。 */
export const columnLetters = (column: number): string => {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

/** 同一格的几条并成一条,重的为准。 */
export const mergeMarks = (marks: readonly SheetMark[]): readonly SheetMark[] => {
  const byCell = new Map<string, SheetMark>()
  for (const mark of marks) {
    const key = `${mark.row} ${mark.column} ${mark.sheet}`
    const other = byCell.get(key)
    byCell.set(key, other === undefined ? mark : { ...mark, severity: other.severity === 'refuse' || mark.severity === 'refuse' ? 'refuse' : 'warn', message: `${other.message}\n${mark.message}` })
  }
  return [...byCell.values()].toSorted((one, other) => one.row - other.row || one.column - other.column)
}
