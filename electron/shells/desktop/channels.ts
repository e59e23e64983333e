/** 主进程与预加载脚本之间的三个通道名;别处不得再用 ipcMain、ipcRenderer。 */
export const CHANNELS = { request: 'baolei:request', cancel: 'baolei:cancel', push: 'baolei:push' } as const
