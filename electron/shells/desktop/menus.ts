import { Menu, type WebContents } from 'electron'
import { shellsText } from '../../../shared/i18n/zh-CN/shells.ts'

/** 应用菜单:Windows、Linux 不要;macOS 没有它连复制粘贴的快捷键都没有。 */
export const setApplicationMenu = (platform: NodeJS.Platform): void => Menu.setApplicationMenu(platform === 'darwin' ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }]) : null)

/** 输入框里的右键菜单;Electron 自己没有。 */
export const addEditMenu = (contents: WebContents): void => {
  const { edit } = shellsText
  contents.on('context-menu', (_event, { isEditable, selectionText, editFlags }) => {
    if (!isEditable && selectionText === '') return
    const items = isEditable
      ? [
          { role: 'cut' as const, label: edit.cut, enabled: editFlags.canCut },
          { role: 'copy' as const, label: edit.copy, enabled: editFlags.canCopy },
          { role: 'paste' as const, label: edit.paste, enabled: editFlags.canPaste },
          { role: 'selectAll' as const, label: edit.selectAll },
        ]
      : [{ role: 'copy' as const, label: edit.copy }]
    Menu.buildFromTemplate(items).popup()
  })
}
