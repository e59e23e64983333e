import { useId, type ReactNode } from 'react'

/** 白底分块,标题读屏可达。 */
export const Card = ({ title, extra, children, className }: { readonly title?: string; readonly extra?: ReactNode; readonly children: ReactNode; readonly className?: string }) => {
  const id = useId()
  return (
    <section className={className === undefined ? 'card' : `card ${className}`} aria-labelledby={title === undefined ? undefined : id}>
      {title !== undefined && (
        <div className="card-head">
          <h2 id={id}>{title}</h2>
          <span className="card-head-gap" />
          {extra}
        </div>
      )}
      {children}
    </section>
  )
}
