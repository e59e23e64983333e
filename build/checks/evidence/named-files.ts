/** 文档里点名的一个文件或文件夹;测试可以再点名标题里的一段。 */
interface NamedFile {
  readonly path: string
  readonly title: string | null
}

const FOLDERS = 'shared|electron|renderer|build|test|docs'
const ROOT_FILES = 'package\\.json|package-lock\\.json|electron-builder\\.yml|\\.npmrc|\\.oxlintrc\\.json|README\\.md|CHANGELOG\\.md'
const NAMED = new RegExp(`\`((?:${FOLDERS})/[^\`\\s]*|${ROOT_FILES})\`(?:「([^」]+)」)?`, 'g')

/** 反引号里以项目的文件夹开头的,都算点名;后面紧跟着「…」的,是测试标题里的一段。 */
export const namedFiles = (text: string): readonly NamedFile[] => Array.from(text.matchAll(NAMED), ([, path = '', title]) => ({ path, title: title ?? null }))

/** 文件在不在、读出来是什么;测试换成假的。 */
export interface Disk {
  exists(path: string): boolean
  read(path: string): string
}

/** 点名的文件都要在;点名的标题都要在那个文件里。 */
export const missingFiles = (text: string, disk: Disk): readonly string[] =>
  namedFiles(text).flatMap(({ path, title }) => {
    if (!disk.exists(path)) return [`点名的 ${path} 不存在`]
    return title === null || disk.read(path).includes(title) ? [] : [`点名的「${title}」不在 ${path} 里`]
  })
