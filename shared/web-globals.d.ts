// shared 与 domain 里允许使用的少数几个两端都有的全局对象;其余(window、process…)在这里不存在,用了就编译不过。
interface AbortSignal {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void
  removeEventListener(type: 'abort', listener: () => void): void
}
declare const crypto: { randomUUID(): string }
