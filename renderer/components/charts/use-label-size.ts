import { useSyncExternalStore } from 'react'

const ORDINARY = 14
const subscribe = (listener: () => void): (() => void) => {
  const observer = new MutationObserver(listener)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-size'] })
  return () => observer.disconnect()
}
const read = (): number => Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--size-label')) || ORDINARY

/** 当前字号档下标签的像素:图里的字跟着「大」「特大」走。 */
export const useLabelSize = (): number => useSyncExternalStore(subscribe, read)
