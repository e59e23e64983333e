/**
 * 按某一天取带起止日期的行。
 *
 * 一行管到的日子:from_day 起、to_day 前(不含);起止同日的不管任何一天。每个对象最早的一行向前延伸:
 * 资料总是后来才录进来的,录入之前的日子按最早的记载看,补记旧会议、补评旧月份才有名称与名册可用。
 */

/** 只延伸最早的一行:之前再没有管得到日子的行。 */
const isFirst = (alias: string, table: string, key: string): string =>
  `NOT EXISTS (SELECT 1 FROM ${table} earlier WHERE earlier.${key} = ${alias}.${key} AND earlier.from_day < ${alias}.from_day AND (earlier.to_day IS NULL OR earlier.to_day > earlier.from_day))`

/**
 * SQL 条件:alias 这一行管不管得到 `@day`。表名、列名来自代码里的常量。
 *
 * @param key 同一对象的各行共有的列,如 member_id。
 */
export const coversDay = (alias: string, table: string, key: string): string =>
  `(${alias}.to_day IS NULL OR (${alias}.to_day > @day AND ${alias}.to_day > ${alias}.from_day)) AND (${alias}.from_day <= @day OR ${isFirst(alias, table, key)})`

/** 比任何真实日子都晚:取「最新一行」时用。 */
export const FAR_FUTURE = '9999-12-31'
/** 比任何真实日子都早。 */
export const BEGINNING = '0001-01-01'
