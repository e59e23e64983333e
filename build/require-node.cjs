/* 在任何 .ts 之前运行(node -r):旧版 Node 读不懂 .ts,数据库部件在旧版上会直接崩溃,所以先看版本。写法要让很旧的 Node 也能读。 */
var NEEDED = 24
var major = Number(process.versions.node.split('.')[0])
if (major < NEEDED) {
  console.error('需要 Node ' + NEEDED + ' 或更新版本,现在是 ' + process.versions.node + '。请运行 npm ci(会装上合适的版本),再用 npm 命令启动。')
  process.exit(1)
}
