import { defineConfig, type EnvironmentOptions } from 'vite'

/** 不打进包里的:Electron 自带的、带原生件的、要按自己的文件夹找浏览器的。 */
const EXTERNAL = ['electron', 'better-sqlite3', 'playwright-core', '@sparticuz/chromium']
/** 线程入口与调用者放同一文件夹,按相对位置找。 */
const WORKERS = { 'core-worker': 'electron/core-worker/worker-entry.ts', 'read-workbook-worker': 'electron/import-worker/read-workbook-worker.ts', 'backup-worker': 'electron/store/backup/backup-worker.ts' }

const environment = (input: Readonly<Record<string, string>>, outDir: string, format: 'es' | 'cjs'): EnvironmentOptions => ({
  consumer: 'server',
  resolve: { noExternal: true, external: EXTERNAL, conditions: ['node'] },
  build: {
    outDir,
    emptyOutDir: true,
    ssr: true,
    minify: false,
    target: 'node24',
    sourcemap: false,
    rolldownOptions: {
      input: { ...input },
      external: [...EXTERNAL, /^node:/],
      output: { format, entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})

// 一份配置,四个环境;预加载脚本在沙箱里,必须是一个 CommonJS 文件。
export default defineConfig({
  publicDir: false,
  builder: {
    buildApp: async (builder) => {
      for (const name of ['main', 'host', 'cli', 'preload']) {
        const target = builder.environments[name]
        if (target !== undefined) await builder.build(target)
      }
    },
  },
  environments: {
    main: environment({ main: 'electron/shells/desktop/main.ts', ...WORKERS }, 'out/main', 'es'),
    host: environment({ host: 'electron/shells/loopback/main.ts', ...WORKERS }, 'out/host', 'es'),
    cli: environment({ baolei: 'electron/shells/cli/main.ts', ...WORKERS }, 'out/cli', 'es'),
    preload: environment({ preload: 'electron/shells/desktop/preload.ts' }, 'out/preload', 'cjs'),
  },
})
