import react from '@vitejs/plugin-react'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig, type Plugin } from 'vite'
import { sourceDigest } from './build/source-digest.ts'

const root = join(import.meta.dirname, 'renderer')
const outDir = join(import.meta.dirname, 'out', 'renderer')
const buildId = sourceDigest(['shared', 'renderer']).slice(0, 12)

/** 构建号同时写进页面和旁边的文件:外壳读文件,页面带着自己的号,两边对得上才是同一次构建。 */
const writeBuildId = (): Plugin => ({
  name: 'baolei-build-id',
  closeBundle: () => writeFileSync(join(outDir, 'build-id.txt'), `${buildId}\n`),
})

/** 字体包的样式先找机器上的同名字体;打印与界面只用随程序带的,把这一句去掉。 */
const onlyBundledFonts = (): Plugin => ({
  name: 'baolei-only-bundled-fonts',
  enforce: 'pre',
  transform: (code, id) => (/lxgw-wenkai-screen-web.*\.css/.test(id) ? code.replaceAll(/local\([^)]*\),/g, '') : undefined),
})

export default defineConfig({
  root,
  base: './',
  // 字体许可全文随程序走。
  publicDir: join(root, 'public'),
  plugins: [react(), onlyBundledFonts(), writeBuildId()],
  define: { __BAOLEI_BUILD__: JSON.stringify(buildId) },
  build: {
    outDir,
    emptyOutDir: true,
    target: 'chrome131',
    sourcemap: false,
    // 字体不能内联成 data: 地址,内容安全策略不放行。
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4000,
    rolldownOptions: { input: ['index.html', 'print.html'].map((name) => join(root, name)).filter((path) => existsSync(path)) },
  },
  server: { host: '127.0.0.1', port: 5173, strictPort: true },
})
