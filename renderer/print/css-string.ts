/** CSS 字符串字面量:除字母数字与汉字外一律写成转义,名称里的引号、括号、尖括号都不会跑出字符串。 */
export const cssString = (text: string): string => `"${[...text].map((character) => (/[A-Za-z0-9\u3400-\u9fff]/.test(character) ? character : `\\${character.codePointAt(0)?.toString(16) ?? '20'} `)).join('')}"`
