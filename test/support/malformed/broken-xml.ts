import { bookFile, GOOD_PEOPLE, HEADER, MAIN, person, rosterBook, rosterSheet, rowXml, sheetOf, withSheet, type Changes } from './book.ts'
import { answered, DAMAGED, family, refused, rows, TOO_COMPLEX, type MalformedFile } from './case.ts'

const GOOD = rosterSheet(GOOD_PEOPLE)
const NEW_THREE = rows('new', 'new', 'new')
const ROOT = `<worksheet xmlns="${MAIN}">`
/** 在 XML 声明之后、根元素之前插一段;withSheet 会补上声明。 */
const before = (insert: string, sheet = GOOD): Buffer => withSheet(insert + sheet)
const raw = (content: Uint8Array): Buffer => withSheet(content)
const encoded = (encoding: 'utf16le' | 'latin1', declared: string, bom: readonly number[]): Buffer => raw(Buffer.concat([Buffer.from(bom), Buffer.from(`<?xml version="1.0" encoding="${declared}"?>${GOOD}`, encoding)]))
const swapped = (): Buffer => raw(Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(`<?xml version="1.0" encoding="UTF-16"?>${GOOD}`, 'utf16le').swap16()]))
/** 「王」字换成 GBK 的两个字节。 */
const gbk = (declared: string): Buffer => {
  const [head = '', tail = ''] = rosterSheet([{ 姓名: '@@' }]).split('@@')
  return raw(Buffer.concat([Buffer.from(`<?xml version="1.0" encoding="${declared}"?>`), Buffer.from(head), Buffer.from([0xcd, 0xf5, 0xbd, 0xa8]), Buffer.from(tail)]))
}
const withBytes = (...bytes: readonly number[]): Buffer => {
  const [head = '', tail = ''] = rosterSheet([{ 姓名: '王@@' }]).split('@@')
  return raw(Buffer.concat([Buffer.from(head), Buffer.from(bytes), Buffer.from(tail)]))
}
const named = (xml: string): Buffer => withSheet(rosterSheet([{ 姓名: `<c t="inlineStr"><is>${xml}</is></c>` }]))

const LAUGHS = `<!DOCTYPE lolz [<!ENTITY a "哈哈哈哈哈哈哈哈">${[...'bcdefghij'].map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghi'[index] ?? 'a'};`.repeat(10)}">`).join('')}]>`
const DOCTYPE_CASES: readonly (readonly [string, string])[] = [
  ['实体层层展开', LAUGHS],
  ['外部实体读本机文件', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'],
  ['外部实体走网络', '<!DOCTYPE x [<!ENTITY a SYSTEM "http://127.0.0.1:9/x">]>'],
  ['参数实体', '<!DOCTYPE x [<!ENTITY % a SYSTEM "http://127.0.0.1:9/x"> %a;]>'],
  ['只有外部 DTD', '<!DOCTYPE worksheet SYSTEM "http://127.0.0.1:9/x.dtd">'],
]
const useEntity = rosterSheet([{ 姓名: '<c t="inlineStr"><is><t>王&a;</t></is></c>' }])

/** 结构断了、没收尾、对不上:一律不当作读完。 */
const structure = (): MalformedFile[] =>
  family('XML', [
    ...DOCTYPE_CASES.map(([title, doctype]) => [title, () => before(doctype, useEntity), DAMAGED] as const),
    ['共享字符串里层层展开', () => withSheet(sheetOf([['<c t="s"><v>0</v></c>']]), { sharedStrings: `${LAUGHS}<sst xmlns="${MAIN}"><si><t>&j;</t></si></sst>` }), DAMAGED],
    ['没定义的实体', () => before('', useEntity), DAMAGED],
    ['光秃的 &', () => named('<t>王 & 李</t>'), DAMAGED],
    ['没收尾的实体', () => named('<t>王&amp</t>'), DAMAGED],
    ['单元格没收尾', () => withSheet(GOOD.replace('</c>', '')), DAMAGED],
    ['行没收尾', () => withSheet(GOOD.replace('</row>', '')), DAMAGED],
    ['收尾名字不对', () => withSheet(GOOD.replace('</row>', '</rwo>')), DAMAGED],
    ['多一个收尾', () => withSheet(GOOD.replace('</row>', '</row></row>')), DAMAGED],
    ['开头标签没有右尖括号', () => withSheet(GOOD.replace('<sheetData>', '<sheetData ')), DAMAGED],
    ['属性没有引号', () => withSheet(GOOD.replace('r="1"', 'r=1')), DAMAGED],
    ['属性引号没收尾', () => withSheet(GOOD.replace('<row r="2"', '<row r="2')), DAMAGED],
    ['属性重复', () => withSheet(GOOD.replace('<row r="2"', '<row r="2" r="9"')), DAMAGED],
    ['属性里有左尖括号', () => withSheet(GOOD.replace('<row r="2"', '<row r="2" x="<"')), DAMAGED],
    ['注释没收尾', () => withSheet(GOOD.replace('<sheetData>', '<sheetData><!-- ')), DAMAGED],
    ['CDATA 没收尾', () => withSheet(GOOD.replace('<sheetData>', '<sheetData><![CDATA[ ')), DAMAGED],
    ['处理指令没收尾', () => withSheet(GOOD.replace('<sheetData>', '<sheetData><?x ')), DAMAGED],
    ['两个根', () => withSheet(GOOD + GOOD), DAMAGED],
    ['根之后有文字', () => withSheet(`${GOOD}junk`), DAMAGED],
    ['根之前有文字', () => withSheet(`junk${GOOD}`), DAMAGED],
    ['空的部件', () => raw(new Uint8Array()), DAMAGED],
    ['只有声明', () => withSheet(''), DAMAGED],
    ['不是 XML', () => raw(Buffer.from('hello, world')), DAMAGED],
    ['JSON 当工作表', () => raw(Buffer.from('{"sheetData":[]}')), DAMAGED],
    ['根不是 worksheet', () => withSheet(`<chartsheet xmlns="${MAIN}"/>`), refused('FILE_DAMAGED', 'HEADER_NOT_FOUND')],
    ['嵌套十万层', () => withSheet(`${ROOT}${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}</worksheet>`), refused('FILE_DAMAGED', 'FILE_TOO_COMPLEX')],
    ['一个标签十万个属性', () => withSheet(GOOD.replace('<row r="2"', `<row r="2" ${Array.from({ length: 100_000 }, (_, index) => `a${index}="1"`).join(' ')}`)), refused('FILE_DAMAGED', 'FILE_TOO_COMPLEX')],
    ['一个属性一百万字', () => withSheet(GOOD.replace('<row r="2"', `<row r="2" x="${'啊'.repeat(1_000_000)}"`)), refused('FILE_DAMAGED', 'FILE_TOO_COMPLEX')],
    ['标签名一百万字', () => withSheet(GOOD.replace('<sheetData>', `<${'a'.repeat(1_000_000)}/><sheetData>`)), refused('FILE_DAMAGED', 'FILE_TOO_COMPLEX')],
    ['属性叫 __proto__', () => withSheet(GOOD.replaceAll('<row ', '<row __proto__="x" constructor="y" ')), NEW_THREE],
    ['注释、CDATA、处理指令都合法', () => withSheet(rosterSheet([{ 姓名: '<c t="inlineStr"><is><t><![CDATA[王建国]]></t></is></c>' }, { 姓名: '<c t="inlineStr"><is><!-- 注 --><t>李<?x y?>敏</t></is></c>' }])), rows('new', 'new')],
    ['带前缀的标签', () => withSheet(GOOD.replaceAll(/<(\/?)(\w)/g, '<$1x:$2').replace('xmlns=', 'xmlns:x=')), NEW_THREE],
    ['严格模式的命名空间', () => withSheet(GOOD.replace(MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main')), NEW_THREE],
    ['数字字符引用', () => named('<t>&#x738B;&#24314;国</t>'), rows('new')],
    ['引用不存在的字符', () => named('<t>王&#x110000;</t>'), DAMAGED],
    ['引用 0 号字符', () => named('<t>王&#0;</t>'), DAMAGED],
    ['引用半个字符', () => named('<t>王&#xD800;</t>'), DAMAGED],
    ['Excel 的控制字符写法', () => named('<t>王_x0007_建_x000D_国</t>'), rows('new:unsafe_characters_removed')],
  ])

const encodings = (): MalformedFile[] =>
  family('XML', [
    ['UTF-8 带 BOM', () => raw(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(`<?xml version="1.0"?>${GOOD}`)])), NEW_THREE],
    ['UTF-16LE', () => encoded('utf16le', 'UTF-16', [0xff, 0xfe]), refused('FILE_DAMAGED')],
    ['UTF-16LE 没有 BOM', () => encoded('utf16le', 'UTF-16', []), DAMAGED],
    ['UTF-16BE', () => swapped(), DAMAGED],
    ['声明 GBK,内容 GBK', () => gbk('GBK'), DAMAGED],
    ['声明 UTF-8,内容 GBK', () => gbk('UTF-8'), DAMAGED],
    ['声明 ISO-8859-1', () => encoded('latin1', 'ISO-8859-1', []), DAMAGED],
    ['声明胡写', () => before('', GOOD).length > 0 ? raw(Buffer.from(`<?xml version="1.0" encoding="x-nothing"?>${GOOD}`)) : raw(new Uint8Array()), DAMAGED],
    ['不合法的 UTF-8', () => withBytes(0xff, 0xfe), DAMAGED],
    ['过长的 UTF-8', () => withBytes(0xc0, 0xaf), DAMAGED],
    ['UTF-8 里的半个字符', () => withBytes(0xed, 0xa0, 0x80), DAMAGED],
    ['XML 里有 0 字节', () => withBytes(0x00), DAMAGED],
    ['XML 里有控制字符', () => withBytes(0x07), DAMAGED],
    ['XML 里有换行、制表', () => withBytes(0x0a, 0x09), rows('new')],
  ])

const cell = (xml: string): Changes => ({ 姓名: xml })
const at = (reference: string): Buffer => withSheet(`${ROOT}<sheetData>${rowXml(1, [...HEADER])}${rowXml(2, person(0)).replace('r="A2"', `r="${reference}"`)}</sheetData></worksheet>`)
const rowAt = (row: string): Buffer => withSheet(`${ROOT}<sheetData>${rowXml(1, [...HEADER])}<row r="${row}"><c t="inlineStr"><is><t>王建国</t></is></c></row></sheetData></worksheet>`)
const merged = (...references: readonly string[]): Buffer => withSheet(rosterSheet(GOOD_PEOPLE, `<mergeCells>${references.map((reference) => `<mergeCell ref="${reference}"/>`).join('')}</mergeCells>`))
const shared = (index: string, strings = `<sst xmlns="${MAIN}"><si><t>王建国</t></si></sst>`): Buffer => withSheet(rosterSheet([cell(`<c t="s"><v>${index}</v></c>`)]), { sharedStrings: strings })
const many = (count: number, one: (index: number) => string): string => Array.from({ length: count }, (_, index) => one(index)).join('')

/** 位置、编号、合并:越界、重复、错位的不猜。 */
const positions = (): MalformedFile[] =>
  family('位置', [
    ...['-1', '0', '3', '1.5', 'abc', '', '1e3', '99999999999999999999', ' 0', '0x0', 'NaN', '__proto__'].map((index) => [`共享字符串编号 ${JSON.stringify(index)}`, () => shared(index), index === '0' || index === ' 0' ? rows('new') : DAMAGED] as const),
    ['有编号而没有共享字符串', () => withSheet(rosterSheet([cell('<c t="s"><v>0</v></c>')])), DAMAGED],
    ['共享字符串里有注音', () => shared('0', `<sst xmlns="${MAIN}"><si><t>王建国</t><rPh sb="0" eb="1"><t>WANG</t></rPh></si></sst>`), rows('new')],
    ['共享字符串分几段', () => shared('0', `<sst xmlns="${MAIN}"><si><r><rPr><b/></rPr><t>王</t></r><r><t xml:space="preserve">建国</t></r></si></sst>`), rows('new')],
    ...['A0', 'A-1', 'XFE2', 'A1048577', '2A', 'A', '2', 'A2B', 'AAAA2', 'A9', 'A1', '甲2', '$A$2', 'A2 ', 'A02'].map((reference) => [`格子位置 ${reference}`, () => at(reference), DAMAGED] as const),
    ['格子位置小写', () => at('a2'), refused('FILE_DAMAGED')],
    ...['-1', '1.5', 'abc', '1048577', '1e9', '99999999999999999999', '0'].map((row) => [`行号 ${row}`, () => rowAt(row), DAMAGED] as const),
    ['没有行号、没有位置', () => withSheet(GOOD.replaceAll(/ r="[A-Z]*\d+"/g, '')), NEW_THREE],
    ['同一格写两次', () => withSheet(GOOD.replace('<c r="B2"', '<c r="A2"')), DAMAGED],
    ['同一行写两次', () => withSheet(`${ROOT}<sheetData>${rowXml(1, [...HEADER])}${rowXml(2, person(0))}${rowXml(2, person(1))}</sheetData></worksheet>`), DAMAGED],
    ['行倒着写', () => withSheet(`${ROOT}<sheetData>${rowXml(1, [...HEADER])}${rowXml(3, person(0))}${rowXml(2, person(1))}</sheetData></worksheet>`), DAMAGED],
    ['格子倒着写', () => withSheet(`${ROOT}<sheetData>${rowXml(1, [...HEADER])}<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>1</v></c></row></sheetData></worksheet>`), DAMAGED],
    ['左上到右下角各一格', () => withSheet(`${ROOT}<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>`), TOO_COMPLEX],
    ['很远的一行', () => withSheet(`${ROOT}<sheetData>${rowXml(1, [...HEADER])}${rowXml(900_000, person(0))}</sheetData></worksheet>`), TOO_COMPLEX],
    ['三百列', () => withSheet(sheetOf([Array.from({ length: 300 }, (_, index) => `列${index}`)])), TOO_COMPLEX],
    ['很远处只有空格和样式', () => withSheet(`${ROOT}<sheetData>${rowXml(1, [...HEADER])}${rowXml(2, person(0))}<row r="150000"><c r="XFD150000" s="0"/><c t="inlineStr"><is><t xml:space="preserve"> \u3000</t></is></c></row></sheetData></worksheet>`), refused('FILE_DAMAGED')],
    ['远处的空格子', () => withSheet(`${ROOT}<sheetData>${rowXml(1, [...HEADER])}${rowXml(2, person(0))}<row r="150000"><c r="A150000" t="inlineStr"><is><t xml:space="preserve"> \u3000</t></is></c><c r="XFD150000" s="0"/></row></sheetData></worksheet>`), rows('new')],
    ['谎报范围', () => withSheet(rosterSheet(GOOD_PEOPLE, '', '<dimension ref="A1:XFD1048576"/>')), NEW_THREE],
    ['谎报列宽范围', () => withSheet(rosterSheet(GOOD_PEOPLE, '', '<cols><col min="1" max="999999999" width="9"/></cols>')), NEW_THREE],
    ['合并整张表', () => merged('A1:XFD1048576'), answered],
    ['合并互相重叠', () => merged('I2:I4', 'I3:J4'), answered],
    ['合并倒着写', () => merged('I4:I2'), NEW_THREE],
    ['合并胡写', () => merged('王', '', 'A1:', ':', 'A1:B2:C3', '__proto__'), DAMAGED],
    ['两千条合并', () => merged(...Array.from({ length: 2_000 }, (_, index) => `Z${index * 2 + 1}:Z${index * 2 + 2}`)), NEW_THREE],
    ['竖着合并的支部逐行填上', () => withSheet(rosterSheet([{}, { 所在党支部: null }, { 所在党支部: null }], '<mergeCells><mergeCell ref="I2:I4"/></mergeCells>')), NEW_THREE],
    ['横着合并:右边的格子是空的,不错列', () => withSheet(rosterSheet([{ 民族: null }], '<mergeCells><mergeCell ref="C2:D2"/></mergeCells>')), rows('new')],
    ['竖着合并的姓名:后面几行都是同一人', () => withSheet(rosterSheet([{}, { 姓名: null }], '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>')), rows('new', 'new')],
    ['一千个空行', () => withSheet(`${ROOT}<sheetData>${rowXml(1, [...HEADER])}${many(1_000, (index) => `<row r="${index + 2}"><c r="A${index + 2}" s="0"/></row>`)}${rowXml(1_002, person(0))}</sheetData></worksheet>`), rows('new')],
  ])

const RELATIONS = 'xl/_rels/workbook.xml.rels'
const relations = (body: string): Buffer => rosterBook(GOOD_PEOPLE, { replace: { [RELATIONS]: `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${body}</Relationships>` } })
const WORKSHEET = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet'

/** 部件缺了、指错了。 */
const parts = (): MalformedFile[] =>
  family('部件', [
    ...['[Content_Types].xml', '_rels/.rels', RELATIONS, 'xl/worksheets/sheet1.xml'].map((name) => [`缺 ${name}`, () => rosterBook(GOOD_PEOPLE, { replace: { [name]: null } }), name === '[Content_Types].xml' ? refused('FILE_DAMAGED', 'FILE_NOT_WORKBOOK') : DAMAGED] as const),
    ['缺 xl/workbook.xml', () => rosterBook(GOOD_PEOPLE, { replace: { 'xl/workbook.xml': null } }), refused('FILE_NOT_WORKBOOK', 'FILE_DAMAGED')],
    ['指向上级路径', () => relations(`<Relationship Id="rId1" Type="${WORKSHEET}" Target="../../../../etc/passwd"/>`), DAMAGED],
    ['指向网址', () => relations(`<Relationship Id="rId1" Type="${WORKSHEET}" Target="http://127.0.0.1:9/s.xml" TargetMode="External"/>`), DAMAGED],
    ['指向自己', () => relations(`<Relationship Id="rId1" Type="${WORKSHEET}" Target="workbook.xml"/>`), refused('FILE_DAMAGED', 'HEADER_NOT_FOUND')],
    ['没有这个编号', () => relations(`<Relationship Id="rId7" Type="${WORKSHEET}" Target="worksheets/sheet1.xml"/>`), DAMAGED],
    ['绝对路径也认得', () => relations(`<Relationship Id="rId1" Type="${WORKSHEET}" Target="/xl/worksheets/sheet1.xml"/>`), NEW_THREE],
    ['没有一张表', () => bookFile({ sheets: [] }), refused('FILE_DAMAGED', 'HEADER_NOT_FOUND')],
    ['三百张表', () => bookFile({ sheets: Array.from({ length: 300 }, (_, index) => ({ name: `表${index}`, xml: sheetOf([['说明']]) })) }), refused('FILE_TOO_COMPLEX', 'HEADER_NOT_FOUND')],
    ['表名九千字', () => bookFile({ sheets: [{ name: '名'.repeat(9_000), xml: GOOD }] }), NEW_THREE],
    ['表名带控制与变向字符', () => bookFile({ sheets: [{ name: '名\u202e册', xml: GOOD }] }), NEW_THREE],
    ['样式表坏了', () => withSheet(GOOD, { styles: '<styleSheet><cellXfs>' }), DAMAGED],
    ['样式编号越界', () => withSheet(rosterSheet([{ 加入党组织日期: '<c s="99"><v>36708</v></c>' }]), { styles: `<styleSheet xmlns="${MAIN}"><cellXfs count="1"><xf numFmtId="0"/></cellXfs></styleSheet>` }), DAMAGED],
    ['带图、批注、宏', () => rosterBook(GOOD_PEOPLE, { extra: [{ name: 'xl/vbaProject.bin', content: Buffer.from('x') }, { name: 'xl/media/image1.png', content: Buffer.from('x') }, { name: 'xl/comments1.xml', content: Buffer.from('<bad') }] }), NEW_THREE],
  ])

export const brokenXmlFiles: readonly MalformedFile[] = [...structure(), ...encodings(), ...positions(), ...parts()]
