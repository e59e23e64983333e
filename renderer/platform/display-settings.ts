import { create } from 'zustand'

export const TEXT_SIZES = ['normal', 'large', 'huge'] as const
export type TextSize = (typeof TEXT_SIZES)[number]

const STORAGE_KEY = 'baolei-text-size'

const remembered = (): TextSize => {
  try {
    const kept = localStorage.getItem(STORAGE_KEY)
    return TEXT_SIZES.find((size) => size === kept) ?? 'normal'
  } catch {
    // 存储被禁用时用标准字号,不影响使用。
    return 'normal'
  }
}

interface DisplaySettings {
  readonly textSize: TextSize
  chooseTextSize(size: TextSize): void
}

/** 字号:只关乎这台机器的眼睛,不进工作区。 */
export const useDisplaySettings = create<DisplaySettings>((set) => ({
  textSize: remembered(),
  chooseTextSize: (textSize) => {
    try {
      localStorage.setItem(STORAGE_KEY, textSize)
    } catch {
      // 记不住就只管这一次。
    }
    set({ textSize })
  },
}))

const SCALES: Record<TextSize, number> = { normal: 1, large: 18 / 16, huge: 20 / 16 }
/** 字放大时,按像素定的宽度(表格各列)乘上它。 */
export const useTextScale = (): number => useDisplaySettings((settings) => SCALES[settings.textSize])
