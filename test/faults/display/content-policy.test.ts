import { describe, expect, test } from 'vitest'
import { withoutComments } from '../../../build/checks/chinese-text.ts'
import { readSource, sourceFiles } from '../../../build/checks/source-files.ts'
import { CONTENT_SECURITY_POLICY } from '../../../electron/shells/desktop/policy.ts'
import { contentSecurityPolicy } from '../../../electron/shells/loopback/security-headers.ts'

/** 每种外壳一份写全的内容安全策略(决定 12);界面里没有一处能把文字变成页面、变成代码(F49)。 */
const own = { host: '127.0.0.1:4567', origin: 'http://127.0.0.1:4567' }
const parse = (policy: string): Readonly<Record<string, readonly string[]>> => Object.fromEntries(policy.split('; ').map((part) => part.split(' ')).map(([name = '', ...sources]) => [name, sources]))

const COMMON = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'"],
  'worker-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
}
/** 印 PDF 的策略只写在一处常量里。 */
const printing = (): string => /const CSP = "([^"]+)"/.exec(readSource('electron/printing/browser-printer.ts'))?.[1] ?? ''

describe('内容安全策略', () => {
  test.each([
    ['桌面', CONTENT_SECURITY_POLICY, { ...COMMON, 'connect-src': ["'self'"] }],
    ['本机网页', contentSecurityPolicy(own), { ...COMMON, 'connect-src': ["'self'", 'ws://127.0.0.1:4567'] }],
  ])('%s:逐条写明,别无其他', (_name, policy, expected) => expect(parse(policy)).toEqual(expected))
  test('印 PDF:更紧,连不出去', () => {
    const policy = parse(printing())
    expect(policy).toEqual({ 'default-src': ["'none'"], 'script-src': ["'self'"], 'style-src': ["'self'", "'unsafe-inline'"], 'font-src': ["'self'"], 'img-src': ["'self'", 'data:'], 'base-uri': ["'none'"], 'form-action': ["'none'"] })
  })
  test.each([CONTENT_SECURITY_POLICY, contentSecurityPolicy(own), printing()])('放宽的只有样式', (policy) => {
    const loosened = Object.entries(parse(policy)).filter(([, sources]) => sources.some((source) => /unsafe|\*|https?:|wasm|nonce|strict-dynamic/.test(source)))
    expect(loosened).toEqual([['style-src', ["'self'", "'unsafe-inline'"]]])
  })
  test('各外壳只写一份,页面里不另写', () => {
    const files = [...sourceFiles(['.ts', '.tsx']).filter((path) => !path.startsWith('test/') && !path.includes('.test.')), 'renderer/index.html', 'renderer/print.html']
    expect(files.filter((path) => /default-src/.test(readSource(path)))).toEqual(['electron/printing/browser-printer.ts', 'electron/shells/desktop/policy.ts', 'electron/shells/loopback/security-headers.ts'])
    expect(files.filter((path) => /http-equiv/i.test(readSource(path)))).toEqual([])
  })
})

/** 能把文字变成页面或代码的写法。 */
const SINKS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['dangerouslySetInnerHTML', /dangerouslySetInnerHTML/],
  ['innerHTML、outerHTML', /\b(?:inner|outer)HTML\b/],
  ['insertAdjacentHTML', /insertAdjacentHTML/],
  ['setHTML、setHTMLUnsafe、parseHTMLUnsafe', /\b(?:setHTML|setHTMLUnsafe|parseHTMLUnsafe)\b/],
  ['document.write', /document\s*\.\s*write/],
  ['createContextualFragment、DOMParser', /createContextualFragment|DOMParser/],
  ['eval', /\beval\s*\(/],
  ['new Function', /\bnew\s+Function\b|\bFunction\s*\(/],
  ['定时器里的字符串', /\bset(?:Timeout|Interval)\s*\(\s*['"`]/],
  ['javascript: 地址', /javascript:/i],
  ['srcdoc', /srcdoc/i],
  ['动态脚本、框架', /createElement\(\s*['"](?:script|iframe|object|embed|base|meta|link)['"]/],
  ['往页面外传消息', /postMessage\s*\([^)]*['"]\*['"]/],
  ['动态载入别处的模块', /\bimport\(\s*(?!['"])/],
]
describe('界面里没有能把文字变成页面的写法', () => {
  const files = sourceFiles(['.ts', '.tsx']).filter((path) => /^(?:renderer|shared)\//.test(path) && !path.includes('.test.'))
  test('看得到文件', () => expect(files.length).toBeGreaterThan(100))
  test.each(SINKS)('%s', (_name, pattern) => expect(files.filter((path) => pattern.test(withoutComments(readSource(path))))).toEqual([]))
  test('地址属性里只有写死的、页内的、自己的', () => {
    const used = files.flatMap((path) => [...withoutComments(readSource(path)).matchAll(/\b(?:href|src|action|formAction|xlinkHref|data)=\{([^}]*)\}?/g)].map((found) => `${path} ${found[1] ?? ''}`))
    // 照片:核心给的 jpeg、png 的内容,拼成 data 地址。目录与量页数用的、跳到本页各张的链接:定位名由次序编成,只有字母和数字。
    // 附件的小样、打印件上的照片同样是核心给的内容;附件的大图是本页自己造的 blob 地址,只放进 img。
    expect(used).toEqual([
      'renderer/components/attachments/attachment-item.tsx `data:image/jpeg;base64,${thumbnail',
      'renderer/components/attachments/attachment-viewer.tsx source',
      'renderer/features/members/photo-block.tsx seen.source',
      'renderer/print/handbook/contents.tsx `#${target',
      'renderer/print/handbook/volume-document.tsx `#${id',
      'renderer/print/member-form/member-form.tsx person.photo',
    ])
  })
  test('这些规则真咬得住', () => {
    const bad = ['<p dangerouslySetInnerHTML={x} />', 'a.innerHTML = b', 'a.insertAdjacentHTML("x", b)', 'a.setHTMLUnsafe(b)', 'document.write(a)', 'new DOMParser()', 'eval (a)', 'new Function(a)', "setTimeout('a')", "'JavaScript:a'", 'srcDoc', "document.createElement('script')", "a.postMessage(b, '*')", 'import(a)']
    for (const [index, [, pattern]] of SINKS.entries()) expect(pattern.test(bad[index] ?? ''), bad[index]).toBe(true)
  })
})
