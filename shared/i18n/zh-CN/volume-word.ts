/** Word 里的字:机器上的字体只点名,不随文件带;打开的电脑上有就用(ux c.2)。 */
export const volumeWordText = {
  serif: '宋体',
  sans: '黑体',
  latin: 'Times New Roman',
  contents: '目　录',
  contentsHint: '在目录上按右键选“更新域”，页码就会填上。',
  signatureLine: '＿＿＿＿＿＿＿＿',
  page: (number: string) => `— ${number} —`,
} as const
