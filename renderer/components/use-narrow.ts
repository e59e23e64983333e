import { useSyncExternalStore } from 'react'

const QUERY = '(max-width: 1239px)'
const subscribe = (listener: () => void): (() => void) => {
  const list = window.matchMedia(QUERY)
  list.addEventListener('change', listener)
  return () => list.removeEventListener('change', listener)
}

/** 窄于 1240 像素:提示栏收进抽屉,正文用满宽度。 */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => window.matchMedia(QUERY).matches)
