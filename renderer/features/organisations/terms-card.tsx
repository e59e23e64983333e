import { Button } from 'antd'
import { useState } from 'react'
import { contract } from '../../../shared/contract/index.ts'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { electionMethods, termStates } from '../../../shared/data/code-tables/leading-group.ts'
import { partyPosts } from '../../../shared/data/code-tables/party-posts.ts'
import { leadingGroupsText as text } from '../../../shared/i18n/zh-CN/leading-groups.ts'
import type { ServedPost, Term, TermState } from '../../../shared/model/leading-group.ts'
import type { OrganisationDetail } from '../../../shared/model/organisation.ts'
import { Card } from '../../components/card.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { StateTag, type StateTone } from '../../components/state-tag.tsx'
import { api } from '../../platform/api.ts'
import { mayCall, useSession } from '../../platform/session.ts'
import { useQuery } from '../../platform/use-query.ts'
import { PostDialog } from './post-dialog.tsx'
import { ServedPosts } from './served-posts.tsx'
import { TermDialog } from './term-dialog.tsx'
import './terms-card.css'

const TONES: Readonly<Record<TermState, StateTone>> = { not_started: 'todo', in_progress: 'warning', done: 'done', overdue: 'overdue', irregular: 'warning' }
type Dialog = { readonly kind: 'term'; readonly term: Term | null } | { readonly kind: 'post'; readonly post: ServedPost | null } | null

const factsOf = (term: Term): string[] => [
  ...(term.isFirst ? [text.first] : []),
  ...(term.extendedTo === null ? [] : [text.extended(term.extendedTo, term.extensionDocument)]),
  ...(term.electionDay === null ? [] : [text.election(term.electionDay, term.electionMethod === '' ? '' : nameOf(electionMethods, term.electionMethod))]),
  ...[text.figures(term.entitled, term.present, term.ballotsIssued, term.ballotsReturned, term.ballotsValid)].filter((line) => line !== ''),
  ...(term.requestDocument === '' && term.requestDay === null ? [] : [text.request(term.requestDay ?? '', term.requestDocument)]),
  ...(term.approvalDocument === '' && term.approvalDay === null ? [] : [text.approval(term.approvalDay ?? '', term.approvalDocument)]),
  ...(term.note === '' ? [] : [term.note]),
]

const TermView = ({ term }: { readonly term: Term }) => (
  <>
    <p className="organisation-facts">
      <strong>{text.session(term.sessionNumber)}</strong>
      <span>{text.span(term.fromDay, term.dueDay ?? '', term.years)}</span>
      <StateTag tone={TONES[term.state]} word={nameOf(termStates, term.state)} />
      {factsOf(term).map((line) => (
        <span key={line}>{line}</span>
      ))}
    </p>
    {term.candidates.length > 0 && (
      <p className="organisation-facts">
        {term.candidates.map(({ name, votes, elected }, index) => (
          <span key={`${name} ${index}`}>{text.votes(name, votes, elected)}</span>
        ))}
      </p>
    )}
    {(term.problems.length > 0 || term.vacancies.length > 0) && (
      <ul className="organisation-hints">
        {term.problems.map((problem) => (
          <li key={problem}>
            <StateTag tone="warning" word={text.problems[problem]} />
          </li>
        ))}
        {term.vacancies.map(({ post, since, count }) => (
          <li key={post}>
            <StateTag tone="warning" word={text.vacancy(nameOf(partyPosts, post), since, count)} />
          </li>
        ))}
      </ul>
    )}
  </>
)

/** 一个组织的各届班子:本届在上,以前的收着。现任名单在下面的「班子」里改。 */
export const TermsCard = ({ detail }: { readonly detail: OrganisationDetail }) => {
  const group = useQuery(api.terms.get, { organisationId: detail.id }, ['organisations.changed', 'members.changed', 'norms.changed'])
  const mayEdit = useSession(({ session }) => mayCall(session, contract.terms.saveTerm))
  const [dialog, setDialog] = useState<Dialog>(null)
  const close = (): void => setDialog(null)
  return (
    <Card title={text.title}>
      <QueryView query={group}>
        {({ terms, termYears }) => {
          const [first, ...others] = terms
          const current = first?.state === 'done' ? undefined : first
          const former = current === undefined ? terms : others
          return (
            <>
              {current === undefined ? <p className="meta">{text.none}</p> : <TermView term={current} />}
              {mayEdit && (
                <div className="organisation-actions">
                  {current !== undefined && <Button onClick={() => setDialog({ kind: 'term', term: current })}>{text.editTerm}</Button>}
                  <Button onClick={() => setDialog({ kind: 'term', term: null })}>{terms.length === 0 ? text.addFirst : text.addTerm}</Button>
                  <Button onClick={() => setDialog({ kind: 'post', post: null })}>{text.addPost}</Button>
                </div>
              )}
              {current !== undefined && current.posts.some(({ toDay }) => toDay !== null) && <ServedPosts posts={current.posts} onEdit={mayEdit ? (post) => setDialog({ kind: 'post', post }) : undefined} />}
              {former.length > 0 && (
                <details className="former-terms">
                  <summary>{text.former(former.length)}</summary>
                  {former.map((term) => (
                    <section key={term.id}>
                      <TermView term={term} />
                      <ServedPosts posts={term.posts} onEdit={mayEdit ? (post) => setDialog({ kind: 'post', post }) : undefined} />
                      {mayEdit && <Button onClick={() => setDialog({ kind: 'term', term })}>{text.editTerm}</Button>}
                    </section>
                  ))}
                </details>
              )}
              {dialog?.kind === 'term' && <TermDialog organisation={detail} term={dialog.term} termYears={termYears} onClose={close} />}
              {dialog?.kind === 'post' && <PostDialog organisation={detail} post={dialog.post} onClose={close} />}
            </>
          )
        }}
      </QueryView>
    </Card>
  )
}
