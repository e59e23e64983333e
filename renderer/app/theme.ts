import type { ThemeConfig } from 'antd'
import type { TextSize } from '../platform/display-settings.ts'

const BODY: Record<TextSize, number> = { normal: 16, large: 18, huge: 20 }
const CONTROL: Record<TextSize, number> = { normal: 36, large: 44, huge: 44 }
const ROW_PADDING: Record<TextSize, number> = { normal: 7, large: 9, huge: 8 }

/** antd 的主题,值与 styles/tokens.css 一致;字号三档。样式表是静态的(zeroRuntime),只有变量随设置变。 */
export const themeOf = (size: TextSize): ThemeConfig => ({
  zeroRuntime: true,
  hashed: false,
  token: {
    fontFamily: 'var(--font)',
    fontSize: BODY[size],
    fontSizeSM: BODY[size] - 2,
    controlHeight: CONTROL[size],
    controlHeightSM: size === 'normal' ? 32 : 40,
    colorPrimary: '#b3181d',
    colorPrimaryHover: '#97141a',
    colorPrimaryActive: '#7e1015',
    colorError: '#a3120f',
    colorErrorHover: '#7e1015',
    colorWarning: '#7d4e00',
    colorSuccess: '#1b6b40',
    colorInfo: '#0b56a3',
    colorLink: '#0b56a3',
    colorLinkHover: '#08417c',
    colorLinkActive: '#08417c',
    colorText: '#1f1b16',
    colorTextSecondary: '#4a443c',
    colorTextTertiary: '#665f55',
    colorTextDescription: '#665f55',
    colorTextPlaceholder: '#6f685e',
    colorTextDisabled: '#767067',
    colorBgContainerDisabled: '#f0ede8',
    colorBgLayout: '#f6f4f0',
    colorBorder: '#8a8378',
    colorBorderSecondary: '#ddd7cd',
    colorSplit: '#ddd7cd',
    borderRadius: 4,
    borderRadiusLG: 6,
    borderRadiusSM: 4,
    motionDurationFast: '0.06s',
    motionDurationMid: '0.1s',
    motionDurationSlow: '0.12s',
    wireframe: false,
    boxShadow: '0 4px 16px rgb(31 27 22 / 18%)',
  },
  components: {
    Table: { headerBg: '#f3efe8', headerColor: '#4a443c', rowHoverBg: '#faf7f1', cellPaddingBlock: ROW_PADDING[size], cellPaddingInline: 8, borderColor: '#ddd7cd' },
    Select: { optionSelectedBg: '#fff3d1', optionActiveBg: '#f6f4f0', activeBorderColor: '#0b56a3', hoverBorderColor: '#4a443c', activeOutlineColor: 'transparent' },
    Button: { dangerShadow: 'none', primaryShadow: 'none', defaultShadow: 'none' },
    Tree: { nodeSelectedBg: '#fff3d1', titleHeight: 34 },
    Input: { activeBorderColor: '#0b56a3', hoverBorderColor: '#4a443c', activeShadow: 'none' },
    Checkbox: { controlInteractiveSize: size === 'normal' ? 20 : 24 },
    Radio: { radioSize: size === 'normal' ? 20 : 24 },
  },
})
