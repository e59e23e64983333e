import type { OwnAddress } from './gate.ts'

/** 本外壳的内容安全策略,写全在这一处;只有样式放宽(组件库运行时插样式)。 */
export const contentSecurityPolicy = ({ host }: OwnAddress): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' ws://${host}`,
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/** 每个回复都带的头。没有 CORS 头,没有 cookie;缺省不缓存,带内容摘要的资源文件自己另说。 */
export const securityHeaders = (own: OwnAddress): Readonly<Record<string, string>> => ({
  'content-security-policy': contentSecurityPolicy(own),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
})
