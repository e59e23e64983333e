import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'
import { usePlatformForTests } from '../../renderer/platform/api.ts'

// happy-dom 没有排版:给 antd 要用的几样补上最小的替身。
class ResizeObserverStub implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
globalThis.ResizeObserver = ResizeObserverStub
window.matchMedia = (query) => ({
  matches: false,
  media: query,
  onchange: null,
  addListener: () => undefined,
  removeListener: () => undefined,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  dispatchEvent: () => false,
})
Element.prototype.scrollTo ??= () => undefined

afterEach(() => {
  cleanup()
  usePlatformForTests(null)
})
