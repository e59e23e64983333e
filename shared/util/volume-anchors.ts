import { FRONT_KEYS, type VolumePrintModel } from '../model/volume.ts'

/** 这一次打印的全部各张,依次,连前面不编页码的;id 是定位名。只用 ASCII:浏览器写进 PDF 的目标点名字才稳定。 */
export const leafAnchors = ({ front, sections }: Pick<VolumePrintModel, 'front' | 'sections'>): readonly { readonly key: string; readonly id: string; readonly front: boolean }[] => {
  const frontKeys = [...(front.changes === null ? [] : [FRONT_KEYS.changes]), ...(front.cover ? [FRONT_KEYS.cover] : []), ...(front.contents === null ? [] : [FRONT_KEYS.contents])]
  const leaves = sections.flatMap(({ leaves }) => leaves).map(({ key }) => key)
  return [...frontKeys.map((key) => ({ key, front: true })), ...leaves.map((key) => ({ key, front: false }))].map(({ key, front: isFront }, index) => ({ key, id: `p${index + 1}`, front: isFront }))
}
/** 全部内容之后的一处:第一遍量总页数用。 */
export const END_ANCHOR = 'pend'
