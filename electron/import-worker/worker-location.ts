/** 读文件线程的入口:打包后与调用者在同一文件夹(.js),从源码运行时是 .ts。打包时要把 read-workbook-worker.ts 也作为一个入口。 */
export const importWorkerUrl = (): URL => new URL(/\.[cm]?js$/.test(new URL(import.meta.url).pathname) ? './read-workbook-worker.js' : './read-workbook-worker.ts', import.meta.url)
