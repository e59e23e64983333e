import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BadXml, createXmlScanner } from './xml-scanner.ts'

/** 扫描得到的事件;chunks 为分几段喂。 */
const scan = (...chunks: readonly string[]): string[] => {
  const events: string[] = []
  let text = ''
  const flush = (): void => {
    if (text !== '') events.push(`text ${text}`)
    text = ''
  }
  const scanner = createXmlScanner({
    open: (name, attributes) => {
      flush()
      events.push(`open ${name}${[...attributes].map(([key, value]) => ` ${key}=${value}`).join('')}`)
    },
    close: (name) => {
      flush()
      events.push(`close ${name}`)
    },
    text: (part) => {
      text += part
    },
  })
  for (const chunk of chunks) scanner.write(chunk)
  scanner.end()
  return events
}

describe('合规矩的 XML', () => {
  test.each<[string, string[]]>([
    ['<a/>', ['open a', 'close a']],
    ['<?xml version="1.0" encoding="utf-8"?>\n<a>b</a>\n', ['open a', 'text b', 'close a']],
    [`<x:a x:b='1' c="2>3" b="4"/>`, ['open a b=4 c=2>3', 'close a']],
    ['<a><!-- <b> -->c<![CDATA[<d>&]]>&lt;&#65;&#x4E2d;</a>', ['open a', 'text c<d>&<A中', 'close a']],
    ['<a  b = "1"\n/>', ['open a b=1', 'close a']],
    ['<a><?go on?>b</a >', ['open a', 'text b', 'close a']],
  ])('%s', (xml, events) => expect(scan(xml)).toEqual(events))
})

describe('不合规矩的一律不收', () => {
  test.each([
    '', ' ', 'a', '<a>', '<a', '</a>', '<a></b>', '<a/><b/>', '<a/>b', 'b<a/>', '<a b/>', '<a b=1/>', '<a b="1" b="2"/>', '<a b="<"/>', '<a b="1"c="2"/>', '<a b=\'1"/>', '<1/>', '< a/>', '<a>&b;</a>', '<a>& </a>', '<a>&#0;</a>', '<a>&#xD800;</a>', '<a>&#x110000;</a>', '<a>\u0000</a>', '<a>\u0007</a>', '<a>\ufffe</a>',
    '<!DOCTYPE a><a/>', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', '<a><!DOCTYPE b></a>', '<a><!-- </a>', '<a><![CDATA[ </a>', '<![CDATA[a]]><b/>', '<a><?b </a>', '<a/><?xml version="1.0"?>', '<?xml version="1.0" encoding="GBK"?><a/>', '<?xml version="1.0" encoding="UTF-16"?><a/>',
    `${'<a>'.repeat(65)}${'</a>'.repeat(65)}`, `<a ${Array.from({ length: 201 }, (_, index) => `b${index}="1"`).join(' ')}/>`, `<a b="${'c'.repeat(70_000)}"/>`, `<a><!--${'c'.repeat(70_000)}--></a>`,
  ])('%s', (xml) => expect(() => scan(xml)).toThrow(BadXml))
})

test('怎么切开来喂,读出来都一样', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '中', '&amp;', '&#x4E2D;', '<!-- > -->', '<![CDATA[<]]>', ' ', '\n', '𠮷', '<?p ?>'), maxLength: 12 })
  const xml = fc.letrec<{ readonly node: string }>((tie) => ({
    node: fc.oneof({ maxDepth: 4 }, text, fc.tuple(fc.constantFrom('a', 'x:b', 'row'), fc.array(fc.constantFrom(' r="1"', " t='s>'", ' x:id="&quot;"'), { maxLength: 1 }), fc.array(tie('node'), { maxLength: 4 })).map(([name, attributes, children]) => `<${name}${attributes.join('')}>${children.join('')}</${name}>`)),
  })).node.map((inner) => `<?xml version="1.0"?><root>${inner}</root>`)
  fc.assert(
    fc.property(xml, fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 8 }), (document, cuts) => {
      const places = [0, ...cuts.filter((cut) => cut < document.length).toSorted((left, right) => left - right), document.length]
      const chunks = places.slice(1).map((end, index) => document.slice(places[index], end))
      expect(scan(...chunks)).toEqual(scan(document))
      expect(scan(...document)).toEqual(scan(document))
    }),
    { numRuns: 300, seed: 20_261_120 },
  )
})

test('任何一处断了都不当作读完', () => {
  const document = '<?xml version="1.0"?><a b="1"><c>字&amp;</c><!-- d --><e/></a>'
  for (let length = 0; length < document.length; length += 1) expect(() => scan(document.slice(0, length)), String(length)).toThrow(BadXml)
})
