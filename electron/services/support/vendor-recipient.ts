/**
 * 支持包封给谁看(age 公钥,`age1…`)。现在没有负责支持的单位,也就没有公钥:支持包是谁都能打开的文字文件,
 * 保密靠里面本来就没有个人信息,以及写出之前先给人看过。有了公钥填在这里,写出的就是封好的 `.age`。
 */
export const SUPPORT_RECIPIENT: string | null = null
