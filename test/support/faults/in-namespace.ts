/**
 * 包在命令外面:在自己的挂载空间里,`place` 处挂一块 `size` 大的内存盘,把 `source` 拷进去,
 * 跑完命令再把里面的拷到 `result`(挂载空间一结束,盘就没了)。
 *
 * @param before 跑命令之前再做的事(如改成只读),`$place` 是盘的位置。
 */
export const onSmallDisk = ({ place, size, source, result, before = ':' }: { readonly place: string; readonly size: string; readonly source: string; readonly result: string; readonly before?: string }): readonly string[] => [
  'unshare',
  '-rm',
  'sh',
  '-c',
  `set -e; place=$1; mount -t tmpfs -o size=${size} none "$place"; cp -r "$2"/. "$place"/; result=$3; ${before}; shift 3; set +e; "$@"; cp -r "$place"/. "$result"/`,
  'sh',
  place,
  source,
  result,
]
