/**
 * 表单里还有没认出的日期,就把光标放到那一格并返回 true:不能按上一次认出的日期悄悄存下去。
 *
 * @param form 要看的范围;null 当作没有。
 */
export const stopAtUnreadableDate = (form: Element | null): boolean => {
  const field = form?.querySelector<HTMLInputElement>('[data-unreadable] input') ?? null
  field?.focus()
  return field !== null
}
