import { archiveFiles } from './malformed/archives.ts'
import { brokenFiles } from './malformed/broken-bytes.ts'
import { brokenXmlFiles } from './malformed/broken-xml.ts'
import type { MalformedFile } from './malformed/case.ts'
import { oddCellFiles } from './malformed/odd-cells.ts'
import { oddSheetFiles } from './malformed/odd-sheets.ts'
import { oddTextFiles } from './malformed/odd-texts.ts'
import { wrongTypeFiles } from './malformed/wrong-types.ts'

/** 全部小的坏文件(F23 至 F33),当场生成、带种子,不存文件;每份都写明该落得什么下场。 */
export const malformedFiles: readonly MalformedFile[] = [...wrongTypeFiles, ...archiveFiles, ...brokenFiles, ...brokenXmlFiles, ...oddCellFiles, ...oddSheetFiles, ...oddTextFiles]
