import { idNumberOf } from '../office.ts'

/** 埋进去的假数据:一个也不该以能读的样子出现在任何文件里(F53、G6)。 */
export interface Canary {
  readonly what: string
  readonly value: string
  /** 另有原始字节的(数据密钥)。 */
  readonly bytes?: Buffer
}

/** 生僻字三种:基本区、扩展 A、扩展 E(要两个代码单元),各种编码里长短都不同。 */
export const PERSON = {
  name: '欧阳䶮㛃𬭚',
  idNumber: idNumberOf('1971-08-23', 707),
  mobile: '13987210465',
  telephone: '0459-6721980',
  address: '虚构市望月路七百三十一号院四单元',
  note: '家属在外地就医需经常请假照料',
} as const
export const TALK = '谈心谈话要点本人说起家中老人久病请组织不要对外讲'
export const DISPLAY_NAME = '司马彧卿㙓'
export const PASSWORD = 'Xuri-dongsheng#8215'
export const WRONG_PASSWORD = 'Cuole-de-kouling#3307'
export const NEW_PASSWORD = 'Huanguo-xinde%5512'
export const REASON = '因本人书面申请予以核实更正理由第九号'
/** 只放在报错的话里的。 */
export const ERROR_TEXT = '打印到欧阳䶮㛃𬭚一行时出的错附言三六九'

export const CANARIES: readonly Canary[] = [
  { what: '姓名', value: PERSON.name },
  { what: '证号', value: PERSON.idNumber },
  { what: '手机', value: PERSON.mobile },
  { what: '电话', value: PERSON.telephone },
  { what: '住址', value: PERSON.address },
  { what: '备注', value: PERSON.note },
  { what: '谈话', value: TALK },
  { what: '使用人姓名', value: DISPLAY_NAME },
  { what: '口令', value: PASSWORD },
  { what: '输错的口令', value: WRONG_PASSWORD },
  { what: '新口令', value: NEW_PASSWORD },
  { what: '理由', value: REASON },
  { what: '报错的话', value: ERROR_TEXT },
]
