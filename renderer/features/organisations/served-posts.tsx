import { Button } from 'antd'
import { nameOf, shortNameOf } from '../../../shared/data/code-tables/code-table.ts'
import { postManners } from '../../../shared/data/code-tables/leading-group.ts'
import { partyPosts } from '../../../shared/data/code-tables/party-posts.ts'
import { leadingGroupsText as text } from '../../../shared/i18n/zh-CN/leading-groups.ts'
import type { ServedPost } from '../../../shared/model/leading-group.ts'

/** 一届里任过职的人,连同产生方式、文件、起止。 */
export const ServedPosts = ({ posts, onEdit }: { readonly posts: readonly ServedPost[]; readonly onEdit: ((post: ServedPost) => void) | undefined }) =>
  posts.length === 0 ? null : (
    <table className="plain-table served-posts">
      <caption className="visually-hidden">{text.servedTitle}</caption>
      <thead>
        <tr>
          <th scope="col">{text.columns.post}</th>
          <th scope="col">{text.columns.name}</th>
          <th scope="col">{text.columns.manner}</th>
          <th scope="col">{text.columns.document}</th>
          <th scope="col">{text.columns.span}</th>
          {onEdit !== undefined && <th scope="col">{text.columns.action}</th>}
        </tr>
      </thead>
      <tbody>
        {posts.map((post) => (
          <tr key={post.id}>
            <td>{nameOf(partyPosts, post.post)}</td>
            <td>{post.name}</td>
            <td>{post.manner === '' ? '' : shortNameOf(postManners, post.manner)}</td>
            <td>{post.document}</td>
            <td>{text.until(post.fromDay, post.toDay)}</td>
            {onEdit !== undefined && (
              <td>
                <Button aria-label={text.editPostLabel(post.name, nameOf(partyPosts, post.post))} onClick={() => onEdit(post)}>
                  {text.editPost}
                </Button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
