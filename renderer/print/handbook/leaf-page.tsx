import { handbookPrintText as text } from '../../../shared/i18n/zh-CN/handbook-print.ts'
import type { VolumeLeaf } from '../../../shared/model/volume.ts'
import { isContinued, VolumeBlockView } from './blocks/volume-block.tsx'

interface Props {
  readonly id: string
  readonly leaf: VolumeLeaf
  /** 一节的第一张印节名。 */
  readonly heading: string | null
}

const Blocks = ({ leaf }: { readonly leaf: VolumeLeaf }) => leaf.blocks.map((block, index) => <VolumeBlockView key={index} block={block} continued={isContinued(leaf.blocks, index)} />)

/** 续页的题名不算标题,不进书签。 */
const Title = ({ leaf }: { readonly leaf: VolumeLeaf }) =>
  leaf.title === '' ? null : leaf.rotated && leaf.contentsTitle === '' ? (
    <div className="again small">{leaf.title}</div>
  ) : (
    <h3>
      {leaf.title}
      {leaf.mark === '' ? null : <span className="draft">{leaf.mark}</span>}
    </h3>
  )

/** 横表:在直页里把表转 90 度。一张里排不下的行由 split-rotated.ts 另起一页。 */
const RotatedLeaf = ({ id, leaf, heading }: Props) => (
  <article className="leaf" style={{ page: id }}>
    <div className="rotated" id={id}>
      <div data-box={leaf.key}>
        {heading !== null && <h2>{heading}</h2>}
        <Title leaf={leaf} />
        <Blocks leaf={leaf} />
      </div>
    </div>
  </article>
)

/** 一张:从新的一页开始,有自己的页眉页码。 */
export const LeafPage = (props: Props) => {
  const { id, leaf, heading } = props
  if (leaf.rotated) return <RotatedLeaf {...props} />
  return (
    <article className="leaf" style={{ page: id }} id={id}>
      {heading !== null && <h2>{heading}</h2>}
      <Title leaf={leaf} />
      <Blocks leaf={leaf} />
    </article>
  )
}

/** 空白背面:仍算这一张的一页。 */
export const BlankBack = ({ id }: { readonly id: string }) => (
  <div className="blank" style={{ page: id }}>
    {text.blankPage}
  </div>
)
