import { handbookPrintText as text } from '../../../shared/i18n/zh-CN/handbook-print.ts'
import type { ContentsLine } from '../../../shared/model/volume.ts'

interface Props {
  readonly id: string
  readonly lines: readonly ContentsLine[]
  readonly labels: Readonly<Record<string, string>>
  readonly idOf: ReadonlyMap<string, string>
}

/** 目录:节与每份记录,带页码;这一次印了的,点得过去。 */
export const Contents = ({ id, lines, labels, idOf }: Props) => (
  <section className="front contents" id={id}>
    <h2>{text.contentsTitle}</h2>
    {lines.map(({ key, level, title }, index) => {
      const inside = (
        <>
          <span className="entry">{title}</span>
          <span className="dots" />
          <span className="folio">{labels[key] ?? ''}</span>
        </>
      )
      const target = idOf.get(key)
      const className = level === 2 ? 'row record' : 'row'
      return target === undefined ? (
        <div key={index} className={className}>
          {inside}
        </div>
      ) : (
        <a key={index} href={`#${target}`} className={className}>
          {inside}
        </a>
      )
    })}
  </section>
)
