/**
 * 自己照标准(GB/T 18284、ISO/IEC 18004)读一个二维码,不用造它的那个库:印出来的码,别的软件也要扫得出同样的字。
 * 只认得恢复单用得到的几种大小(第 3 至 5 版,纠错 M、Q),不纠错:刚印出来的一个点都不该错。
 */
type Grid = readonly (readonly boolean[])[]

const LEVELS = ['M', 'L', 'H', 'Q'] as const
/** 版本与纠错 → 几块、每块几个数据字节。 */
const BLOCKS: Readonly<Record<string, readonly [blocks: number, bytes: number]>> = { '3M': [1, 44], '4M': [2, 32], '5M': [2, 43], '3Q': [2, 17], '4Q': [2, 24] }
const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
]

const at = (grid: Grid, x: number, y: number): boolean => grid[y]?.[x] ?? false

const readFormat = (grid: Grid): { readonly level: string; readonly mask: number } => {
  const places = [...Array.from({ length: 6 }, (_, index) => [8, index]), [8, 7], [8, 8], [7, 8], ...Array.from({ length: 6 }, (_, index) => [5 - index, 8])] as [number, number][]
  const bits = places.reduce((sum, [x, y], index) => sum | (at(grid, x, y) ? 1 << index : 0), 0) ^ 0x5412
  return { level: LEVELS[bits >> 13] ?? '', mask: (bits >> 10) & 7 }
}

const isFunction = (size: number, x: number, y: number): boolean => {
  const inFinder = (x <= 8 && y <= 8) || (x >= size - 8 && y <= 8) || (x <= 8 && y >= size - 8)
  const aligned = size - 7
  return inFinder || x === 6 || y === 6 || (Math.abs(x - aligned) <= 2 && Math.abs(y - aligned) <= 2)
}

const readBytes = (grid: Grid, mask: number): number[] => {
  const size = grid.length
  const bits: boolean[] = []
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step++) {
      const y = ((right + 1) & 2) === 0 ? size - 1 - step : step
      for (const x of [right, right - 1]) if (!isFunction(size, x, y)) bits.push(at(grid, x, y) !== (MASKS[mask]?.(x, y) ?? false))
    }
  }
  return Array.from({ length: Math.floor(bits.length / 8) }, (_, index) => bits.slice(index * 8, index * 8 + 8).reduce((sum, bit) => sum * 2 + (bit ? 1 : 0), 0))
}

/** @param grid 不带四周留白;真为黑。 */
export const readQr = (grid: Grid): string => {
  const version = (grid.length - 17) / 4
  const { level, mask } = readFormat(grid)
  const blocks = BLOCKS[`${version}${level}`]
  if (blocks === undefined) throw new Error(`unsupported code ${version}${level}`)
  const [count, length] = blocks
  const raw = readBytes(grid, mask)
  const bytes = Array.from({ length: count * length }, (_, index) => raw[(index % length) * count + Math.floor(index / length)] ?? 0)
  const bits = bytes.flatMap((byte) => Array.from({ length: 8 }, (_, index) => (byte >> (7 - index)) & 1))
  let place = 0
  const take = (wanted: number): number => bits.slice(place, (place += wanted)).reduce((sum, bit) => sum * 2 + bit, 0)
  const mode = take(4)
  if (mode === 4) return String.fromCharCode(...Array.from({ length: take(8) }, () => take(8)))
  if (mode !== 2) throw new Error(`unsupported mode ${mode}`)
  let left = take(9)
  let text = ''
  for (; left >= 2; left -= 2) {
    const pair = take(11)
    text += `${ALPHANUMERIC[Math.floor(pair / 45)] ?? ''}${ALPHANUMERIC[pair % 45] ?? ''}`
  }
  return left === 1 ? text + (ALPHANUMERIC[take(6)] ?? '') : text
}
