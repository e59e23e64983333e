/** 恢复单打印页的数据:一码一张。只在打印时经过,不存。 */
export interface RecoverySheetPrintModel {
  readonly unitName: string
  /** 印的那一天,`YYYY-MM-DD`。 */
  readonly printedOn: string
  readonly sheets: readonly {
    /** 第几张,从 1 起;与钥匙文件夹里的 `recovery-1`、`recovery-2` 对应。 */
    readonly number: number
    /** 这个工作区一共有几张。 */
    readonly of: number
    /** 恢复码,二维码里就是它。 */
    readonly code: string
    /** 分好的组;第几组与输入时指出的「第几组抄错」一致。 */
    readonly groups: readonly string[]
  }[]
}
