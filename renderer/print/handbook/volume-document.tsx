import { Fragment } from 'react'
import { FRONT_KEYS, type VolumePrintModel } from '../../../shared/model/volume.ts'
import { END_ANCHOR, leafAnchors } from '../../../shared/util/volume-anchors.ts'
import { ChangeNotice } from './change-notice.tsx'
import { Contents } from './contents.tsx'
import { Cover, Instructions } from './cover.tsx'
import { BlankBack, LeafPage } from './leaf-page.tsx'

/** 一次打印。第一遍没有版面:页码空着,末尾多一页把各处都链接到(只有被链接的标题才有目标点);第二遍按版面补背面、印页码。 */
export const VolumeDocument = ({ model }: { readonly model: VolumePrintModel }) => {
  const { front, sections, layout } = model
  const anchors = leafAnchors(model)
  const idOf = new Map(anchors.map(({ key, id }) => [key, id]))
  const blanks = new Set(layout?.blankAfter ?? [])
  const back = (key: string) => (blanks.has(key) ? <BlankBack id={key.startsWith('#') ? 'front' : (idOf.get(key) ?? '')} /> : null)
  return (
    <main className="volume">
      {front.changes !== null && <ChangeNotice id={idOf.get(FRONT_KEYS.changes) ?? ''} model={model} lines={front.changes} />}
      {back(FRONT_KEYS.changes)}
      {front.cover && (
        <>
          <Cover id={idOf.get(FRONT_KEYS.cover) ?? ''} model={model} />
          <Instructions />
        </>
      )}
      {back(FRONT_KEYS.cover)}
      {front.contents !== null && <Contents id={idOf.get(FRONT_KEYS.contents) ?? ''} lines={front.contents} labels={layout?.contentsLabels ?? {}} idOf={idOf} />}
      {back(FRONT_KEYS.contents)}
      {sections.map((section) =>
        section.leaves.map((leaf, index) => (
          <Fragment key={leaf.key}>
            <LeafPage id={idOf.get(leaf.key) ?? ''} leaf={leaf} heading={index === 0 && section.isPart !== true ? section.heading : null} />
            {back(leaf.key)}
          </Fragment>
        )),
      )}
      {layout === null && (
        <div className="measure" id={END_ANCHOR}>
          {[...anchors.map(({ id }) => id), END_ANCHOR].map((id) => (
            <a key={id} href={`#${id}`}>
              {id}
            </a>
          ))}
        </div>
      )}
    </main>
  )
}
