import { availableParallelism } from 'node:os'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

// 三组测试:node(规则、存储、服务、契约、外壳)、dom(组件)、e2e(真实浏览器,需先构建)。
export default defineConfig({
  plugins: [react()],
  test: {
    // 缺省只用核数减一;两个核的机器上就成了一个接一个。
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          include: ['shared/**/*.test.ts', 'electron/**/*.test.ts', 'build/**/*.test.ts', 'test/{golden,store,services,contract,cli,shells,build,faults}/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'test/**/*.{dom,e2e}.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'happy-dom',
          testTimeout: 30_000,
          setupFiles: ['test/support/dom-setup.ts'],
          include: ['renderer/**/*.test.{ts,tsx}', 'test/faults/**/*.dom.test.{ts,tsx}'],
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          testTimeout: 180_000,
          hookTimeout: 180_000,
          include: ['test/e2e/**/*.test.ts', 'test/print/**/*.test.ts', 'test/faults/**/*.e2e.test.ts'],
        },
      },
    ],
  },
})
