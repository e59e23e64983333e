const REFERENCE = /^([A-Z]{1,3})([1-9]\d{0,6})$/
/** Excel 的表有这么大。 */
export const LAST_COLUMN = 16_384
export const LAST_ROW = 1_048_576

/** 「C12」→ 列号、行号(从 1 起);不合规矩为 null。 */
export const parseReference = (reference: string): { readonly row: number; readonly column: number } | null => {
  const [, letters, digits] = REFERENCE.exec(reference) ?? []
  if (letters === undefined || digits === undefined) return null
  let column = 0
  for (const letter of letters) column = column * 26 + (letter.charCodeAt(0) - 64)
  return column > LAST_COLUMN || Number(digits) > LAST_ROW ? null : { row: Number(digits), column }
}

/** 格子写的位置 → 列号;行号与所在的行不一致为 null。 */
export const readReference = (reference: string, row: number): number | null => {
  const place = parseReference(reference)
  return place?.row === row ? place.column : null
}
