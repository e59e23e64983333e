import type { aboutText } from '../../../shared/i18n/zh-CN/about.ts'

interface ThirdParty {
  readonly name: string
  readonly licence: string
  readonly use: keyof typeof aboutText.uses
}

/** 随程序交付的第三方组件与字体;版本以 package-lock.json 为准。 */
export const THIRD_PARTY: readonly ThirdParty[] = [
  { name: 'Electron', licence: 'MIT', use: 'shell' },
  { name: 'Node.js', licence: 'MIT', use: 'runtime' },
  { name: 'React', licence: 'MIT', use: 'interface' },
  { name: 'Ant Design', licence: 'MIT', use: 'components' },
  { name: 'Day.js', licence: 'MIT', use: 'dates' },
  { name: 'Zustand', licence: 'MIT', use: 'state' },
  { name: 'pinyin-pro', licence: 'MIT', use: 'pinyin' },
  { name: 'Zod', licence: 'MIT', use: 'checks' },
  { name: 'better-sqlite3-multiple-ciphers / SQLite3 Multiple Ciphers', licence: 'MIT', use: 'store' },
  { name: 'age-encryption', licence: 'BSD-3-Clause', use: 'keys' },
  { name: 'uqr', licence: 'MIT', use: 'codes' },
  { name: 'hucre', licence: 'MIT', use: 'workbooks' },
  { name: 'ws', licence: 'MIT', use: 'socket' },
  { name: 'PDF.js', licence: 'Apache-2.0', use: 'preview' },
  { name: 'playwright-core', licence: 'Apache-2.0', use: 'printing' },
  { name: 'Noto Sans SC', licence: 'OFL-1.1', use: 'screenFont' },
  { name: 'Noto Serif SC', licence: 'OFL-1.1', use: 'printFont' },
  { name: 'LXGW WenKai GB Screen', licence: 'OFL-1.1', use: 'rareFont' },
]
