import { expect, it } from 'vitest'
import { tooOldBrowser } from './browser-version.ts'

it.each([
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36', null],
  ['Mozilla/5.0 (X11; Linux x86_64) Chrome/131.0.0.0', null],
  ['Mozilla/5.0 (X11; Linux x86_64) Chrome/108.0.0.0 Safari/537.36', '108'],
  ['Mozilla/5.0 Chromium/86.0', '86'],
  ['认不出的浏览器', null],
] as const)('%s → %s', (userAgent, found) => expect(tooOldBrowser(userAgent)).toBe(found))
