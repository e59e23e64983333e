import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const EXTERNAL = ['better-sqlite3', 'hucre', 'electron', 'playwright-core', '@sparticuz/chromium']
const root = fileURLToPath(new URL('../../../', import.meta.url))

/**
 * 把 measure-file.ts 连同核心打成包,与交付的程序一样:从源码跑要在每个线程里先去掉类型,常驻内存平白多出五十兆,量的就不是程序了。
 *
 * @returns 打好的入口文件。
 */
export const bundleMeasure = async (outDir: string): Promise<string> => {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true, external: EXTERNAL },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        input: { 'measure-file': 'test/support/malformed/measure-file.ts', 'read-workbook-worker': 'electron/import-worker/read-workbook-worker.ts', 'backup-worker': 'electron/store/backup/backup-worker.ts' },
        external: [...EXTERNAL, /^node:/],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  })
  return 'measure-file.js'
}
