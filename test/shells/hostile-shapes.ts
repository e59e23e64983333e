/** 逐字节写出的恶意请求。PORT、CODE、KEY 在发出前换成正在跑的宿主的端口、用过的启动码、正主的钥匙。 */
export const HOST = 'Host: 127.0.0.1:PORT\r\n'
export const ORIGIN = 'Origin: http://127.0.0.1:PORT\r\n'
export const CLOSE = 'Connection: close\r\n'
export const JSON_TYPE = 'Content-Type: application/json\r\n'
export const get = (path: string, head = ''): string => `GET ${path} HTTP/1.1\r\n${HOST}${CLOSE}${head}\r\n`
const post = (path: string, head: string, body: string): string => `POST ${path} HTTP/1.1\r\n${HOST}${ORIGIN}${CLOSE}${head}\r\n${body}`
export const session = (head: string, body: string): string => post('/session', head, body)
export const sized = (body: string): string => `Content-Length: ${Buffer.byteLength(body)}\r\n`
export const upload = (head: string): string => post('/files', `Content-Type: application/octet-stream\r\nX-File-Name: a.xlsx\r\nContent-Length: 1\r\n${head}`, 'x')

/** 一次 WebSocket 握手;值为 null 的头不写。 */
export const handshake = (path: string, changes: Readonly<Record<string, string | null>> = {}): string => {
  const head = { Host: '127.0.0.1:PORT', Connection: 'Upgrade', Upgrade: 'websocket', 'Sec-WebSocket-Version': '13', 'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==', Origin: 'http://127.0.0.1:PORT', ...changes }
  const lines = Object.entries(head).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}\r\n`]))
  return `GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`
}

/** [样子, 请求原文, 可以接受的状态码];0 为不回话就断开。 */
export const SHAPES: readonly (readonly [name: string, text: string, statuses: readonly number[]])[] = [
  // 主机名的各种写法(DNS 重绑定,F61)
  ['主机:十进制地址', `GET / HTTP/1.1\r\nHost: 2130706433:PORT\r\n${CLOSE}\r\n`, [421]],
  ['主机:十六进制地址', `GET / HTTP/1.1\r\nHost: 0x7f000001:PORT\r\n${CLOSE}\r\n`, [421]],
  ['主机:省写地址', `GET / HTTP/1.1\r\nHost: 127.1:PORT\r\n${CLOSE}\r\n`, [421]],
  ['主机:端口前补零', `GET / HTTP/1.1\r\nHost: 127.0.0.1:0PORT\r\n${CLOSE}\r\n`, [421]],
  ['主机:IPv4 映射', `GET / HTTP/1.1\r\nHost: [::ffff:127.0.0.1]:PORT\r\n${CLOSE}\r\n`, [421]],
  ['主机:指向本机的域名', `GET / HTTP/1.1\r\nHost: 127.0.0.1.rebind.example:PORT\r\n${CLOSE}\r\n`, [421]],
  ['主机:两个写在一行', `GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT, evil.example\r\n${CLOSE}\r\n`, [421]],
  ['主机:同样的写两遍', `GET / HTTP/1.1\r\n${HOST}${HOST}${CLOSE}\r\n`, [400, 421]],
  ['主机:带路径', `GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT/x\r\n${CLOSE}\r\n`, [421]],
  ['主机:转发头冒充', `GET / HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: 127.0.0.1:PORT\r\n${CLOSE}\r\n`, [421]],
  // 请求行的各种形式
  ['请求行:完整网址,自己的主机', `GET http://127.0.0.1:PORT/ HTTP/1.1\r\n${HOST}${CLOSE}\r\n`, [400]],
  ['请求行:完整网址,别的主机', `GET http://evil.example/ HTTP/1.1\r\n${HOST}${CLOSE}\r\n`, [400]],
  ['请求行:带用户名的网址', `GET http://127.0.0.1:PORT@evil.example/ HTTP/1.1\r\n${HOST}${CLOSE}\r\n`, [400]],
  ['请求行:没有斜杠', `GET index.html HTTP/1.1\r\n${HOST}${CLOSE}\r\n`, [400]],
  ['请求行:星号', `OPTIONS * HTTP/1.1\r\n${HOST}${CLOSE}\r\n`, [400, 405]],
  ['请求行:CONNECT 当代理用', `CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n`, [0]],
  ['请求行:CONNECT 自己', `CONNECT 127.0.0.1:PORT HTTP/1.1\r\n${HOST}\r\n`, [0]],
  ['请求行:HTTP/1.0', `GET / HTTP/1.0\r\n${HOST}\r\n`, [505]],
  ['请求行:HTTP/0.9', 'GET /\r\n', [400, 408]],
  ['请求行:HTTP/2 的开场白', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', [400, 505]],
  ['请求行:没有的版本', `GET / HTTP/9.9\r\n${HOST}\r\n`, [400]],
  ['请求行:小写方法', `get / HTTP/1.1\r\n${HOST}${CLOSE}\r\n`, [400]],
  ['请求行:三个空格,还带别的主机', `GET   / HTTP/1.1\r\nHost: evil.example\r\n${CLOSE}\r\n`, [400, 421]],
  ['请求行:TLS 握手', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000', [400]],
  ['请求行:乱字节', '\u0000\u0001\u0002\r\n\r\n', [400]],
  // 来源的各种写法(F62)
  ['来源:末尾带斜杠', get('/', 'Origin: http://127.0.0.1:PORT/\r\n'), [403]],
  ['来源:大写', get('/', 'Origin: HTTP://127.0.0.1:PORT\r\n'), [403]],
  ['来源:同样的写两遍', get('/', `${ORIGIN}${ORIGIN}`), [400, 403]],
  ['来源:自己的和别人的', get('/', `${ORIGIN}Origin: http://evil.example\r\n`), [400, 403]],
  ['来源:一行两个', get('/', 'Origin: http://127.0.0.1:PORT http://evil.example\r\n'), [403]],
  ['来源:空', get('/', 'Origin:\r\n'), [403]],
  ['来源:带用户名', get('/', 'Origin: http://127.0.0.1:PORT@evil.example\r\n'), [403]],
  ['来源:浏览器扩展', get('/', 'Origin: chrome-extension://abcdefghijklmnop\r\n'), [403]],
  ['来源:file', get('/', 'Origin: file://\r\n'), [403]],
  ['来源:桌面外壳的协议', get('/', 'Origin: app://baolei\r\n'), [403]],
  ['抓取来源:大写冒充', get('/', 'Sec-Fetch-Site: Same-Origin\r\n'), [403]],
  ['抓取来源:写两遍', get('/', 'Sec-Fetch-Site: same-origin\r\nSec-Fetch-Site: cross-site\r\n'), [403]],
  ['抓取来源:不认得的', get('/', 'Sec-Fetch-Site: trusted\r\n'), [403]],
  ['抓取来源:空', get('/', 'Sec-Fetch-Site:\r\n'), [403]],
  ['抓取来源:别的网页嵌成框架', get('/', 'Sec-Fetch-Site: cross-site\r\nSec-Fetch-Dest: iframe\r\n'), [403]],
  // 方法
  ['方法:PATCH', `PATCH /session HTTP/1.1\r\n${HOST}${ORIGIN}${CLOSE}\r\n`, [405]],
  ['方法:PROPFIND', `PROPFIND / HTTP/1.1\r\n${HOST}${CLOSE}\r\n`, [405]],
  ['方法:HEAD 下载地址', `HEAD /files/${'A'.repeat(43)} HTTP/1.1\r\n${HOST}${CLOSE}\r\n`, [405]],
  ['方法:DELETE 凭据', `DELETE /files/${'A'.repeat(43)} HTTP/1.1\r\n${HOST}${CLOSE}\r\n`, [405]],
  ['方法:带自定义头的预检', `OPTIONS /files HTTP/1.1\r\n${HOST}Origin: http://evil.example\r\nAccess-Control-Request-Method: POST\r\nAccess-Control-Request-Headers: x-baolei-key\r\n${CLOSE}\r\n`, [403]],
  ['方法:私有网络预检', `OPTIONS /session HTTP/1.1\r\n${HOST}Origin: http://evil.example\r\nAccess-Control-Request-Private-Network: true\r\n${CLOSE}\r\n`, [403]],
  ['方法:用头改写', get('/session', 'X-HTTP-Method-Override: POST\r\n'), [405]],
  ['方法:TRACK', `TRACK / HTTP/1.1\r\n${HOST}${CLOSE}\r\n`, [400]],
  // 换钥匙的内容类型与内容
  ['类型:多段表单', session(`Content-Type: multipart/form-data; boundary=x\r\n${sized('{}')}`, '{}'), [415]],
  ['类型:大写', session(`Content-Type: APPLICATION/JSON\r\n${sized('{}')}`, '{}'), [415]],
  ['类型:像 JSON 的', session(`Content-Type: application/jsonp\r\n${sized('{}')}`, '{}'), [415]],
  ['类型:写两遍', session(`${JSON_TYPE}Content-Type: text/plain\r\n${sized('{}')}`, '{}'), [400, 403, 415]],
  ['内容:启动码再用一次', session(`${JSON_TYPE}${sized('{"code":"CODE"}')}`, '{"code":"CODE"}'), [400, 403]],
  ['内容:启动码带空格', session(`${JSON_TYPE}Content-Length: 55\r\n`, '{"code":" CODE"}'.padEnd(67)), [400, 403]],
  ['内容:构造函数冒充', session(`${JSON_TYPE}${sized('{"constructor":{"prototype":{"code":"x"}}}')}`, '{"constructor":{"prototype":{"code":"x"}}}'), [403]],
  ['内容:层层嵌套', session(`${JSON_TYPE}${sized('['.repeat(1000))}`, '['.repeat(1000)), [400]],
  ['内容:坏的 UTF-8', session(`${JSON_TYPE}Content-Length: 2\r\n`, '\u00ff\u00fe'), [400]],
  ['内容:比说的少', session(`${JSON_TYPE}Content-Length: 100\r\n`, '{}'), [0, 500]],
  ['内容:说有一万亿字节', session(`${JSON_TYPE}Content-Length: 1000000000000\r\n`, '{}'), [0, 413, 500]],
  // 请求走私
  ['走私:只有分块', session(`${JSON_TYPE}Transfer-Encoding: chunked\r\n`, '2\r\n{}\r\n0\r\n\r\n'), [411]],
  ['走私:分块带长扩展', session(`${JSON_TYPE}Transfer-Encoding: chunked\r\n`, `2;${'x'.repeat(20_000)}\r\n{}\r\n0\r\n\r\n`), [411, 413]],
  ['走私:分块带尾部头', session(`${JSON_TYPE}Transfer-Encoding: chunked\r\n`, '2\r\n{}\r\n0\r\nHost: evil.example\r\n\r\n'), [411]],
  ['走私:不认得的编码', session(`${JSON_TYPE}Transfer-Encoding: xchunked\r\n`, '{}'), [400, 411]],
  ['走私:编码写两遍', session(`${JSON_TYPE}Transfer-Encoding: identity\r\nTransfer-Encoding: chunked\r\n`, '2\r\n{}\r\n0\r\n\r\n'), [400, 411]],
  ['走私:两个不同的长度', session(`${JSON_TYPE}Content-Length: 2\r\nContent-Length: 3\r\n`, '{}x'), [400]],
  ['走私:长度写成一串', session(`${JSON_TYPE}Content-Length: 2, 2\r\n`, '{}'), [400]],
  ['走私:长度带加号', session(`${JSON_TYPE}Content-Length: +2\r\n`, '{}'), [400]],
  ['走私:长度写成十六进制', session(`${JSON_TYPE}Content-Length: 0x2\r\n`, '{}'), [400]],
  ['走私:冒号前有空格', session(`${JSON_TYPE}Content-Length : 2\r\n`, '{}'), [400]],
  ['走私:头折行', `GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n evil.example\r\n${CLOSE}\r\n`, [400, 421]],
  ['走私:头名折行', `GET / HTTP/1.1\r\n${HOST}Origin: http://evil.example\r\n\thttp://127.0.0.1:PORT\r\n${CLOSE}\r\n`, [400, 403]],
  ['走私:只用换行', `GET / HTTP/1.1\nHost: evil.example\nConnection: close\n\n`, [400, 421]],
  ['走私:只用回车', `GET / HTTP/1.1\r${HOST}\r\n`, [400]],
  ['走私:没有冒号的头', `GET / HTTP/1.1\r\n${HOST}Nothing\r\n${CLOSE}\r\n`, [400]],
  ['走私:头名里有空字节', `GET / HTTP/1.1\r\n${HOST}X\u0000Y: 1\r\n${CLOSE}\r\n`, [400]],
  ['走私:GET 带内容', `GET / HTTP/1.1\r\n${HOST}${CLOSE}Content-Length: 5\r\n\r\nGET /`, [400]],
  ['走私:GET 分块', `GET / HTTP/1.1\r\n${HOST}${CLOSE}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, [411]],
  ['走私:拒绝之后再塞一个', `POST /session HTTP/1.1\r\n${HOST}Content-Length: 0\r\n\r\nPOST /session HTTP/1.1\r\n${HOST}${ORIGIN}${JSON_TYPE}Content-Length: 2\r\n\r\n{}`, [403]],
  ['走私:先问能不能发', session(`${JSON_TYPE}Expect: 100-continue\r\nContent-Length: 2\r\n`, '{}'), [417]],
  ['走私:不认得的期望', session(`${JSON_TYPE}Expect: nonsense\r\nContent-Length: 2\r\n`, '{}'), [417]],
  // 路径
  ['路径:凭据里走上级', get('/files/..%2f..%2foutside.js'), [404]],
  ['路径:资源里走上级', get('/assets/..%2f..%2foutside.js'), [404]],
  ['路径:超长编码的点', get('/%c0%ae%c0%ae/outside.js'), [400]],
  ['路径:百分 u 编码', get('/%u002e%u002e/outside.js'), [400]],
  ['路径:分号', get('/..;/outside.js'), [404]],
  ['路径:当前文件夹', get('/./outside.js'), [404]],
  ['路径:页名后加斜杠', get('/index.html/'), [404]],
  ['路径:页名后加空格', get('/index.html%20'), [404]],
  ['路径:数据流', get('/index.html::$DATA'), [404]],
  ['路径:短文件名', get('/INDEX~1.HTM'), [404]],
  ['路径:盘符', get('/C:/Windows/win.ini'), [404]],
  ['路径:三个斜杠', get('///etc/passwd'), [400]],
  ['路径:带井号', get('/#code=CODE'), [400, 404]],
  ['路径:很长', get(`/${'a/'.repeat(4000)}`), [404]],
  ['路径:问号后藏着上级', get('/nothing?file=../outside.js'), [404]],
  ['路径:问号后是页名', get('/outside.js?/index.html'), [404]],
  ['路径:编码的换行(头注入)', get('/%0d%0aSet-Cookie:%20a=1'), [404]],
  ['路径:原型', get('/__proto__'), [404]],
  ['路径:构造函数', get('/constructor'), [404]],
  // 凭据与钥匙(F64)
  ['凭据:猜的', get(`/files/${'0'.repeat(43)}`), [404]],
  ['凭据:长一个字', get(`/files/${'A'.repeat(44)}`), [404]],
  ['凭据:原型', get('/files/__proto__'), [404]],
  ['凭据:后面带路径', get(`/files/${'A'.repeat(43)}/..`), [404]],
  ['凭据:两个斜杠', get(`/files//${'A'.repeat(43)}`), [404]],
  ['凭据:拿钥匙当凭据', get('/files/KEY'), [404]],
  ['钥匙:写在地址里', post('/files?key=KEY', 'Content-Type: application/octet-stream\r\nContent-Length: 1\r\n', 'x'), [401]],
  ['钥匙:写在 cookie 里', upload('Cookie: x-baolei-key=KEY; baolei-session=KEY\r\n'), [401]],
  ['钥匙:写成 Bearer', upload('Authorization: Bearer KEY\r\n'), [401]],
  ['钥匙:两个', upload('X-Baolei-Key: x\r\nX-Baolei-Key: KEY\r\n'), [401]],
  ['钥匙:用过的启动码', upload('X-Baolei-Key: CODE\r\n'), [401]],
  ['钥匙:对的,但来源是别的网页', `POST /files HTTP/1.1\r\n${HOST}Origin: http://evil.example\r\n${CLOSE}X-Baolei-Key: KEY\r\nContent-Length: 1\r\n\r\nx`, [403]],
  ['钥匙:对的,但主机不对', `POST /files HTTP/1.1\r\nHost: evil.example\r\n${ORIGIN}${CLOSE}X-Baolei-Key: KEY\r\nContent-Length: 1\r\n\r\nx`, [421]],
  // 太大
  ['太大:三千个头', `GET / HTTP/1.1\r\n${HOST}${CLOSE}${'a: b\r\n'.repeat(3000)}\r\n`, [431]],
  ['太大:一个头二万字', get('/', `Cookie: ${'c'.repeat(20_000)}\r\n`), [431]],
  ['太大:没有钥匙就送一万亿字节', `POST /files HTTP/1.1\r\n${HOST}${ORIGIN}Content-Length: 1000000000000\r\n\r\n${'x'.repeat(100_000)}`, [401]],
  // WebSocket 握手(F63)
  ...(
    [
      ['没有版本', { 'Sec-WebSocket-Version': null }, [400]],
      ['旧版本', { 'Sec-WebSocket-Version': '7' }, [400, 426]],
      ['没有键', { 'Sec-WebSocket-Key': null }, [400]],
      ['键太短', { 'Sec-WebSocket-Key': 'abc' }, [400]],
      ['升级成 h2c', { Upgrade: 'h2c' }, [400]],
      ['没写 Connection', { Connection: 'close' }, [404]],
      ['来源大写', { Origin: 'HTTP://127.0.0.1:PORT' }, [403]],
      ['来源 https', { Origin: 'https://127.0.0.1:PORT' }, [403]],
      ['同站不同源', { 'Sec-Fetch-Site': 'same-site' }, [403]],
      ['地址栏', { 'Sec-Fetch-Site': 'none' }, [403]],
      ['带内容', { 'Content-Length': '5' }, [400]],
      ['分块', { 'Transfer-Encoding': 'chunked' }, [400, 411]],
    ] as const
  ).map(([name, changes, statuses]) => [`握手:${name}`, handshake('/rpc', changes), statuses] as const),
  ['握手:路径多一个斜杠', handshake('/rpc/'), [404]],
  ['握手:路径大写', handshake('/RPC'), [404]],
  ['握手:路径走上级', handshake('/assets/../rpc'), [404]],
]
