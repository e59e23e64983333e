/**
 * 挡住会丢内容的浏览器习惯:刷新、后退、把文件拖进窗口就打开它。
 * 想接文件的页面自己在落点上处理 drop;这里只管没人接的。
 */
export const keepWindowSafe = (): void => {
  window.addEventListener('keydown', (event) => {
    const reload = event.key === 'F5' || (event.ctrlKey && event.key.toLowerCase() === 'r')
    const history = event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')
    const close = event.ctrlKey && event.key.toLowerCase() === 'w'
    if (reload || history || close) event.preventDefault()
  })
  for (const kind of ['dragover', 'drop'] as const) {
    window.addEventListener(kind, (event) => {
      if (event.defaultPrevented) return
      event.preventDefault()
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'none'
    })
  }
  // 鼠标中键和后退键也不离开本页。
  window.addEventListener('auxclick', (event) => event.preventDefault())
}
